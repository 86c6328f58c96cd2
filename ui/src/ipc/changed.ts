/**
 * The one event. It says that something changed, never what it changed to, so a page has a
 * single source of truth: the query it runs again.
 */
import { transport } from './transport'

/** What can change. A kind this page does not know still refreshes the chrome. */
export type ChangedKind = 'status' | 'operator' | 'matter' | 'draft' | 'case' | 'paper' | 'sync' | 'device'

export interface Changed {
  kind: ChangedKind
  /** Which one, when it is one. */
  id?: string | null
}

type Listener = (event: Changed) => void

const listeners = new Set<Listener>()
let stop: (() => void) | undefined

/** Calls back on every change until the returned function is called. */
export function onChanged(listener: Listener): () => void {
  listeners.add(listener)
  stop ??= transport().subscribe(announce)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    stop?.()
    stop = undefined
  }
}

/** Tells everyone in this page; called for events from Rust and by tests. */
export function announce(event: Changed): void {
  for (const listener of [...listeners]) listener(event)
}
