import { mount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { defineComponent, withDirectives, h } from 'vue'
import { enterAdvances } from '../preferences'
import { vEnterAdvance } from './enterAdvance'

const Form = defineComponent({
  setup: () => () =>
    withDirectives(
      h('form', [
        h('input', { id: 'a' }),
        h('input', { id: 'off', disabled: true }),
        h('input', { id: 'r1', type: 'radio', name: 'r' }),
        h('input', { id: 'r2', type: 'radio', name: 'r', checked: true }),
        h('textarea', { id: 'text' }),
        h('input', { id: 'z' }),
      ]),
      [[vEnterAdvance]],
    ),
})

function press(id: string, options: KeyboardEventInit = {}): string | undefined {
  const field = document.getElementById(id)!
  field.focus()
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...options }))
  return document.activeElement?.id
}

afterEach(() => {
  enterAdvances.value = true
  document.body.innerHTML = ''
})

it('Enter goes on and Shift+Enter back, a radio group being one stop', () => {
  mount(Form, { attachTo: document.body })
  expect(press('a')).toBe('r2')
  expect(press('r2')).toBe('text')
  expect(press('z', { shiftKey: true })).toBe('text')
})

it('Enter stays a new line where several lines are written, and does nothing while composing', () => {
  mount(Form, { attachTo: document.body })
  expect(press('text')).toBe('text')
  expect(press('a', { isComposing: true })).toBe('a')
})

it('an operator can switch it off', () => {
  enterAdvances.value = false
  mount(Form, { attachTo: document.body })
  expect(press('a')).toBe('a')
})
