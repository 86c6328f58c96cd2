import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { i18n } from '../../i18n'
import { forgetQueries, type DemoStarted, type SetupState } from '../../ipc'
import { answerWith } from '../../testing/transport'
import SetupPage from './SetupPage.vue'
import { nextStep } from './steps'

let state: SetupState
beforeEach(() => {
  forgetQueries()
  state = { enrolled: false, administrator: false, matters: 0 }
})
afterEach(() => (document.body.innerHTML = ''))

async function open(more: Parameters<typeof answerWith>[0] = {}) {
  const fake = answerWith({ setup_state: () => ({ ...state }), ...more })
  const shown = mount(SetupPage, { attachTo: document.body, global: { plugins: [i18n] } })
  await flushPromises()
  return { fake, shown }
}

const button = (shown: Awaited<ReturnType<typeof open>>['shown'], words: string) => shown.findAll('main button').find((one) => one.text().includes(words))!

it('begins at the first step that is not done', () => {
  expect(nextStep({ enrolled: false, administrator: false, matters: 0 })).toBe('point')
  expect(nextStep({ enrolled: true, administrator: false, matters: 89 })).toBe('administrator')
  expect(nextStep({ enrolled: true, administrator: true, matters: 0 })).toBe('catalogue')
  expect(nextStep({ enrolled: true, administrator: true, matters: 89 })).toBe('test')
})

describe('the demonstration', () => {
  it('shows its passwords although the state says enrolled long before it is ready', async () => {
    let finish: (started: DemoStarted) => void = () => undefined
    const { fake, shown } = await open({ start_demo: () => new Promise<DemoStarted>((resolve) => (finish = resolve)) })
    await button(shown, '打开演示').trigger('click')
    state = { enrolled: true, administrator: true, matters: 0 }
    fake.change({ kind: 'status', id: null })
    await flushPromises()
    expect(shown.text()).toContain('正在准备')
    finish({ operators: [{ name: '样例窗口员', role: 'clerk', password: 'sample-clerk' }] })
    await flushPromises()
    expect(shown.text()).toContain('sample-clerk')
    await button(shown, '进入').trigger('click')
    await flushPromises()
    expect(shown.emitted('done')).toHaveLength(1)
  })
})

describe('the first administrator', () => {
  it('is told everything that is missing at once, and nothing is sent', async () => {
    state = { enrolled: true, administrator: false, matters: 0 }
    const { fake, shown } = await open()
    await shown.get('form').trigger('submit')
    await flushPromises()
    expect(shown.get('[role="alert"]').text()).toContain('还有 2 处要改')
    expect(fake.asked.some(({ name }) => name === 'create_administrator')).toBe(false)
  })

  it('cannot be skipped, the catalogue can', async () => {
    state = { enrolled: true, administrator: false, matters: 0 }
    const { shown } = await open()
    expect(button(shown, '进入')).toBeUndefined()
    shown.unmount()
    forgetQueries()
    state = { enrolled: true, administrator: true, matters: 0 }
    const next = await open()
    await button(next.shown, '以后再导').trigger('click')
    expect(next.shown.get('h1').text()).toBe('打一张试票')
  })
})
