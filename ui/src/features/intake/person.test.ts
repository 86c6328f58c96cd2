import { describe, expect, it } from 'vitest'
import { AGENT, APPLICANT, emptyContent } from '../../../tests/preview/fakeDraft'
import { ageOn, blankAgent, cardFor, isMinor, isSamePerson } from './person'

describe('persons at the window', () => {
  it('count full years', () => {
    expect(ageOn('1944-03-21', '2026-03-20')).toBe(81)
    expect(ageOn('1944-03-21', '2026-03-21')).toBe(82)
    expect(ageOn('', '2026-03-21')).toBeUndefined()
    expect(isMinor({ ...APPLICANT, birth: '2010-01-01' }, '2026-11-23')).toBe(true)
  })

  it('give a card to the applicant first, then to the agent who is missing, else to the focused one', () => {
    const alone = { ...emptyContent(), applicant: APPLICANT }
    const withAgent = { ...alone, agent: blankAgent('child') }
    expect(cardFor(emptyContent(), undefined)).toBe('applicant')
    expect(cardFor(alone, undefined)).toBe('applicant')
    expect(cardFor(withAgent, undefined)).toBe('agent')
    const both = { ...withAgent, agent: { ...withAgent.agent, person: AGENT } }
    expect(cardFor(both, 'agent')).toBe('agent')
    expect(cardFor(both, 'applicant')).toBe('applicant')
  })

  it('are the same by document, never by name', () => {
    expect(isSamePerson(APPLICANT, { ...AGENT, idNumber: APPLICANT.idNumber })).toBe(true)
    expect(isSamePerson(APPLICANT, { ...AGENT, name: APPLICANT.name })).toBe(false)
    expect(isSamePerson({ ...APPLICANT, idNumber: '' }, { ...AGENT, idNumber: '' })).toBe(false)
  })
})
