import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { i18n } from '../i18n'
import DateField from './DateField.vue'
import ErrorSummary from './ErrorSummary.vue'
import RadioRow from './RadioRow.vue'
import TextField from './TextField.vue'

const global = { plugins: [i18n] }
afterEach(() => (document.body.innerHTML = ''))

describe('a text field', () => {
  it('ties label, hint and error to the control', () => {
    const shown = mount(TextField, { global, props: { name: 'form.phone', label: '电话', hint: '接收短信', error: '电话少一位', modelValue: '1' } })
    const input = shown.get('input')
    const described = input.attributes('aria-describedby')!.split(' ').map((id) => shown.get(`#${id}`).text())
    expect(shown.get(`label[for="${input.attributes('id')}"]`).text()).toBe('电话')
    expect(described).toEqual(['电话少一位', '接收短信'])
    expect(input.attributes('aria-invalid')).toBe('true')
  })
})

describe('a date field', () => {
  it('shows the day whole and gives it once', async () => {
    const shown = mount(DateField, { global, props: { name: 'd', label: '日期', modelValue: '', today: '2026-11-23' } })
    await shown.get('input').setValue('11.30')
    await shown.get('input').trigger('change')
    expect(shown.emitted('commit')).toEqual([['2026-11-30']])
  })

  it('keeps what was typed when it is no day, and says so', async () => {
    const shown = mount(DateField, { global, props: { name: 'd', label: '日期', modelValue: '2026-11-01', today: '2026-11-23' } })
    await shown.get('input').setValue('20260231')
    await shown.get('input').trigger('change')
    expect(shown.get('input').element.value).toBe('20260231')
    expect(shown.text()).toContain('没认出这个日期')
    expect(shown.emitted('commit')).toBeUndefined()
  })
})

describe('a radio row', () => {
  const options = [
    { value: 'self', label: '本人' },
    { value: 'child', label: '子女' },
    { value: 'net', label: '调电子证照', blocked: '联网后可用' },
  ]

  it('chooses by digit, but not what is blocked, whose reason is shown', async () => {
    const shown = mount(RadioRow, { global, attachTo: document.body, props: { name: 'who', label: '谁来办', options, modelValue: 'self' } })
    await shown.get('fieldset').trigger('keydown', { key: '2' })
    await shown.get('fieldset').trigger('keydown', { key: '3' })
    expect(shown.emitted('commit')).toEqual([['child']])
    expect(shown.text()).toContain('联网后可用')
  })

  it('counts digits on from another group', async () => {
    const shown = mount(RadioRow, { global, props: { name: 'who', label: '谁来办', options, modelValue: '', firstDigit: 4 } })
    await shown.get('fieldset').trigger('keydown', { key: '1' })
    await shown.get('fieldset').trigger('keydown', { key: '5' })
    expect(shown.emitted('commit')).toEqual([['child']])
  })
})

it('the error summary takes the focus and each line jumps to its field', async () => {
  const field = mount(TextField, { global, attachTo: document.body, props: { name: 'form.phone', label: '电话', modelValue: '' } })
  const shown = mount(ErrorSummary, { global, attachTo: document.body, props: { problems: [] as { field: string; message: string }[] } })
  await shown.setProps({ problems: [{ field: 'form.phone', message: '电话还没有填' }] })
  await nextTick()
  expect(document.activeElement).toBe(shown.get('[role="alert"]').element)
  expect(shown.text()).toContain('还有 1 处要改')
  await shown.get('button').trigger('click')
  expect(document.activeElement).toBe(field.get('input').element)
})
