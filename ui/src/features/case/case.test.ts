import { createApp } from 'vue'
import { describe, expect, it } from 'vitest'
import { i18n } from '../../i18n'
import type { CaseEvent, CaseMaterial, CaseView } from '../../ipc'
import { linesOfCase } from './correctionLine'
import { VERBS } from './verbs'
import { useCaseWords, type CaseWords } from './words'

function caseWords(): CaseWords {
  let words: CaseWords | undefined
  const app = createApp({ setup: () => ((words = useCaseWords()), () => null) })
  i18n.global.locale.value = 'zh-CN'
  app.use(i18n).mount(document.createElement('div'))
  app.unmount()
  return words!
}

const event = (kind: string, params: Record<string, string> = {}): CaseEvent => ({ kind, at: '2026-11-23T10:42:00+08:00', actor: '', place: 'LY03', params, reported: false })

describe('words of a case', () => {
  it('tell what happened with its particulars, and without them once they are cleared', () => {
    const words = caseWords()
    expect(words.event(event('correction_asked', { items: '2', supplyBy: '2026-12-01' }))).toMatch(/补正告知 2 处，.*12月1日前补/)
    expect(words.event(event('refused', { ground: 'not_competent' }))).toBe('不予受理：不属于本机关职权范围')
    expect(words.event(event('received'))).toBe('收件')
    expect(words.event(event('paper_settled', { document: 'receipt', copy: '1', outcome: 'failed', reason: 'paper_out' }))).toBe('申请材料接收凭证第 1 次：没打出来：缺纸')
    expect(words.event(event('paper_settled', { document: 'receipt', copy: '1', outcome: 'unknown', reason: 'blank' }))).toBe('申请材料接收凭证第 1 次：没打出来，已补打')
    expect(words.event(event('paper_settled'))).toBe('文书打印结果')
  })

  it('keep records and states of a newer version readable', () => {
    const words = caseWords()
    expect(words.event(event('teleported', { a: 'b' }))).toBe('新版本的记录（teleported）')
    expect(words.state('half_granted')).toBe('half_granted')
  })

  it('never merge the three marks: a paused limit, a local case', () => {
    const words = caseWords()
    expect(words.due({ light: 'paused', days: 0, date: null, provisional: false })).toEqual({ mark: 'paused', words: '暂停计时' })
    expect(words.due({ light: 'none', days: 0, date: null, provisional: false })).toBeUndefined()
    expect(words.due({ light: 'soon', days: 0, date: '2026-11-23', provisional: false })?.words).toBe('今天到期')
    expect(words.sync({ mark: 'attend', percent: null, reason: 'matter_suspended' })).toEqual({ mark: 'fail', words: '事项已停用' })
  })
})

describe('the correction notice of a received case', () => {
  it('carries what is owed and offers what was handed in', () => {
    const material = (id: string, how: string | null): CaseMaterial => ({ material: id, name: id, how, consented: false, certificate: null, level: null, criteria: [], because: null, pages: 0, files: [], supplyBy: null })
    const lines = linesOfCase([{ ...material('A', 'captured'), criteria: ['照片清楚'] }, material('B', null), material('C', 'waived'), material('D', 'held'), material('application_form', 'on_paper')], (name) => `缺${name}`, (name) => `交${name}`)
    expect(lines).toEqual([
      { material: 'B', name: 'B', problem: '缺B', how: '交B', included: true, criteria: [], criterion: '' },
      { material: 'A', name: 'A', problem: '', how: '', included: false, criteria: ['照片清楚'], criterion: '' },
    ])
  })
})

describe('what happens to a case after it was received', () => {
  it('is told with who said what, and with the old value beside the new', () => {
    const words = caseWords()
    expect(words.event(event('called', { purpose: 'correction', outcome: 'reached', words: '周三来' }))).toBe('提醒补正：已告知本人，周三来')
    expect(words.event(event('called', { purpose: 'deferred', outcome: 'no_answer', words: '' }))).toBe('催补容缺材料：没人接')
    expect(words.event(event('amended', { field: 'applicant.name', label: '', was: '样例甲', is: '样例乙', words: '听错了' }))).toBe('更正申请人姓名：样例甲 → 样例乙（听错了）')
    expect(words.event(event('amended', { field: 'form.village', label: '村', was: '', is: '测试村', words: '漏填' }))).toBe('更正村：（空） → 测试村（漏填）')
    expect(words.event(event('requested', { what: 'withdraw', words: '不办了' }))).toBe('向上级提出撤回：不办了')
    expect(words.event(event('supplied'))).toBe('收到补交材料')
  })

  it('offers accepting what was corrected only once everything is in', () => {
    const view = (state: string, complete: boolean) => ({ row: { state }, life: { complete } }) as unknown as CaseView
    const accept = VERBS.find(({ name }) => name === 'accept')
    expect(accept?.when?.(view('needs_correction', false))).toBe(false)
    expect(accept?.when?.(view('needs_correction', true))).toBe(true)
    expect(accept?.when?.(view('received', false))).toBe(true)
  })
})
