import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { nextTick } from 'vue'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { i18n } from '../../i18n'
import { forgetQueries, type NoticeView, type PaperInfo, type PersonInput, type QuestionView, type RequirementLine } from '../../ipc'
import { listenForKeys } from '../../kit'
import { back, go, goHome, route } from '../../shell/route'
import { registerScreens } from '../../shell/screens'
import { status } from '../../shell/status'
import { answerWith, refusal, type FakeTransport } from '../../testing/transport'
import NoticePage from './NoticePage.vue'

const paper = (outcome: string): PaperInfo => ({
  id: 'p', document: 'once_notice', title: '一次性告知单', copy: 1, pages: 1, missing: [], madeAt: '2026-11-23T10:42:00+08:00', outcome, place: '样例打印机', reason: null,
})
const line = (material: string, name: string, more: Partial<RequirementLine> = {}): RequirementLine => ({
  material, name, form: '原件', copies: 1, issuer: '', status: 'must', rule: null, ruleDetail: null, because: null, basis: '依据未逐一核对', notes: [],
  criteria: [], certificate: false, original: false, conditional: false, ways: [], ...more,
})
const question = (id: string, choices: string[], answers: Readonly<Record<string, string | undefined>>, asked = true): QuestionView => ({
  id, text: `${id}？`, why: '', choices: choices.map((choice) => ({ id: choice, label: choice })), answer: answers[id] ?? null, asked,
})

/** Whoever comes for somebody else is asked who; coming too early ends it. */
function notice(answers: Readonly<Record<string, string | undefined>>, more: Partial<NoticeView> = {}): NoticeView {
  const other = answers.who === 'other'
  return {
    code: 'A', name: '样例事项', place: ['样例窗口', '周一至周五'], limit: '10 个工作日', fee: '不收费', contact: '0632-0000000', here: true, version: 12,
    publishedOn: '2026-10-28', staleDays: null, sample: true, earlier: null,
    requirements: {
      questions: [question('who', ['self', 'other'], answers), question('kin', ['child', 'friend'], answers, other), question('age', ['old', 'young'], answers)],
      lines: answers.age === 'young' ? [] : [
        line('ID', '身份证'),
        line('CARD', '社会保障卡', { status: 'waived', rule: '部门共享', ruleDetail: '窗口核验' }),
        ...(other ? [line('LETTER', '授权委托书', { because: 'other', notes: ['双方签字'], status: 'deferrable' })] : []),
      ],
      ended: answers.age === 'young' ? { question: 'age？', reason: '还没到年龄', instead: '满 80 周岁再来' } : null,
      notNeeded: ['居住证明：已取消'],
    },
    ...more,
  }
}

const card = { name: '样例王秀兰', idKind: 'citizen', idNumber: '370481194003210421' } as PersonInput
const EARLIER = { at: '2026-11-20T09:15:00+08:00', clerk: '样例李敏' }
let page: VueWrapper
let desk: FakeTransport

async function open(more: Partial<NoticeView> = {}, commands: Parameters<typeof answerWith>[0] = {}, answers?: string): Promise<void> {
  desk = answerWith({
    show_notice: (input) => notice(input.answers, more),
    give_notice: () => ({ paper: paper('ready'), second: false }),
    print_paper: () => paper('done'),
    read_card: () => ({ person: card, validTo: null, expired: false, linked: null, rare: [] }),
    list_operators: () => ({ operators: [
      { id: 'c', name: '样例周敏', role: 'clerk', daysLeft: null },
      { id: 's', name: '样例张立', role: 'supervisor', daysLeft: null },
    ] }),
    ...commands,
  })
  page = mount(NoticePage, { attachTo: '#app', props: { code: 'A', answers }, global: { plugins: [i18n] } })
  await settle()
}

async function settle(): Promise<void> {
  await flushPromises()
  await nextTick()
}

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) {
    ;(document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    await settle()
  }
}

const given = () => desk.asked.filter(({ name }) => name === 'give_notice').map(({ input }) => input)
const current = () => page.get('.question.current').text()
const focused = () => (document.activeElement as HTMLInputElement).value
const bring = () => page.findAll('.bring > li').map((one) => one.get('b').text())
const dialog = () => document.querySelector<HTMLElement>('[role="dialog"]')

