import { describe, expect, it } from 'vitest'
import { APPLICANT, emptyContent, viewOf } from '../../../tests/preview/fakeDraft'
import { groupFields, isChanged, nextGap, openProposals, originOf, regroup, valuesOfPerson, WHO_ACTS } from './gaps'
import { blankAgent } from './person'

const content = { ...emptyContent(), applicant: APPLICANT }
const fields = viewOf('d', content, '', { returning: true }).fields
const at = (key: string) => fields.find((field) => field.key === key)!

describe('the one form', () => {
  it('puts gaps first and folds away what is filled', () => {
    const groups = groupFields(fields, { applicant_name: '样例', age_band: '80—89周岁' })
    expect(groups.filled.map(({ key }) => key)).toEqual(['applicant_name', 'age_band'])
    expect(groups.optional.map(({ key }) => key)).toEqual(['applicant_live_address'])
    expect(groups.gaps[0]?.key).toBe('applicant_id_no')
  })

  it('puts a field an answer brought behind its cause and leaves the others where they are', () => {
    const before = groupFields(fields.filter(({ key }) => key !== 'bank_name'), { live_mode: '独居' })
    const asked = fields.map((field) => (field.key === 'bank_name' ? { ...field, cause: 'live_mode' } : field))
    const after = regroup(before, asked)
    expect(after.filled.map(({ key }) => key)).toEqual(['live_mode', 'bank_name'])
    expect(after.gaps.map(({ key }) => key)).toEqual(before.gaps.map(({ key }) => key))
  })

  it('goes from gap to gap in order and round again, skipping what may stay empty', () => {
    const order = ['applicant_name', 'applicant_live_address', 'bank_name', 'bank_account'].map(at)
    const form = { bank_name: '样例农商银行' }
    expect(nextGap(order, form, undefined)?.key).toBe('applicant_name')
    expect(nextGap(order, form, 'applicant_name')?.key).toBe('bank_account')
    expect(nextGap(order, form, 'bank_account')?.key).toBe('applicant_name')
    expect(nextGap(order, { ...form, applicant_name: 'x', bank_account: '1' }, 'bank_name')).toBeUndefined()
  })

  it('takes proposals for empty fields once, so that a value emptied on purpose stays empty', () => {
    expect(openProposals(fields, {}, new Set()).applicant_name).toBe(APPLICANT.name)
    expect(openProposals(fields, { applicant_name: '别的' }, new Set())).not.toHaveProperty('applicant_name')
    expect(openProposals(fields, {}, new Set(['applicant_name']))).not.toHaveProperty('applicant_name')
  })

  it('names the origin of a value by what the draft holds', () => {
    const form = { applicant_name: APPLICANT.name, applicant_gender: '女', live_mode: '独居', bank_name: '样例农商银行' }
    const draft = { ...content, form }
    expect(originOf(at('applicant_name'), draft, {})).toBe('card')
    expect(originOf(at('applicant_gender'), draft, {})).toBe('card')
    expect(originOf(at('live_mode'), draft, {})).toBe('own')
    expect(originOf(at('bank_name'), draft, { bank_name: '样例农商银行' })).toBe('archive')
  })

  it('says of the question who acts that step 1 answered it, whatever the archive had', () => {
    const whoActs = { ...at('is_low_income'), key: 'is_agent', fillFrom: WHO_ACTS }
    const inPerson = { ...content, form: { is_agent: 'false' } }
    expect(originOf(whoActs, inPerson, { is_agent: 'false' })).toBe('whoActs')
    expect(originOf(whoActs, { ...inPerson, agent: blankAgent('child') }, { is_agent: 'false' })).toBe('own')
  })

  it('marks a proposed value that was replaced', () => {
    expect(isChanged(at('bank_name'), { bank_name: '另一家' }, { bank_name: '样例农商银行' })).toBe(true)
    expect(isChanged(at('bank_name'), { bank_name: '另一家' }, {})).toBe(false)
  })

  it('finds the values of a person who is replaced, and only those', () => {
    const form = { applicant_name: APPLICANT.name, applicant_phone: '139', live_mode: '独居', bank_name: '样例农商银行', bank_account: '1' }
    const archive = { live_mode: '与家人同住', bank_name: '样例农商银行' }
    expect(valuesOfPerson(fields, form, APPLICANT, archive)).toEqual(['applicant_name', 'bank_name'])
  })
})
