import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { i18n } from '../../i18n'
import ResidentIdle from './ResidentIdle.vue'

const idle = (props: { serving?: string; calls?: number }) => mount(ResidentIdle, { props: { point: '样例中心', window: '3 号综合窗口', ...props }, global: { plugins: [i18n] } })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('shows whose number is at the window and does not take a number that was there already for a call', async () => {
  const shown = idle({ serving: 'A016' })
  await shown.setProps({ calls: 3 })
  expect(shown.get('.serving').text()).toBe('正在办 A016')
  expect(shown.find('.called').exists()).toBe(false)
  expect(shown.get('[role=status]').text()).toBe('请看窗口，听工作人员说')
})

it('calls, calls the same number again, and is quiet after a while', async () => {
  const shown = idle({ calls: 1 })
  expect(shown.find('.serving').exists()).toBe(false)
  await shown.setProps({ serving: 'A017', calls: 2 })
  expect(shown.get('[role=status]').text()).toBe('请 A017 号到 3 号综合窗口')
  const first = shown.get('.called').element
  await shown.setProps({ calls: 3 })
  expect(shown.get('.called').element).not.toBe(first)
  vi.runAllTimers()
  await nextTick()
  expect(shown.find('.called').exists()).toBe(false)
  expect(shown.get('.serving').text()).toBe('正在办 A017')
})

it('says nothing of a call when nobody is at the window', async () => {
  const shown = idle({ serving: 'A017', calls: 2 })
  await shown.setProps({ serving: undefined, calls: 3 })
  expect(shown.get('[role=status]').text()).toBe('请看窗口，听工作人员说')
})
