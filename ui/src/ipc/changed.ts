/**
 * The one event. It says that something changed, never what it changed to, so a page has a
 * single source of truth: the query it runs again.
 */
import type { Changed } from './bindings'
import { transport } from './transport'

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
