import { createApp } from 'vue'
import { describe, expect, it } from 'vitest'
import { i18n } from '../../i18n'
import type { CaseEvent, DownRow } from '../../ipc'
import { useDepartmentWords, type DepartmentWords } from './departmentWords'
import { useCaseWords, type CaseWords } from './words'

function inApp<T>(use: () => T, locale: 'zh-CN' | 'en' = 'zh-CN'): T {
  let words: T | undefined
  const app = createApp({ setup: () => ((words = use()), () => null) })
  i18n.global.locale.value = locale
  app.use(i18n).mount(document.createElement('div'))
  app.unmount()
  return words!
}

const event = (kind: string, params: Record<string, string> = {}): CaseEvent => ({ kind, at: '2026-11-23T10:42:00+08:00', actor: '', place: 'platform', params, reported: true })
const row = (kind: string, text: string): DownRow => ({ kind, at: '2026-11-23T10:42:00+08:00', number: null, text })

describe('words of a department', () => {
  const said: [CaseEvent, RegExp][] = [
    [event('special_procedure_begun', { what: 'hearing', days: '20', office: '样例科室', words: '' }), /^样例科室：听证开始，预计 20 个工作日，暂停计时$/],
    [event('special_procedure_ended', { due: '2026-12-21', office: '样例科室', words: '' }), /恢复计时，12月21日.*前办结/],
    [event('special_procedure_ended', { due: '', office: '样例科室', words: '样例' }), /^样例科室：特别程序结束，恢复计时。样例$/],
    [event('limit_extended', { days: '5', due: '', approver: '样例负责人', words: '样例' }), /延长办理期限 5 个工作日，样例负责人批准。样例/],
    [event('examination_correction_asked', { items: '2', supplyBy: '2026-12-01', office: '样例科室' }), /审查阶段补正 2 处，12月1日.*前补/],
    [event('result_issued', { granted: 'true', office: '样例科室', count: '1', words: '' }), /办结，准予/],
    [event('result_issued', { granted: 'false', office: '样例科室', count: '0', words: '户籍不在本市' }), /办结，不予。户籍不在本市/],
    [event('request_answered', { what: 'withdraw', granted: 'true', office: '样例科室', words: '' }), /同意撤回/],
    [event('request_answered', { what: 'withdraw', granted: 'false', office: '样例科室', words: '' }), /不同意撤回/],
    [event('request_answered', { what: 'urge', granted: 'true', office: '样例科室', words: '' }), /已催办/],
  ]

  it('tell every kind in the trail, whatever of it is known', () => {
    const words = inApp<CaseWords>(useCaseWords)
    for (const [one, wanted] of said) expect(words.event(one)).toMatch(wanted)
    expect(words.event(event('special_procedure_begun'))).toBe('特别程序开始')
  })

  it('keep a procedure of a newer version readable, and leave other kinds to others', () => {
    const words = inApp<DepartmentWords>(useDepartmentWords)
    const dates = { due: '', supplyBy: '' }
    expect(words.event(event('special_procedure_begun', { what: 'oracle', days: '1', office: '样例科室' }), dates)).toContain('oracle')
    expect(words.event(event('accepted', { state: 'accepted' }), dates)).toBeUndefined()
  })

  it('tell in the sync centre what came down', () => {
    const words = inApp<DepartmentWords>(useDepartmentWords)
    expect([words.kind(row('extended', '5')), words.text(row('extended', '5'))]).toEqual(['延长期限', '5 个工作日'])
    expect([words.kind(row('procedure_begun', '听证')), words.text(row('procedure_begun', '听证'))]).toEqual(['特别程序', '听证'])
    expect(words.kind(row('progress', 'x'))).toBeUndefined()
  })

  it('are there in English too', () => {
    const words = inApp<CaseWords>(useCaseWords, 'en')
    for (const [one] of said) expect(words.event(one)).not.toMatch(/department\./)
  })
})
