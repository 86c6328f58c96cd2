import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { i18n } from '../../i18n'
import { forgetQueries, type PaperInfo, type PaperShelf, type PrinterBoard } from '../../ipc'
import { listenForKeys } from '../../kit'
import { board, paper, printer } from '../../../tests/preview/papers'
import { answerWith, refusal } from '../../testing/transport'
import { batch } from './batch'
import { asKind, draftOf } from './printerKinds'
import PrinterSection from './PrinterSection.vue'
import ShelfPage from './ShelfPage.vue'

type Answers = Parameters<typeof answerWith>[0]
let stop: () => void

beforeEach(() => {
  forgetQueries()
  batch.forget()
  i18n.global.locale.value = 'zh-CN'
  document.body.innerHTML = '<div id="app"></div>'
  URL.createObjectURL = () => 'blob:page'
  URL.revokeObjectURL = () => undefined
  stop = listenForKeys()
})
enableAutoUnmount(afterEach)
afterEach(() => stop())

const press = async (key: string, options: KeyboardEventInit = {}) => {
  ;(document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options }))
  await flushPromises()
}
const text = () => document.body.textContent?.replace(/\s+/g, ' ') ?? ''
const named = (words: string) => [...document.querySelectorAll('button')].find((button) => button.textContent?.includes(words))!
const names = (asked: readonly { name: string }[]) => asked.map(({ name }) => name)

describe('the printers of a machine', () => {
  async function section(shown: PrinterBoard, answers: Answers = {}) {
    const fake = answerWith({ list_printers: () => shown, ask_printer: ({ id }) => ({ id, condition: 'attention', reasons: ['paper_out'] }), ...answers })
    mount(PrinterSection, { attachTo: document.body, global: { plugins: [i18n] } })
    await flushPromises()
    return fake
  }

  it('are none at first, and the words say what happens without one', async () => {
    await section(board())
    expect(text()).toContain('还没有打印机。先用 PDF 存到桌面，或连上后按刷新。')
  })

  it('are each asked how they are', async () => {
    const fake = await section(board(printer('a'), printer('b', { name: 'A4 打印机', kind: 'ipp', width: null })))
    expect(fake.asked.filter(({ name }) => name === 'ask_printer')).toHaveLength(2)
    expect(document.querySelector('tr.row')?.textContent).toContain('缺纸')
  })

  it('are tried with the output on screen, and the answer is noted', async () => {
    const fake = await section(board(printer('a')), {
      try_printer: () => paper('t', { document: 'test', title: '试打页', outcome: 'printing', place: '小票机' }),
      note_trial: () => board(printer('a', { trial: { at: '2026-11-23T10:42:00+08:00', good: true } })),
    })
    await press('Enter')
    expect(text()).toContain('每个字都清楚、二维码能扫出吗？')
    expect(names(fake.asked)).toContain('paper_page')
    await press('1')
    expect(fake.asked).toContainEqual({ name: 'note_trial', input: { id: 'a', good: true } })
  })

  it('are looked at and tried by whoever may not change them', async () => {
    const fake = await section({ ...board(printer('a')), mayChange: false }, { try_printer: () => paper('t', { outcome: 'done', place: '小票机' }) })
    expect(text()).toContain('改打印机要管理员或负责人；看和试打都可以')
    named('打试票').click()
    await flushPromises()
    expect(names(fake.asked)).toContain('try_printer')
    expect(text()).toContain('由管理员或负责人登录后记下结果。')
    await press('1')
    expect(names(fake.asked)).not.toContain('note_trial')
  })

  it('are found where they can be, each place telling what came of it, and added from there', async () => {
    const fake = await section(board(), {
      find_printers: () => ({ found: [{ kind: 'ticket_usb', address: '/dev/usb/lp0', name: 'POS-80', known: false }], looked: [{ place: 'spooler', outcome: 'unreachable' }, { place: 'usb', outcome: 'found' }] }),
      keep_printer: () => { throw { ...refusal('CASE-001'), problems: [{ field: 'name', rule: 'taken', params: {} }] } },
    })
    await press('f', { altKey: true, code: 'KeyF' })
    expect(text()).toContain('电脑的打印服务：没有应答')
    expect(text()).toContain('USB 口：找到了')
    ;[...document.querySelectorAll('.found button')].forEach((button) => (button as HTMLButtonElement).click())
    await flushPromises()
    named('存好').click()
    await flushPromises()
    expect(fake.asked).toContainEqual({ name: 'keep_printer', input: { id: null, name: '小票机', kind: 'ticket_usb', address: '/dev/usb/lp0', width: 80, cutter: true, textMode: false } })
    expect(text()).toContain('已经有一台叫这个名字')
  })

  it('have a roll when they are ticket printers and none else', () => {
    expect(draftOf({ kind: 'ipp' })).toMatchObject({ width: null, cutter: false, textMode: false })
    expect(asKind(draftOf({ kind: 'ipp' }), 'ticket_serial')).toMatchObject({ width: 80, cutter: true })
    expect(asKind(draftOf({ kind: 'ticket_usb', width: 58 }), 'queue')).toMatchObject({ width: null, cutter: false })
  })

  it('take documents on the sheets they have', async () => {
    const fake = await section(board(printer('a')), { route_document: () => board(printer('a')) })
    const row = [...document.querySelectorAll<HTMLElement>('tr.row')].find((one) => one.textContent?.includes('受理通知书'))!
    row.focus()
    await press('Enter')
    expect(text()).toContain('装不了A4')
    named('存好').click()
    await flushPromises()
    expect(fake.asked).toContainEqual({ name: 'route_document', input: { document: 'acceptance', sheet: 'a4', printer: null } })
  })
})

