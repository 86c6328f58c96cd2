import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { nextTick } from 'vue'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fakeDesk, type FakeDesk } from '../../../tests/preview/fakeTransport'
import { i18n } from '../../i18n'
import { useTransport } from '../../ipc'
import { listenForKeys } from '../../kit'
import CaseDetail from './CaseDetail.vue'

const DOUBT = { today: '2026-11-23', now: '2026-11-23T06:00:00+08:00', last: '2026-11-23T09:00:00+08:00', ahead: '180' }

let page: VueWrapper
let desk: FakeDesk
let stopKeys: () => void

const called = (name: string) => desk.calls.filter((call) => call.name === name)
const dialog = () => document.querySelector('[role="dialog"]')
const words = () => dialog()?.textContent ?? ''
const doubt = (params: Record<string, string> = DOUBT, code = 'CLOCK-001') => Promise.reject({ code, params, problems: [] })

/** What a keyboard does: the key, and the click that Enter makes on a focused button. */
async function press(key: string): Promise<void> {
  const target = document.activeElement ?? document.body
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
  if (target.dispatchEvent(event) && key === 'Enter' && target instanceof HTMLButtonElement) target.click()
  await flushPromises()
  await nextTick()
}

/** A received case, asked about as often as `times` when it is to be accepted. */
async function accept(times = 1): Promise<void> {
  const accepted = fakeDesk()
  let asked = 0
  desk.answers.accept_received = (input) => ((asked += 1) <= times ? doubt() : accepted.call('accept_received', input))
  page = mount(CaseDetail, { props: { number: 'LY03-20261123-0004-6' }, global: { plugins: [i18n] }, attachTo: '#app' })
  await flushPromises()
  await press('1')
}

beforeEach(() => {
  document.body.innerHTML = '<div id="app"></div>'
  i18n.global.locale.value = 'zh-CN'
  stopKeys = listenForKeys()
  desk = fakeDesk()
  useTransport(desk)
})
afterEach(() => {
  page.unmount()
  stopKeys()
})

it('says what the machine has, what was done last and what the platform says', async () => {
  await accept()
  expect(words()).toContain('2026年11月23日 周一 06:00')
  expect(words()).toContain('2026年11月23日 周一 09:00，本机时间比它早 3 小时')
  expect(words()).toContain('按上级平台的时间，本机慢了 3 小时')
  expect(words()).toContain('什么也没丢')
  expect(called('confirm_date')).toEqual([])
})

it('confirms with Enter the date that was shown, and runs the verb exactly once more', async () => {
  await accept()
  await press('Enter')
  expect(called('confirm_date').map(({ input }) => input)).toEqual([{ date: '2026-11-23' }])
  expect(called('accept_received')).toHaveLength(2)
  expect(dialog()).toBeNull()
  expect(page.text()).toContain('1123-0012')
})

it('goes back with Esc: nothing is confirmed, nothing is run, and the verb can be tried again', async () => {
  await accept()
  await press('Escape')
  expect(dialog()).toBeNull()
  expect(called('confirm_date')).toEqual([])
  expect(called('accept_received')).toHaveLength(1)
  expect(page.find('[role="alert"]').exists()).toBe(false)
  await press('1')
  expect(called('accept_received')).toHaveLength(2)
})

it('is answered once, however often the key is pressed', async () => {
  await accept()
  desk.answers.confirm_date = () => new Promise(() => undefined)
  for (let times = 0; times < 3; times += 1) await press('Enter')
  expect(called('confirm_date')).toHaveLength(1)
  expect(called('accept_received')).toHaveLength(1)
})

it('shows the new date when midnight passes while the question is open', async () => {
  await accept()
  desk.answers.confirm_date = () => doubt({ ...DOUBT, today: '2026-11-24', now: '2026-11-24T00:00:01+08:00' }, 'CLOCK-002')
  await press('Enter')
  expect(words()).toContain('本机日期刚变了')
  expect(words()).toContain('今天是 2026年11月24日 周二')
  delete desk.answers.confirm_date
  await press('Enter')
  expect(called('confirm_date').at(-1)?.input).toEqual({ date: '2026-11-24' })
  expect(called('accept_received')).toHaveLength(2)
})

it('does not ask in a circle: refused again, the refusal is shown', async () => {
  await accept(2)
  await press('Enter')
  expect(called('accept_received')).toHaveLength(2)
  expect(dialog()).toBeNull()
  expect(page.find('[role="alert"]').text()).toContain('CLOCK-001')
})

it('closes when the page is left', async () => {
  await accept()
  page.unmount()
  await flushPromises()
  expect(called('accept_received')).toHaveLength(1)
  expect(dialog()).toBeNull()
})
