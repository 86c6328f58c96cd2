import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick } from 'vue'
import App from '../App.vue'
import { i18n } from '../i18n'
import { announce, type AppStatus, type OperatorInfo } from '../ipc'
import { scale, setScale } from '../kit/preferences'
import { answerWith, refusal } from '../testing/transport'
import { goHome, route } from './route'
import { registerScreens } from './screens'
import { IDLE_LOCK_MS, owner } from './session'
import { status } from './status'

const clerk: OperatorInfo = { id: 'a', name: '样例甲', role: 'clerk', daysLeft: null }
const other: OperatorInfo = { id: 'b', name: '样例乙', role: 'supervisor', daysLeft: null }
const page = (name: string) => defineComponent({ setup: () => () => h('input', { id: name, 'aria-label': name }) })

let desk: AppStatus

function fakeDesk() {
  desk = {
    phase: 'ready', terminal: null, catalogue: null, operator: clerk, devices: [], now: '2026-11-23T10:42:00+08:00', dataOkAt: null, recovered: [], version: '0',
    sync: { connectivity: 'offline', waiting: 7, attention: 0, sendingDone: null, sendingTotal: null, nextTry: null, lastSuccess: null, clockSkewMinutes: null, diskFreeMb: null, storeBroken: false },
  }
  return answerWith({
    app_status: () => ({ ...desk }),
    list_operators: () => ({ operators: [clerk, other] }),
    lock: () => { desk = { ...desk, phase: 'locked', operator: null }; return {} },
    sign_in: ({ operator, password }) => {
      if (password !== 'right') throw refusal('OPS-002', { left: '4' })
      desk = { ...desk, phase: 'ready', operator: operator === 'a' ? clerk : other }
      return operator === 'a' ? clerk : other
    },
  })
}

async function open() {
  const root = document.createElement('div')
  root.id = 'app'
  document.body.append(root)
  const shown = mount(App, { attachTo: root, global: { plugins: [i18n] } })
  await flushPromises()
  return shown
}

async function press(key: string, options: KeyboardEventInit = {}): Promise<void> {
  ;(document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options }))
  await flushPromises()
}

beforeEach(() => {
  localStorage.clear()
  owner.value = ''
  status.value = undefined
  goHome()
  registerScreens([[
    { name: 'workbench', title: 'workbench.title', component: page('search'), nav: { group: 'home', order: 1 }, key: 'F2' },
    { name: 'guides', title: 'guide.title', component: page('guides'), nav: { group: 'serve', order: 1 } },
  ]])
})
afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
})

describe('the chrome', () => {
  it('shows only what exists, and the light in its exact words', async () => {
    fakeDesk()
    const shown = await open()
    expect(shown.findAll('nav button').map((one) => one.text())).toEqual(['工作台', '办事指南'])
    expect(shown.get('header [role="status"]').text()).toBe('未联网，可正常办理7 件待上报')
    shown.unmount()
  })

  it('follows the desk when it says that something changed', async () => {
    fakeDesk()
    const shown = await open()
    desk = { ...desk, sync: { ...desk.sync, attention: 2 } }
    announce({ kind: 'sync', id: null })
    await flushPromises()
    expect(shown.get('header [role="status"]').text()).toBe('2 件需要处理')
    shown.unmount()
  })

  it('goes round the sizes of text with F11', async () => {
    fakeDesk()
    const shown = await open()
    setScale(100)
    await press('F11')
    expect([scale.value, document.documentElement.dataset.scale]).toEqual([125, '125'])
    shown.unmount()
  })
})

describe('the lock', () => {
  it('hides the page and keeps what was being written for the same person', async () => {
    fakeDesk()
    const shown = await open()
    shown.get<HTMLInputElement>('#search').element.value = '写到一半'
    await press('F12')
    expect(shown.get('.shell').attributes('inert')).toBeDefined()
    expect(shown.get('.shell').isVisible()).toBe(false)
    await shown.get('input[type="password"]').setValue('right')
    await shown.get('form').trigger('submit')
    await flushPromises()
    expect(shown.get<HTMLInputElement>('#search').element.value).toBe('写到一半')
    shown.unmount()
  })

  it('shows the next person nothing of the first one', async () => {
    fakeDesk()
    const shown = await open()
    shown.get<HTMLInputElement>('#search').element.value = '写到一半'
    await press('F12')
    await shown.get('fieldset').trigger('keydown', { key: '2' })
    await shown.get('input[type="password"]').setValue('right')
    await shown.get('form').trigger('submit')
    await flushPromises()
    expect(shown.get<HTMLInputElement>('#search').element.value).toBe('')
    expect(route.value.name).toBe('workbench')
    shown.unmount()
  })

  it('closes what was open above the page', async () => {
    fakeDesk()
    const shown = await open()
    await press('F1')
    expect(document.querySelector('[role="dialog"]')).not.toBeNull()
    await press('F12')
    await nextTick()
    expect(document.querySelector('[role="dialog"]')).toBeNull()
    shown.unmount()
  })

  it('falls by itself when nobody touches the counter', async () => {
    const fake = fakeDesk()
    vi.useFakeTimers()
    const shown = await open()
    await vi.advanceTimersByTimeAsync(IDLE_LOCK_MS - 1)
    expect(fake.asked.some(({ name }) => name === 'lock')).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(fake.asked.some(({ name }) => name === 'lock')).toBe(true)
    shown.unmount()
  })
})

describe('a page that fails', () => {
  const reported = vi.fn()
  beforeEach(() => void vi.stubGlobal('reportError', reported))
  afterEach(() => void vi.unstubAllGlobals())

  it('while it is drawn is replaced by words, and the chrome goes on', async () => {
    fakeDesk()
    registerScreens([[{ name: 'workbench', title: 'workbench.title', component: defineComponent({ setup: () => () => { throw new Error('sample') } }) }]])
    const shown = await open()
    expect(shown.get('main').text()).toContain('这一页没有画出来。')
    expect(shown.find('header').exists()).toBe(true)
    expect(reported).toHaveBeenCalledOnce()
    shown.unmount()
  })
})
