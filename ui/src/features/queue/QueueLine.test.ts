import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { nextTick } from 'vue'
import { i18n } from '../../i18n'
import type { QueueBoard, TicketRow } from '../../ipc'
import { listenForKeys } from '../../kit'
import QueueLine from './QueueLine.vue'

const ticket = (number: string, more: Partial<TicketRow> = {}): TicketRow => ({ id: number, number, business: '综合', priority: null, booked: null, name: '', takenAt: '2026-11-23T09:00:00+08:00', waited: 6, state: 'waiting', calls: 0, ...more })
const board = (more: Partial<QueueBoard>): QueueBoard => ({ open: true, hours: [], serving: null, waiting: [], held: [], missed: [], businesses: [], served: 0, averageWait: null, longestWait: null, overrides: 0, resumed: null, ...more })
const line = (shown: QueueBoard) => mount(QueueLine, { props: { board: shown }, attachTo: document.body, global: { plugins: [i18n] } })

it('lists who waits in order, then who was put aside and who missed it, each with what can be done', () => {
  const shown = line(board({ waiting: [ticket('A002', { priority: 'age' }), ticket('A003', { booked: '10:30', name: '样例赵' })], held: [ticket('A001', { state: 'held', calls: 1 })], missed: [ticket('B001', { state: 'missed', calls: 3 })] }))
  expect(shown.findAll('tr.group').map((one) => one.text())).toEqual(['等候 2', '挂起 1', '过号 1'])
  expect(shown.findAll('tr.row').map((one) => one.findAll('td').map((cell) => cell.text()).filter((_, at) => at !== 1))).toEqual([
    ['A002', '6 分钟', '优先（80 周岁以上）', '叫下一位Enter'],
    ['A003', '6 分钟', '预约 10:30样例赵', '越序叫号'],
    ['A001', '6 分钟', '叫过 1 次', '请回原来的位置'],
    ['B001', '6 分钟', '叫过 3 次', '排到最后'],
  ])
  shown.unmount()
})

it('Enter calls the next, asks for a reason out of order, and brings back', async () => {
  const shown = line(board({ waiting: [ticket('A002'), ticket('A003')], held: [ticket('A001', { state: 'held' })] }))
  for (const row of shown.findAll('tr.row')) await row.trigger('dblclick')
  expect([shown.emitted('next')?.length, shown.emitted('override')?.[0], shown.emitted('bring')?.[0]]).toMatchObject([1, [{ number: 'A003' }], [{ number: 'A001' }]])
  shown.unmount()
})

it('keeps the keyboard when the one it was on is called', async () => {
  const shown = line(board({ waiting: [ticket('A002'), ticket('A003')] }))
  shown.get<HTMLElement>('tr.row').element.focus()
  await shown.setProps({ board: board({ waiting: [ticket('A003')] }) })
  await nextTick()
  await nextTick()
  expect(document.activeElement?.textContent).toContain('A003')
  shown.unmount()
})

it('offers the ticket again of whoever waits or was put aside, by p, and of nobody who missed the call', async () => {
  const stop = listenForKeys()
  const shown = line(board({ waiting: [ticket('A002')], missed: [ticket('B001', { state: 'missed' })] }))
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'p', code: 'KeyP', bubbles: true, cancelable: true }))
  expect(shown.emitted('reprint')).toMatchObject([[{ number: 'A002' }]])
  await shown.findAll('tr.row')[1]?.trigger('click')
  expect(shown.text()).not.toContain('补打')
  shown.unmount()
  stop()
})

it('gives the keyboard to the row of a ticket that was looked for', async () => {
  const shown = line(board({ waiting: [ticket('A002'), ticket('A003')] }))
  await shown.setProps({ found: 'A003' })
  await nextTick()
  await nextTick()
  expect(document.activeElement?.textContent).toContain('A003')
  shown.unmount()
})