describe('the shelf of papers', () => {
  const waiting = (one: PaperInfo) => ({ paper: one, number: 'LY03-20261123-0012-7', short: '1123-0012', applicant: '样例群众' })
  let shelf: PaperShelf

  async function page(answers: Answers = {}) {
    const fake = answerWith({ paper_shelf: () => shelf, list_printers: () => board(printer('a')), ...answers })
    mount(ShelfPage, { attachTo: document.body, global: { plugins: [i18n] } })
    await flushPromises()
    return fake
  }

  it('says that nothing waits', async () => {
    shelf = { printing: [], waiting: [], attention: [] }
    await page()
    expect(text()).toContain('都打出来了。')
  })

  it('shows first what somebody has to look at, with what is safe', async () => {
    shelf = { printing: [], waiting: [waiting(paper('w'))], attention: [waiting(paper('f', { outcome: 'failed', place: '小票机', reason: 'paper_out' }))] }
    const fake = await page({ print_paper: ({ id }) => paper(id, { outcome: 'printing' }) })
    expect([...document.querySelectorAll('tr.group')].map((one) => one.textContent)).toEqual(['要看一下', '等着打'])
    expect(text()).toContain('小票机没纸了。')
    expect(text()).toContain('办件没有变化，受理号 1123-0012 已存好。')
    await press('Enter')
    expect(fake.asked).toContainEqual({ name: 'print_paper', input: { id: 'f' } })
  })

  it('asks what came out, by 1 and 2, and Enter guesses nothing', async () => {
    shelf = { printing: [], waiting: [], attention: [waiting(paper('u', { outcome: 'unknown', place: '小票机', reason: 'lost' }))] }
    const fake = await page({ paper_seen: () => paper('u', { outcome: 'done' }) })
    await press('Enter')
    expect(names(fake.asked)).not.toContain('print_paper')
    await press('1')
    expect(fake.asked).toContainEqual({ name: 'paper_seen', input: { id: 'u', cameOut: true } })
  })

  it('prints everything with how far it is, and takes back what no printer has yet', async () => {
    shelf = { printing: [], waiting: ['a', 'b', 'c'].map((id) => waiting(paper(id))), attention: [] }
    const fake = await page({
      print_papers: ({ ids }) => {
        shelf = { ...shelf, waiting: [], printing: ids.map((id) => waiting(paper(id, { outcome: 'printing' }))) }
        return { papers: ids.map((id) => paper(id, { outcome: 'printing' })) }
      },
      cancel_papers: ({ ids }) => {
        shelf = { printing: [], waiting: [], attention: [] }
        return { papers: ids.map((id) => paper(id, { outcome: 'cancelled' })) }
      },
    })
    await press('F8')
    expect(text()).toContain('0 / 3')
    shelf = { ...shelf, printing: shelf.printing.slice(1) }
    fake.change({ kind: 'paper', id: 'a' })
    await flushPromises()
    expect(text()).toContain('1 / 3')
    named('取消').click()
    await flushPromises()
    expect(fake.asked).toContainEqual({ name: 'cancel_papers', input: { ids: ['b', 'c'] } })
    expect(text()).toContain('2 份不打了')
    expect(batch.running.value).toBe(false)
  })

  it('lets the space bar look at a paper, page by page', async () => {
    shelf = { printing: [], waiting: [waiting(paper('w', { pages: 2 }))], attention: [] }
    const fake = await page()
    await press(' ')
    await press('PageDown')
    expect(fake.asked.filter(({ name }) => name === 'paper_page').map(({ input }) => input)).toEqual([{ id: 'w', page: 1 }, { id: 'w', page: 2 }])
    await press('+')
    expect(document.querySelector<HTMLInputElement>('input[value="100"]')?.checked).toBe(true)
  })
})
