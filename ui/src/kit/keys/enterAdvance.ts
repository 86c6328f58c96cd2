/**
 * 「回车跳格」: Enter goes to the next field of a form, Shift+Enter to the one before, as on the
 * terminals clerks grew up with. Buttons, multi-line fields and open lists keep their own Enter.
 */
import type { ObjectDirective } from 'vue'
import { isComposing } from './chord'
import { enterAdvances } from '../preferences'

const FIELDS = 'input:not([type=hidden]):not([disabled]), select:not([disabled]), textarea:not([disabled])'

function fieldsOf(form: HTMLElement): HTMLElement[] {
  const all = [...form.querySelectorAll<HTMLElement>(FIELDS)]
  return all.filter((field) => field.tabIndex >= 0 && isFirstOfRadioGroup(field, all))
}

/** A radio group is one stop: its checked member, else its first. */
function isFirstOfRadioGroup(field: HTMLElement, all: readonly HTMLElement[]): boolean {
  if (!(field instanceof HTMLInputElement) || field.type !== 'radio') return true
  const group = all.filter((other): other is HTMLInputElement => other instanceof HTMLInputElement && other.name === field.name)
  return (group.find((other) => other.checked) ?? group[0]) === field
}

/** Moves the focus one field on or back; false when there is none. */
export function advance(form: HTMLElement, from: HTMLElement, step: 1 | -1): boolean {
  const fields = fieldsOf(form)
  const next = fields[fields.indexOf(from) + step]
  if (!next || !fields.includes(from)) return false
  next.focus()
  if (next instanceof HTMLInputElement && next.type === 'text') next.select()
  return true
}

function onKeydown(this: HTMLElement, event: KeyboardEvent): void {
  if (event.key !== 'Enter' || isComposing(event) || event.ctrlKey || event.altKey || !enterAdvances.value) return
  const field = event.target
  if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return
  if (advance(this, field, event.shiftKey ? -1 : 1)) {
    event.preventDefault()
    event.stopPropagation()
  }
}

/** `v-enter-advance` on the element that holds the fields. */
export const vEnterAdvance: ObjectDirective<HTMLElement> = {
  mounted: (element) => element.addEventListener('keydown', onKeydown),
  beforeUnmount: (element) => element.removeEventListener('keydown', onKeydown),
}
