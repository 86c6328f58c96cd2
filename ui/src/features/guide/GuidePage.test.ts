import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { i18n } from '../../i18n'
import { forgetQueries, type FindingView, type GuideView, type PaperInfo } from '../../ipc'
import { listenForKeys } from '../../kit'
import { back, goHome, route } from '../../shell/route'
import { registerScreens } from '../../shell/screens'
import { answerWith, refusal } from '../../testing/transport'
import GuidePage from './GuidePage.vue'

const paper = (outcome: string): PaperInfo => ({
  id: 'p', document: 'guide', title: '服务指南', copy: 1, pages: 2, missing: [], madeAt: '2026-11-23T10:42:00+08:00', outcome, place: '样例打印机', reason: null,
})

function guide(answers: Readonly<Record<string, string | undefined>>, more: Partial<GuideView> = {}): GuideView {
  const choice = answers.who ?? 'self'
  return {
    code: 'A', name: '样例事项', category: '样例类', powerType: '', department: '样例局', levels: ['镇（街）'], promised: '10个工作日', statutory: '20个工作日',
    here: true, fee: '不收费', feeBasis: '', trips: 0, assisted: true, deferrable: false, commitment: false, results: [], conditions: [],
    requirements: {
      questions: [{ id: 'who', text: '谁来办？', why: '', choices: [{ id: 'self', label: '本人' }, { id: 'child', label: '子女' }], answer: choice, asked: true }],
      lines: choice === 'self' ? [] : [{ material: 'M', name: '授权委托书', form: '原件', copies: 1, issuer: '', status: 'must', rule: null, ruleDetail: null, because: '子女', basis: '', notes: [], criteria: [], certificate: false, original: false, conditional: false, ways: [] }],
      ended: null, notNeeded: [],
    },
    steps: [], bases: [], basisDue: null, acceptBody: '', acceptPlace: '', hours: '', consultPlace: '', consultPhone: '', complaintPhone: '', faq: [], qrText: '样例事项：带身份证',
    version: 12, publishedOn: '2026-10-28', publisher: '样例', comparedOn: null, staleDays: null, sample: true, findings: [], copies: [], modes: [], suspended: null, ...more,
  }
}

async function open(more: Partial<GuideView> = {}, answers: Parameters<typeof answerWith>[0] = {}) {
  const fake = answerWith({ show_guide: (input) => guide(input.answers, more), print_guide: () => paper('ready'), print_paper: () => paper('done'), ...answers })
  const shown = mount(GuidePage, { attachTo: '#app', props: { code: 'A' }, global: { plugins: [i18n] } })
  await flushPromises()
  return { fake, shown }
}

async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
  await flushPromises()
}

