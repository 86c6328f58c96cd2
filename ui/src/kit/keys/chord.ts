/**
 * Names of key combinations, as design and key caps write them: `F2`, `Ctrl+Enter`, `Alt+ArrowLeft`,
 * `Space`, `1`, `n`. Modifiers come in the order Ctrl, Alt, Shift.
 */

/** True while an input method is composing; no shortcut may fire then. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229
}

/** True where typed characters are text, so single letters and digits are not commands. */
export function isTextTarget(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLTextAreaElement || target.isContentEditable) return true
  if (!(target instanceof HTMLInputElement)) return false
  return !['radio', 'checkbox', 'button', 'submit', 'reset', 'file', 'range'].includes(target.type)
}

/** The combination a keyboard event stands for. */
export function chordOf(event: KeyboardEvent): string {
  const base = baseOf(event)
  const shifted = event.shiftKey && (base.length > 1 || event.ctrlKey || event.altKey)
  const parts = [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : '', shifted ? 'Shift' : '']
  return [...parts.filter(Boolean), base].join('+')
}

function baseOf(event: KeyboardEvent): string {
  if (event.key === ' ') return 'Space'
  // With Alt or Ctrl held the layout may yield another character; the physical key is meant.
  if (event.altKey || event.ctrlKey || event.metaKey) {
    const physical = /^(?:Digit|Key)(.)$/.exec(event.code)?.[1]
    if (physical) return physical.toLowerCase()
  }
  return event.key.length === 1 ? event.key.toLowerCase() : event.key
}

/** One plain letter, digit or sign: acts only where nothing is being typed. */
export function isBareCharacter(chord: string): boolean {
  return chord.length === 1 || chord === 'Space'
}

/** The combination in the canonical spelling used as a key of the registry. */
export function canonical(chord: string): string {
  const parts = partsOf(chord)
  const base = parts.pop() ?? ''
  const has = (name: string) => parts.includes(name)
  const modifiers = ['Ctrl', 'Alt', 'Shift'].filter(has)
  return [...modifiers, base.length === 1 ? base.toLowerCase() : base].join('+')
}

/** The plus key is its own name as well as what joins the others. */
function partsOf(chord: string): string[] {
  return chord === '+' ? ['+'] : chord.split('+')
}

/** The caps to draw for a combination, one string per key. */
export function capsOf(chord: string): string[] {
  return partsOf(chord).map((part) => CAPS[part] ?? (part.length === 1 ? part.toUpperCase() : part))
}

const CAPS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Escape: 'Esc',
}
