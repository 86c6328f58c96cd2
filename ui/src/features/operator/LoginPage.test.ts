import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { i18n } from '../../i18n'
import { ApiFailure, forgetQueries, type OperatorInfo } from '../../ipc'
import { owner } from '../../shell/session'
import { answerWith, refusal } from '../../testing/transport'
import LoginPage from './LoginPage.vue'
import { lockoutOf, uncheckedWords } from './signInWords'

const people: OperatorInfo[] = [
  { id: 'a', name: '样例甲', role: 'clerk', daysLeft: null },
  { id: 'b', name: '样例乙', role: 'supervisor', daysLeft: 2 },
]

function page(signIn: (input: { operator: string; password: string }) => OperatorInfo) {
  const fake = answerWith({ list_operators: () => ({ operators: people }), sign_in: signIn })
  return { fake, shown: mount(LoginPage, { attachTo: document.body, global: { plugins: [i18n] } }) }
}

beforeEach(() => {
  forgetQueries()
  owner.value = ''
})
afterEach(() => (document.body.innerHTML = ''))

describe('logging in', () => {
  it('chooses by digit and goes in with Enter', async () => {
    const { fake, shown } = page(() => people[1]!)
    await flushPromises()
    await shown.get('fieldset').trigger('keydown', { key: '2' })
    await flushPromises()
    expect(document.activeElement).toBe(shown.get('input[type="password"]').element)
    await shown.get('input[type="password"]').setValue('correct horse')
    await shown.get('form').trigger('submit')
    await flushPromises()
    expect(fake.asked).toContainEqual({ name: 'sign_in', input: { operator: 'b', password: 'correct horse' } })
  })

  it('says exactly how many tries are left, forgets the password, and leads to the supervisor', async () => {
    const { shown } = page(() => { throw refusal('OPS-002', { left: '4' }) })
    await flushPromises()
    await shown.get('input[type="password"]').setValue('wrong')
    await shown.get('form').trigger('submit')
    await flushPromises()
    expect(shown.get('[role="alert"]').text()).toBe('口令不对，还可试 4 次。 办件和草稿都安全。 想不起来按 2 找负责人重设。 OPS-002')
    expect(shown.get<HTMLInputElement>('input[type="password"]').element.value).toBe('')
    await shown.get('input[type="password"]').trigger('keydown', { key: '2' })
    expect(shown.get<HTMLInputElement>('input[value="b"]').element.checked).toBe(true)
  })

  it('says until when it is locked', async () => {
    const { shown } = page(() => { throw refusal('OPS-003', { until: new Date(Date.now() + 599_000).toISOString() }) })
    await flushPromises()
    await shown.get('form').trigger('submit')
    await flushPromises()
    expect(shown.get('[role="alert"]').text()).toMatch(/^已锁定 10 分钟，到 \d\d:\d\d 再试，或由负责人解锁。/)
  })

  it('warns the person whose log-in runs out', async () => {
    const { shown } = page(() => people[1]!)
    await flushPromises()
    expect(shown.text()).not.toContain('没联网核对')
    await shown.get('fieldset').trigger('keydown', { key: '2' })
    await flushPromises()
    expect(shown.text()).toContain('已 28 天没联网核对，后天前请联网或导入一次授权。')
  })
})

it('a lock-out without a time falls back to the general words', () => {
  expect(lockoutOf(new ApiFailure('OPS-003'), new Date(0))).toBeUndefined()
  expect(uncheckedWords(null)).toBeUndefined()
  expect(uncheckedWords(0)).toEqual({ days: 30, by: 'day0', left: 0 })
})
