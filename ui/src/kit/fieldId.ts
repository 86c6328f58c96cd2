/** The DOM id of a field by its name in the contract, so an error line can jump to it. */
export function fieldId(name: string): string {
  return `field-${name.replace(/[^\w-]/g, '_')}`
}

/** Puts the focus on a field by name; false when the page does not show it. */
export function focusField(name: string): boolean {
  const holder = document.getElementById(fieldId(name))
  const target = holder?.matches('input, select, textarea, button') ? holder : (holder?.querySelector<HTMLElement>('input:checked') ?? holder?.querySelector<HTMLElement>('input, select, textarea, button'))
  if (!target) return false
  target.focus()
  target.scrollIntoView?.({ block: 'center' })
  return true
}
