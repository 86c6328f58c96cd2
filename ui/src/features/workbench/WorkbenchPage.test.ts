import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { i18n } from '../../i18n'
import { forgetQueries, type PressingCase, type Workbench } from '../../ipc'
import { listenForKeys } from '../../kit'
import { goHome, route } from '../../shell/route'
import { registerScreens, type Screen } from '../../shell/screens'
import { answerWith } from '../../testing/transport'
import { TALLIES } from '../case'
import WorkbenchPage from './WorkbenchPage.vue'

function pressing(short: string, todo: string, more: Partial<PressingCase['row']> = {}): PressingCase {
  return {
    todo,
    row: {
      number: `LY03-2026${short}-X`, short, applicant: '样例', idMasked: '3**0421', matter: '高龄津贴申领', code: '11370481MB9X11814D4370511004000', state: 'received', step: null, office: '样例局',
      due: { light: 'calm', days: 4, date: '2026-11-27', provisional: false }, sync: { mark: 'reported', percent: null, reason: null },
      clerk: '样例员', slipEnteredOn: null, greenLane: null, outOfHours: false, receivedOn: '2026-11-23', ...more,
    },
  }
}

function bench(more: Partial<Workbench> = {}): Workbench {
  const rows = more.pressing ?? []
  return {
    tallies: TALLIES.map((tally) => ({ tally, count: 0, part: 0 })), pressingTotal: rows.length, pressing: rows, papers: [], ratings: [], toldAgain: null, demands: null, suspectDays: [], enquiries: { open: 0, rows: [] }, today: { visits: 0, waived: 0, reused: 0 }, calendarKnown: true, ...more,
  }
}

async function page(view: Workbench) {
  const fake = answerWith({
    workbench: () => view,
    list_drafts: () => ({ drafts: [] }),
    search_matters: ({ text }) => ({ query: text, modes: [], rows: [] }),
    print_paper: ({ id }) => ({ id, document: 'receipt', title: '申请材料接收凭证', copy: 1, pages: 1, missing: [], madeAt: '2026-11-23T10:42:00+08:00', outcome: 'done', place: '样例机', reason: null }),
  })
  const shown = mount(WorkbenchPage, { attachTo: document.body, global: { plugins: [i18n] } })
  await flushPromises()
  return { fake, shown }
}

async function press(key: string, options: KeyboardEventInit = {}): Promise<void> {
  const target = document.activeElement ?? document.body
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options }))
  await flushPromises()
}

let stop: () => void
beforeEach(() => {
  goHome()
  forgetQueries()
  registerScreens([['intake', 'case', 'sync'].map((name): Screen => ({ name, title: 'workbench.title', component: WorkbenchPage }))])
  stop = listenForKeys()
})
afterEach(() => {
  stop()
  document.body.innerHTML = ''
})

it('tells zeros and says that nothing is pressing', async () => {
  const { shown } = await page(bench())
  expect(shown.findAll('.tally b').map((one) => one.text())).toEqual(TALLIES.map(() => '0'))
  expect(shown.text()).toContain('今天还没有要紧的事。F2 开始受理，F5 叫号。')
  shown.unmount()
})

it('Alt and a digit open the cases behind a count', async () => {
  const { shown } = await page(bench())
  await press('4', { altKey: true, code: 'Digit4' })
  expect(route.value).toEqual({ name: 'case', params: { tally: 'overdue' } })
  await press('6', { altKey: true, code: 'Digit6' })
  expect(route.value.name).toBe('printing')
  shown.unmount()
})

