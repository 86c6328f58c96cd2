/**
 * The clipboard, for taking values over to another program. What was put there by this program can
 * be taken away again, so that no personal number is left lying for the next one to paste.
 */

/** Puts text on the clipboard; false when the system does not let it. */
export async function putOnClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return putBySelection(text)
  }
}

/** Takes whatever this program put there away. */
export async function clearClipboard(): Promise<void> {
  await putOnClipboard(' ')
}

/** For webviews that keep the clipboard's own interface to themselves: a selected field and the system's copying. */
function putBySelection(text: string): boolean {
  const field = document.createElement('textarea')
  field.value = text
  field.setAttribute('aria-hidden', 'true')
  field.style.position = 'fixed'
  field.style.opacity = '0'
  const focused = document.activeElement
  const host = document.querySelector('[role="dialog"]') ?? document.body
  host.append(field)
  field.select()
  const done = document.execCommand('copy')
  field.remove()
  if (focused instanceof HTMLElement) focused.focus()
  return done
}
