import { describe, expect, it } from 'vitest'
import { APPLICANT, emptyContent } from '../../../tests/preview/fakeDraft'
import type { DraftContent } from '../../ipc'
import { mergeContent } from './mergeContent'

const copy = (content: DraftContent) => JSON.parse(JSON.stringify(content)) as DraftContent

describe('taking a saved draft over', () => {
  it('keeps what was typed after the save was sent', () => {
    const sent = { ...emptyContent(), form: { bank_name: '样例' } }
    const mine = { ...copy(sent), form: { bank_name: '样例农商' } }
    const stored = { ...copy(sent), form: { bank_name: '样例', age_band: '80—89周岁' } }
    mergeContent(mine, sent, stored)
    expect(mine.form).toEqual({ bank_name: '样例农商', age_band: '80—89周岁' })
  })

  it('keeps a field of a person typed meanwhile and takes what the store derived for the others', () => {
    const sent = { ...emptyContent(), applicant: { ...APPLICANT, birth: '', phone: '' } }
    const mine = copy(sent)
    if (mine.applicant) mine.applicant.phone = '138'
    const stored = copy(sent)
    if (stored.applicant) stored.applicant.birth = '1944-03-21'
    mergeContent(mine, sent, stored)
    expect(mine.applicant).toMatchObject({ phone: '138', birth: '1944-03-21' })
  })

  it('keeps a material settled meanwhile', () => {
    const choice = (material: string, how: string) => ({ material, how, files: [], pages: null, supplyBy: null, note: null, certificate: null })
    const sent = { ...emptyContent(), materials: [choice('A', 'original_seen')] }
    const mine = copy(sent)
    mine.materials.push(choice('B', 'captured'))
    mergeContent(mine, sent, copy(sent))
    expect(mine.materials.map(({ material }) => material)).toEqual(['A', 'B'])
  })

  it('drops an answer the store no longer has', () => {
    const sent = { ...emptyContent(), answers: { gone: 'yes', kept: 'no' } }
    const mine = copy(sent)
    mergeContent(mine, sent, { ...copy(sent), answers: { kept: 'no' } })
    expect(mine.answers).toEqual({ kept: 'no' })
  })

  it('touches nothing when nothing differs, so that carets stay', () => {
    const sent = { ...emptyContent(), applicant: { ...APPLICANT }, form: { a: '1' } }
    const mine = copy(sent)
    const { applicant, form, materials } = mine
    mergeContent(mine, sent, copy(sent))
    expect([mine.applicant, mine.form, mine.materials]).toEqual([applicant, form, materials])
    expect(mine.applicant).toBe(applicant)
    expect(mine.materials).toBe(materials)
  })
})