describe('the pressing cases', () => {
  const rows = [
    pressing('1109-0032', 'urge', { state: 'in_process', due: { light: 'over', days: 1, date: '2026-11-20', provisional: false } }),
    pressing('1116-0007', 'remind_correction', { state: 'needs_correction', due: { light: 'soon', days: 0, date: '2026-11-23', provisional: false } }),
    pressing('1120-0003', 'settle_report', { sync: { mark: 'attend', percent: null, reason: 'number_doubled' } }),
  ]

  it('say what is pressing and what to do', async () => {
    const { shown } = await page(bench({ pressing: rows }))
    const cells = shown.findAll('tr.row').map((row) => [row.get('td').text(), row.findAll('td').at(-1)!.text()])
    expect(cells.map(([due]) => due).slice(0, 2)).toEqual(['超期 1 天', '补正今天到期'])
    expect(cells.map(([, todo]) => todo!.replace('Enter', ''))).toEqual(['联系经办部门催办', '电话提醒补正', '去同步中心处理'])
    shown.unmount()
  })

  it('take the keyboard from the empty field, and Enter does the verb of the row', async () => {
    const { shown } = await page(bench({ pressing: rows }))
    await press('ArrowDown')
    expect(document.activeElement?.tagName).toBe('TR')
    await press('End')
    await press('Enter')
    expect(route.value.name).toBe('sync')
    shown.unmount()
  })

  it('are narrowed by a tab', async () => {
    const { shown } = await page(bench({ pressing: rows }))
    await shown.get('.tabs input[value="supply"]').setValue()
    expect(shown.findAll('tr.row')).toHaveLength(1)
    shown.unmount()
  })
})

it('a supervisor sees how often people were told again, others do not', async () => {
  const { shown } = await page(bench({ toldAgain: 2 }))
  expect(shown.get('.again').text()).toBe('二次告知2 次，近 30 天')
  shown.unmount()
  forgetQueries()
  const other = await page(bench())
  expect(other.shown.find('.again').exists()).toBe(false)
  other.shown.unmount()
})

it('a supervisor sees who demanded what beyond the list this month, others do not', async () => {
  const rows = [{ at: '2026-11-23T10:42:00+08:00', clerk: '样例员', matter: '高龄津贴申领', demanded: '居住证明', number: 'LY03-20261123-0003-X' }]
  const { shown } = await page(bench({ demands: { count: 1, rows } }))
  const shelf = shown.get('.demands')
  expect(shelf.text()).toContain('疑似超清单要求本月 1 次')
  expect(shelf.get('li').text()).toMatch(/^居住证明.*10:42 样例员 · 高龄津贴申领/)
  await shelf.get('.btn').trigger('click')
  expect(route.value).toEqual({ name: 'case', params: { number: 'LY03-20261123-0003-X' } })
  shown.unmount()
  forgetQueries()
  const other = await page(bench())
  expect(other.shown.find('.demands').exists()).toBe(false)
  other.shown.unmount()
})

it('typing in the list goes back to the search field', async () => {
  const { shown } = await page(bench({ pressing: [pressing('1120-0011', 'decide')] }))
  await press('ArrowDown')
  await press('g')
  expect(document.activeElement).toBe(shown.get('#matter-search').element)
  shown.unmount()
})

it('what is typed takes the place of the workbench until it is cleared', async () => {
  const { shown } = await page(bench())
  await shown.get('#matter-search').setValue('gljt')
  await flushPromises()
  expect(shown.find('.tally').exists()).toBe(false)
  await press('Escape')
  expect(shown.find('.tally').exists()).toBe(true)
  shown.unmount()
})

it('a paper that waits is printed from here', async () => {
  const paper = { id: 'p1', document: 'receipt', title: '申请材料接收凭证', copy: 1, pages: 1, missing: [], madeAt: '2026-11-23T10:42:00+08:00', outcome: 'failed', place: '小票机', reason: 'paper_out' }
  const { shown, fake } = await page(bench({ papers: [{ paper, number: 'LY03-20261120-0003-X', short: '1120-0003', applicant: '样例' }] }))
  expect(shown.get('.papers').text()).toContain('1120-0003 样例，没打出来：缺纸')
  await shown.get('.papers li .btn').trigger('click')
  await flushPromises()
  expect(fake.asked).toContainEqual({ name: 'print_paper', input: { id: 'p1' } })
  shown.unmount()
})
