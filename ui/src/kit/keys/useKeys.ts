/** Key bindings of a component, alive as long as it is. */
import { getCurrentScope, onScopeDispose, toValue, type MaybeRefOrGetter } from 'vue'
import { createKeyRegistry, type KeyBinding } from './registry'

/** The registry of this window. */
export const keyRegistry = createKeyRegistry()

/** Adds bindings while the component lives; the newest component's bindings win. */
export function useKeys(bindings: MaybeRefOrGetter<readonly KeyBinding[]>, options: { modal?: boolean } = {}): void {
  const remove = keyRegistry.push({ modal: options.modal ?? false, bindings: () => toValue(bindings) })
  if (getCurrentScope()) onScopeDispose(remove)
}

/** Receives what a hand-held scanner types, while the component lives. */
export function useScanner(receive: (text: string) => void): void {
  const remove = keyRegistry.onScan(receive)
  if (getCurrentScope()) onScopeDispose(remove)
}

/** Starts listening; called once by the window's root. Returns the way to stop. */
export function listenForKeys(target: Window = window): () => void {
  const scan = (event: KeyboardEvent) => void keyRegistry.scan(event)
  // Bubbling, so that a list's or a field's own handling of a key comes first.
  const dispatch = (event: KeyboardEvent) => void keyRegistry.dispatch(event)
  target.addEventListener('keydown', scan, { capture: true })
  target.addEventListener('keydown', dispatch)
  return () => {
    target.removeEventListener('keydown', scan, { capture: true })
    target.removeEventListener('keydown', dispatch)
  }
}
