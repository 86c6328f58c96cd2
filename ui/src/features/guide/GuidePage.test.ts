import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { i18n } from '../../i18n'
import { forgetQueries, type GuideView, type PaperInfo } from '../../ipc'
import { listenForKeys } from '../../kit'
import { back, goHome, route } from '../../shell/route'
import { registerScreens } from '../../shell/screens'
import { answerWith, refusal } from '../../testing/transport'
import GuidePage from './GuidePage.vue'

const paper = (outcome: string): PaperInfo => ({
  id: 'p', document: 'guide', title: '服务指南', copy: 1, pages: 2, missing: [], madeAt: '2026-11-23T10:42:00+08:00', outcome, place: '样例打印机',
})

function guide(answers: Readonly<Record<string, string | undefined>>, more: Partial<GuideView> = {}): GuideView {
  const choice = answers.who ?? 'self'
  return {
    code: 'A', name: '样例事项', category: '样例类', powerType: '', department: '样例局', levels: ['镇（街）'], promised: '10个工作日', statutory: '20个工作日',
    fee: '不收费', feeBasis: '', trips: 0, assisted: true, deferrable: false, commitment: false, results: [], conditions: [],
    requirements: {
      questions: [{ id: 'who', text: '谁来办？', why: '', choices: [{ id: 'self', label: '本人' }, { id: 'child', label: '子女' }], answer: choice, asked: true }],
      lines: choice === 'self' ? [] : [{ material: 'M', name: '授权委托书', form: '原件', copies: 1, issuer: '', status: 'must', rule: null, ruleDetail: null, because: '子女', basis: '', notes: [], original: false, conditional: false, ways: [] }],
      ended: null, notNeeded: [],
    },
    steps: [], bases: [], acceptBody: '', acceptPlace: '', hours: '', consultPlace: '', consultPhone: '', complaintPhone: '', faq: [], qrText: '样例事项：带身份证',
    version: 12, publishedOn: '2026-10-28', publisher: '样例', comparedOn: null, staleDays: null, sample: true, findings: 0, ...more,
  }
}

async function open(more: Partial<GuideView> = {}, answers: Parameters<typeof answerWith>[0] = {}) {
  const fake = answerWith({ show_guide: (input) => guide(input.answers, more), print_guide: () => paper('ready'), print_paper: () => paper('sent'), ...answers })
  const shown = mount(GuidePage, { attachTo: document.body, props: { code: 'A' }, global: { plugins: [i18n] } })
  await flushPromises()
  return { fake, shown }
}

async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
  await flushPromises()
}

let stop: () => void
beforeEach(() => {
  goHome()
  forgetQueries()
  registerScreens([['intake', 'notice'].map((name) => ({ name, title: 'matter.title', component: GuidePage }))])
  stop = listenForKeys()
})
afterEach(() => {
  stop()
  document.body.innerHTML = ''
})

describe('a guide', () => {
  it('leaves no section blank', async () => {
    const { shown } = await open()
    for (const words of ['没有特别条件', '本情形不用交材料', '当场办结', '目录里还没有依据', '无需现场', '不收费']) expect(shown.text()).toContain(words)
    shown.unmount()
  })

  it('changes its list with the digit of a situation and carries the answer into intake and the notice', async () => {
    const { shown } = await open()
    await press('2')
    expect(shown.get('.materials').text()).toContain('授权委托书')
    await press('F2')
    expect(route.value).toEqual({ name: 'intake', params: { code: 'A', answers: '{"who":"child"}' } })
    back()
    await press('F4')
    expect(route.value).toEqual({ name: 'notice', params: { code: 'A', answers: '{"who":"child"}' } })
    shown.unmount()
  })

  it('warns when it was not compared for more than thirty days, not before', async () => {
    const fresh = await open({ staleDays: 30 })
    expect(fresh.shown.text()).not.toContain('没核对，')
    fresh.shown.unmount()
    forgetQueries()
    const old = await open({ staleDays: 42 })
    expect(old.shown.text()).toContain('这份指南 42 天没核对，收费和材料以窗口答复为准')
    old.shown.unmount()
  })
})

describe('printing', () => {
  it('sends the stored paper and says where it went', async () => {
    const { fake, shown } = await open()
    await press('F8')
    expect(fake.asked.slice(-2).map(({ name }) => name)).toEqual(['print_guide', 'print_paper'])
    expect(shown.text()).toContain('《服务指南》已送到打印机样例打印机')
    shown.unmount()
  })

  it('is in the style that was chosen', async () => {
    const { fake, shown } = await open()
    await press('F8')
    await press('F8', { shiftKey: true })
    await press('F8')
    expect(fake.asked.filter(({ name }) => name === 'print_guide').map(({ input }) => input)).toMatchObject([{ style: 'a4' }, { style: 'large' }])
    shown.unmount()
  })

  it('that fails keeps the paper and can be tried again', async () => {
    let works = false
    const { fake, shown } = await open({}, { print_paper: () => { if (!works) throw refusal('PAPER-003', { reason: '没接上' }); return paper('sent') } })
    await press('F8')
    expect(shown.get('[role="alert"]').text()).toContain('办件和文书都已存好，不会重复受理。')
    works = true
    await shown.findAll('button').find((one) => one.text().includes('再打一次'))!.trigger('click')
    await flushPromises()
    expect(fake.asked.filter(({ name }) => name === 'print_guide')).toHaveLength(1)
    expect(shown.text()).toContain('已送到打印机')
    shown.unmount()
  })
})
