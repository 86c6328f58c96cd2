/**
 * Where the person is. In memory only: a terminal has no address bar, and an address that could
 * be typed, kept or shared would be a hole. Going back never discards work; drafts are stored.
 */
import { computed, shallowRef, triggerRef } from 'vue'

export interface Route {
  /** Name of a registered screen. */
  name: string
  params: Readonly<Record<string, string>>
}

const DEEPEST = 30
const home: Route = { name: 'workbench', params: {} }
const trail = shallowRef<Route[]>([home])

export const route = computed<Route>(() => trail.value.at(-1) ?? home)
export const canGoBack = computed(() => trail.value.length > 1)

function same(a: Route, b: Route): boolean {
  return a.name === b.name && JSON.stringify(a.params) === JSON.stringify(b.params)
}

/** Opens a screen; opening the current one again changes nothing. */
export function go(name: string, params: Record<string, string> = {}): void {
  const next: Route = { name, params }
  if (same(next, route.value)) return
  trail.value = [...trail.value, next].slice(-DEEPEST)
}

/** Opens a screen in place of the current one. */
export function replaceRoute(name: string, params: Record<string, string> = {}): void {
  trail.value[trail.value.length - 1] = { name, params }
  triggerRef(trail)
}

/** Returns to where the person came from, or home. */
export function back(): void {
  trail.value = trail.value.length > 1 ? trail.value.slice(0, -1) : [home]
}

/** Starts over at home (log-in of another operator). */
export function goHome(): void {
  trail.value = [home]
}
