import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { i18n } from '../../i18n'
import { call, forgetQueries, type PaperInfo } from '../../ipc'
import { listenForKeys } from '../../kit'
import { board, paper, printer } from '../../../tests/preview/papers'
import { answerWith, refusal } from '../../testing/transport'
import PaperList from './PaperList.vue'
import { usePapers, type Papers } from './usePapers'

const SHEETS = printer('laser', { name: 'A4 打印机', kind: 'ipp', address: 'ipp://127.0.0.1/ipp/print', width: null })
const TICKETS = printer('tickets')
let stop: () => void

beforeEach(() => {
  forgetQueries()
  i18n.global.locale.value = 'zh-CN'
  document.body.innerHTML = '<div id="app"></div>'
  stop = listenForKeys()
})
enableAutoUnmount(afterEach)
afterEach(() => stop())

type Answers = Parameters<typeof answerWith>[0]

/** A list of papers of an accepted case, after its papers were sent. */
async function shown(papers: PaperInfo[], answers: Answers = {}) {
  const fake = answerWith({ list_printers: () => board(TICKETS, SHEETS), ...answers })
  let desk!: Papers
  const list = mount({ components: { PaperList }, setup: () => ({ desk: (desk = usePapers(papers)), number: () => 'LY03-20261123-0012-7' }), template: '<PaperList :desk="desk" :number-of="number" :stands="{ short: \'1123-0012\', accepted: true }" />' }, { attachTo: document.body, global: { plugins: [i18n] } })
  await flushPromises()
  return { fake, list, desk }
}
const press = async (key: string) => {
  ;(document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  await flushPromises()
}
const message = () => document.querySelector('[role=alert] p')?.textContent?.replace(/\s+/g, '') ?? ''
const named = (words: string) => [...document.querySelectorAll('button')].find((button) => button.textContent?.includes(words))!

describe('what a printer did', () => {
  it('is said with the exact words for a ticket printer without paper, and Enter sends it again', async () => {
    const out = paper('p', { outcome: 'failed', place: '小票机', reason: 'paper_out' })
    let loaded = false
    const { fake } = await shown([paper('p')], { print_paper: () => (loaded ? paper('p', { outcome: 'printing', place: '小票机' }) : out) })
    named('打印').click()
    await flushPromises()
    expect(message()).toBe('小票机没纸了。受理已完成，受理号1123-0012已存好。装纸后按Enter补打，也可以先办下一位。')
    expect(document.activeElement?.textContent).toContain('补打')
    loaded = true
    ;(document.activeElement as HTMLButtonElement).click()
    await flushPromises()
    expect(fake.asked.filter(({ name }) => name === 'print_paper')).toHaveLength(2)
    expect(message()).toBe('')
  })

  it('lets 2 print on the one printer of sheets when the ticket printer is gone', async () => {
    const gone = paper('p', { outcome: 'failed', place: '小票机', reason: 'not_reached' })
    const { fake } = await shown([paper('p')], { print_paper: () => gone, print_elsewhere: ({ id }) => paper(id, { outcome: 'printing', place: 'A4 打印机' }) })
    named('打印').click()
    await flushPromises()
    expect(message()).toBe('找不到小票机。受理已完成并存好。检查电源和USB线，或按2改用A4打印。')
    await press('2')
    expect(fake.asked).toContainEqual({ name: 'print_elsewhere', input: { id: 'p', printer: 'laser' } })
  })

  it('takes a paper back that has not moved for two minutes before it is sent again', async () => {
    const stuck = paper('p', { outcome: 'printing', place: 'A4 打印机', reason: 'timeout' })
    const { fake } = await shown([stuck], { cancel_papers: () => ({ papers: [paper('p', { outcome: 'cancelled' })] }), print_paper: () => paper('p', { outcome: 'printing', place: 'A4 打印机' }) })
    expect(message()).toBe('打印任务2分钟没动。内容都在待打印里。重启打印机后按Enter重发，不会重复受理。')
    named('重发').click()
    await flushPromises()
    expect(fake.asked.map(({ name }) => name).filter((name) => name !== 'list_printers')).toEqual(['cancel_papers', 'print_paper'])
    expect(message()).toBe('')
  })

  it('waits for a printer that goes on by itself once it has paper', async () => {
    await shown([paper('p', { outcome: 'printing', place: 'A4 打印机', reason: 'paper_out' })])
    expect(message()).toContain('装纸后会接着打')
    expect(named('补打')).toBeUndefined()
  })

  it('is asked of a person when nobody knows, and what did not come out is printed as another copy', async () => {
    const copy = paper('q', { copy: 2 })
    const { fake } = await shown([paper('p', { outcome: 'unknown', place: '小票机', reason: 'lost' })], {
      paper_seen: () => copy,
      show_paper: ({ id }) => paper(id, { outcome: 'unknown', reason: 'blank' }),
      print_paper: ({ id }) => paper(id, { copy: 2, outcome: 'done', place: '小票机' }),
    })
    named('没出来').click()
    await flushPromises()
    expect(fake.asked).toContainEqual({ name: 'paper_seen', input: { id: 'p', cameOut: false } })
    expect(fake.asked).toContainEqual({ name: 'print_paper', input: { id: 'q' } })
    expect(message()).toBe('')
    expect(document.body.textContent).toContain('没打出来，已补打')
  })

  it('shows as soon as the printer says it', async () => {
    let now = paper('p', { outcome: 'printing', place: '小票机' })
    const { fake } = await shown([now], { show_paper: () => now })
    now = paper('p', { outcome: 'done', place: '小票机' })
    fake.change({ kind: 'paper', id: 'p' })
    await flushPromises()
    expect(document.body.textContent).toContain('已打出：小票机')
  })
})

describe('a paper that came out', () => {
  it('is made again for a reason, chosen by its digit', async () => {
    const { fake } = await shown([paper('p', { outcome: 'done', place: '小票机' })], { reprint: () => paper('q', { copy: 2 }), print_paper: ({ id }) => paper(id, { copy: 2, outcome: 'printing', place: '小票机' }) })
    named('再打一份').click()
    await flushPromises()
    expect([...document.querySelectorAll('.choice')].map((one) => one.textContent?.replace(/\s+/g, ''))).toEqual(['1遗失', '2没打清楚', '3空白', '4卡纸', '5多要一份'])
    await press('4')
    expect(fake.asked).toContainEqual({ name: 'reprint', input: { number: 'LY03-20261123-0012-7', document: 'receipt', reason: 'jammed' } })
    expect(fake.asked).toContainEqual({ name: 'print_paper', input: { id: 'q' } })
  })
})

describe('a paper nobody said why of', () => {
  it('is made again for the reason somebody chooses, once Rust asks for one', async () => {
    const reprint = ({ reason }: { reason: string | null }) => {
      if (reason === null) throw refusal('PAPER-007', { title: '申请表' })
      return paper('q', { copy: 2 })
    }
    const { fake, desk } = await shown([], { reprint, print_paper: ({ id }) => paper(id, { copy: 2, outcome: 'done', place: '小票机' }) })
    await desk.begin((reason) => call('reprint', { number: 'LY03-20261123-0012-7', document: 'application_form', reason }))
    await flushPromises()
    expect(document.body.textContent).toContain('为什么补打《申请表》')
    await press('1')
    expect(fake.asked.map(({ input }) => input)).toEqual([...[null, 'lost'].map((reason) => ({ number: 'LY03-20261123-0012-7', document: 'application_form', reason })), { id: 'q' }])
    expect(desk.failure.value).toBeUndefined()
  })
})

describe('sending', () => {
  it('keeps the rest going when one fails, and marks the one that failed', async () => {
    answerWith({
      print_paper: ({ id }) => {
        if (id === 'first') throw refusal('PAPER-003', { reason: 'refused' })
        return paper(id, { outcome: 'done', place: '小票机' })
      },
    })
    const { papers, failure, printAll } = usePapers([paper('first'), paper('second')])
    await printAll()
    expect(papers.value.map(({ outcome, reason }) => [outcome, reason])).toEqual([['failed', 'refused'], ['done', null]])
    expect(failure.value).toBeUndefined()
  })

  it('happens once, however often the key is pressed', async () => {
    const fake = answerWith({ print_paper: () => new Promise(() => undefined) })
    const { print } = usePapers([paper('one')])
    void print('one')
    void print('one')
    await flushPromises()
    expect(fake.asked).toHaveLength(1)
  })

  it('waits for a word when characters would be missing', async () => {
    const fake = answerWith({ print_paper: ({ id }) => paper(id, { outcome: 'done' }) })
    const desk = usePapers([])
    await desk.begin(() => Promise.resolve(paper('rare', { missing: ['𮧵'] })))
    expect(fake.asked).toEqual([])
    await desk.print('rare')
    expect(desk.papers.value[0]?.outcome).toBe('done')
  })
})