function type(name: string, text: string): void {
  const field = document.querySelector<HTMLInputElement>(`#field-${name}`)!
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

let stop: () => void
beforeEach(() => {
  document.body.innerHTML = '<div id="app"></div>'
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

const loose: FindingView = {
  rule: 'catch_all', section: 'materials[M].name', place: '“五、申请材料”第 6 项', words: '其他有关材料', text: '兜底条款：“其他有关材料”', blocks: false, beyond: true, kept: null,
}

describe('findings', () => {
  it('are told with where they are and what paper says of them', async () => {
    const missing: FindingView = { ...loose, rule: 'missing_section', section: 'bases', place: '“二、办理依据”', words: '', text: '缺“办理依据”', blocks: true, beyond: false }
    const { shown } = await open({ findings: [loose, missing] })
    const [first, second] = shown.get('#guide-findings').findAll('li')
    for (const words of ['兜底条款', '“五、申请材料”第 6 项', '其他有关材料', '窗口不得据此要求清单以外的材料']) expect(first?.text()).toContain(words)
    expect(second?.text()).toContain('缺项的指南不打印')
    expect(second?.find('button').exists()).toBe(false)
    expect(shown.text()).not.toContain('没有兜底条款')
    shown.unmount()
  })

  it('are kept with a reason and a supervisor by password, and asked for again with what was missing', async () => {
    let kept = false
    const mine: FindingView = { ...loose, kept: { supervisor: '样例负责人', at: '2026-11-23T10:42:00+08:00', reason: '上位文件原文如此' } }
    const { fake, shown } = await open({}, {
      show_guide: () => guide({}, { findings: [kept ? mine : loose] }),
      list_operators: () => ({ operators: [{ id: 's', name: '样例负责人', role: 'supervisor' }], demo: false }) as never,
      keep_finding: () => { kept = true; return {} },
    })
    await shown.get('#guide-findings').get('button').trigger('click')
    await flushPromises()
    const agree = [...document.querySelectorAll('button')].find((one) => one.textContent?.includes('批准保留') && !one.textContent.includes('…'))!
    agree.click()
    await flushPromises()
    expect(document.body.textContent).toContain('写明理由，至少 4 个字')
    type('reason', '上位文件原文如此')
    type('password', 'sample')
    agree.click()
    await flushPromises()
    expect(fake.asked.find(({ name }) => name === 'keep_finding')?.input).toMatchObject({ code: 'A', rule: 'catch_all', section: 'materials[M].name', text: loose.text, reason: '上位文件原文如此', supervisor: 's', password: 'sample' })
    expect(shown.get('#guide-findings').text()).toContain('样例负责人批准保留')
    shown.unmount()
  })
})

describe('the same matter at another level', () => {
  it('is not spoken of when there is none', async () => {
    const { shown } = await open()
    expect(shown.text()).not.toContain('上下级对照')
    shown.unmount()
  })

  it('is told with every difference in words, and where this copy asks more', async () => {
    const difference = (aspect: string, here: string | null, there: string | null, moreHere = false) => ({ aspect, subject: here ?? there ?? '', here, there, moreHere })
    const { shown } = await open({
      copies: [
        { code: 'B', body: '样例市局', levels: ['市'], differences: [difference('material', '居住证明', null, true), difference('condition', null, '年满60周岁'), difference('promised_limit', '10个工作日', '5个工作日', true), difference('fee', '10 元', '不收费', true)] },
        { code: 'C', body: '样例省厅', levels: ['省'], differences: [] },
      ],
    })
    const section = shown.get('#guide-copies').text()
    for (const words of ['样例市局（市）', '材料“居住证明”：本级要，那边不要。', '条件“年满60周岁”：本级没有，那边有。', '承诺时限：本级10个工作日，那边5个工作日。', '收费：本级10 元，那边不收费。', '都一样']) expect(section).toContain(words)
    expect(section.match(/本级要求多/g)).toHaveLength(3)
    shown.unmount()
  })
})

describe('printing', () => {
  it('sends the stored paper and says where it went', async () => {
    const { fake, shown } = await open()
    await press('F8')
    expect(fake.asked.slice(-2).map(({ name }) => name)).toEqual(['print_guide', 'print_paper'])
    expect(shown.text()).toContain('《服务指南》已从样例打印机打出来')
    shown.unmount()
  })

  it('is in the style that was chosen', async () => {
    const { fake, shown } = await open()
    await press('F8')
    await press('F8', { shiftKey: true })
    await press('F8')
    await press('F8', { shiftKey: true })
    await press('F8')
    expect(fake.asked.filter(({ name }) => name === 'print_guide').map(({ input }) => input)).toMatchObject([{ style: 'a4' }, { style: 'large' }, { style: 'ticket' }])
    shown.unmount()
  })

  it('that fails keeps the paper and can be tried again', async () => {
    let works = false
    const { fake, shown } = await open({}, { print_paper: () => { if (!works) throw refusal('PAPER-003', { reason: '没接上' }); return paper('done') } })
    await press('F8')
    expect(shown.get('[role="alert"]').text()).toContain('文书已存好，不会丢。')
    works = true
    await shown.findAll('button').find((one) => one.text().includes('补打'))!.trigger('click')
    await flushPromises()
    expect(fake.asked.filter(({ name }) => name === 'print_guide')).toHaveLength(1)
    expect(shown.text()).toContain('已从样例打印机打出来')
    shown.unmount()
  })
})
