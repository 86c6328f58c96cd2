/** Where the focus goes when a page or a part of one opens. */
const FOCUSABLE = 'input:checked, input:not([type=hidden]):not([disabled]), tr[tabindex="0"], select, textarea, button'

/** Puts the focus where the step wants it: the element marked `data-start`, or what is in it. */
export function focusStart(root: HTMLElement | null): void {
  const holder = root?.querySelector<HTMLElement>('[data-start]')
  const target = holder?.matches(FOCUSABLE) ? holder : holder?.querySelector<HTMLElement>(FOCUSABLE)
  ;(target ?? root)?.focus()
}