function type(name: string, text: string): void {
  const field = document.getElementById(`field-${name}`) as HTMLInputElement
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

async function agree(): Promise<void> {
  ;[...(dialog()?.querySelectorAll('button') ?? [])].find((one) => one.textContent?.includes('同意'))?.click()
  await settle()
}

let stop: () => void
beforeEach(() => {
  document.body.innerHTML = '<div id="app"></div>'
  goHome()
  forgetQueries()
  status.value = undefined
  registerScreens([[{ name: 'intake', title: 'matter.title', component: NoticePage }]])
  stop = listenForKeys()
})
afterEach(() => {
  page.unmount()
  stop()
})

describe('asking', () => {
  it('begins at the first question; a digit answers it and goes to the next that is open', async () => {
    await open()
    expect(focused()).toBe('self')
    await press('1')
    expect(page.findAll('.question')).toHaveLength(2)
    expect(current()).toContain('age？')
    expect(focused()).toBe('old')
  })

  it('begins at the first question when the list is remembered, too', async () => {
    await open()
    page.unmount()
    await open()
    expect(current()).toContain('who？')
    expect(focused()).toBe('self')
  })

  it('does not skip the question that an answer brings up', async () => {
    await open()
    await press('2')
    expect(current()).toContain('kin？')
    expect(bring()).toEqual(['身份证', '授权委托书'])
    expect(page.text()).toContain('您这次要带 2 样')
    expect(page.get('.bring').text()).toContain('因“other”；双方签字')
    expect(page.get('.bring').text()).toContain('可以后补')
  })

  it('keeps keys that come before the list for what they are meant for', async () => {
    const waiting: (() => void)[] = []
    await open({}, { show_notice: ({ answers }) => (Object.keys(answers).length === 0 ? notice(answers) : new Promise((done) => waiting.push(() => done(notice(answers))))) })
    await press('2', '1', '3', 'F8')
    expect(given()).toEqual([])
    for (let turn = 0; turn < 3; turn += 1) {
      waiting.shift()?.()
      await settle()
    }
    expect(given()).toMatchObject([{ answers: { who: 'other', kin: 'child', age: '?' } }])
  })

  it('stays where the matter ends, and says where to go instead', async () => {
    await open()
    await press('1', '2')
    expect(current()).toContain('age？')
    expect(page.find('.bring').exists()).toBe(false)
    expect(page.text()).toContain('还没到年龄')
    expect(page.text()).toContain('满 80 周岁再来')
    await press('1')
    expect(bring()).toEqual(['身份证'])
  })

  it('goes on with Enter without an answer, and from the last question to the printing', async () => {
    await open({}, {}, '{"who":"self","age":"old"}')
    await press('Enter')
    expect(current()).toContain('age？')
    await press('Enter')
    expect(document.activeElement?.textContent).toContain('打印告知单')
  })

  it('is not needed where nothing changes the list', async () => {
    await open({ requirements: { ...notice({}).requirements, questions: [] } })
    expect(page.find('.question').exists()).toBe(false)
    expect(bring()).toEqual(['身份证'])
    expect(document.activeElement?.className).toContain('body')
  })
})

it('names what stays at home, and says it when a basis was not checked', async () => {
  await open()
  expect(page.get('.home').text()).toContain('社会保障卡 免交，部门共享，窗口核验')
  expect(page.get('.home').text()).toContain('居住证明：已取消')
  expect(page.get('.bring').text()).toContain('依据未逐一核对')
})

describe('whom it is told', () => {
  it('is nobody by name until a card is read, and again when the person is taken away', async () => {
    await open()
    expect(page.text()).toContain('没读卡：这份告知不记名')
    await press('F6')
    expect(page.get('.who').text()).toBe('告知对象样例王秀兰3*************0421')
    expect(desk.asked.at(-1)?.input).toMatchObject({ person: card })
    await page.findAll('button').find((one) => one.text() === '不记名')?.trigger('click')
    await settle()
    expect(page.text()).toContain('没读卡：这份告知不记名')
  })

  it('stays as it was when the card cannot be read', async () => {
    await open({}, { read_card: () => { throw refusal('DEVICE-001') } })
    await press('F6')
    expect(page.find('[role="alert"]').exists()).toBe(true)
    expect(page.text()).toContain('没读卡')
  })
})

describe('the sheet', () => {
  it('is not printed while a question is open: it would not be the exact list', async () => {
    await open()
    await press('1', 'F8')
    expect(given()).toEqual([])
    expect(page.text()).toContain('还有 1 题没问')
    expect(focused()).toBe('old')
    await press('3')
    expect(page.find('[role="alert"]').exists()).toBe(false)
  })

  it('is written down and sent to the printer; a person’s sheet is printed again, not told again', async () => {
    await open()
    await press('1', '1', 'F6', 'F8')
    expect(given()).toEqual([{ code: 'A', answers: { who: 'self', age: 'old' }, person: card, leave: null }])
    expect(page.text()).toContain('《一次性告知单》已从样例打印机打出来')
    await press('F8')
    expect(given()).toHaveLength(1)
    expect(desk.asked.filter(({ name }) => name === 'print_paper')).toHaveLength(2)
  })

  it('leaves out the answer to a question that is not asked any more', async () => {
    await open({}, {}, '{"who":"self","kin":"child","age":"old"}')
    await press('F8')
    expect(given()).toMatchObject([{ answers: { who: 'self', age: 'old' } }])
  })
})

describe('a second notice', () => {
  const needsLeave: Parameters<typeof answerWith>[0] = {
    give_notice: ({ leave }) => {
      if (leave === null) throw refusal('NOTICE-001', EARLIER)
      if (leave.password !== 'right' && leave.supervisor !== '') throw refusal('OPS-002', { left: '4' })
      return { paper: paper('ready'), second: true }
    },
  }

  it('is announced and asks for the supervisor before anything is given', async () => {
    await open({ earlier: EARLIER }, needsLeave, '{"who":"self","age":"old"}')
    expect(page.text()).toMatch(/11月20日 09:15 样例李敏 已经告知过一次。\s+再告知要负责人同意。/)
    await press('F8')
    expect(given()).toEqual([])
    expect(dialog()?.textContent).toContain('样例张立')
    expect(dialog()?.textContent).not.toContain('样例周敏')
    await agree()
    expect(dialog()?.textContent).toContain('写明为什么要再告知一次')
    expect(given()).toEqual([])
  })

  it('is given once with the leave, after a wrong password too', async () => {
    await open({}, needsLeave, '{"who":"self","age":"old"}')
    await press('F8')
    expect(given()).toHaveLength(1)
    type('reason', '规定变了')
    type('password', 'wrong')
    await agree()
    expect(dialog()?.textContent).toContain('口令不对，还可试 4 次。')
    type('password', 'right')
    await agree()
    expect(dialog()).toBeNull()
    expect(given().at(-1)).toMatchObject({ leave: { supervisor: 's', password: 'right', reason: '规定变了' } })
    expect(given()).toHaveLength(3)
    expect(page.text()).toContain('已从样例打印机打出来')
  })

  it('asks a supervisor at the window for the reason only', async () => {
    await open({ earlier: EARLIER }, needsLeave, '{"who":"self","age":"old"}')
    status.value = { operator: { id: 's', name: '样例张立', role: 'supervisor', daysLeft: null } } as typeof status.value
    await press('F8')
    expect(document.getElementById('field-password')).toBeNull()
    type('reason', '规定变了')
    await agree()
    expect(given()).toMatchObject([{ leave: { supervisor: '', password: '', reason: '规定变了' } }])
  })
})

describe('on to intake', () => {
  it('F2 carries the answers, and they are still there on the way back', async () => {
    go('notice', { code: 'A' })
    await open()
    await press('2', '1', '3', 'F2')
    const carried = { code: 'A', answers: '{"who":"other","kin":"child","age":"?"}' }
    expect(route.value).toEqual({ name: 'intake', params: carried })
    back()
    expect(route.value).toEqual({ name: 'notice', params: carried })
  })

  it('is not offered for a matter taken elsewhere', async () => {
    await open({ here: false })
    expect(page.text()).toContain('不在本点收')
    expect(page.text()).not.toContain('转受理')
  })
})
