import { describe, expect, it } from 'vitest'
import { AGENT, APPLICANT, emptyContent, viewOf } from '../../../tests/preview/fakeDraft'
import type { DraftContent } from '../../ipc'
import { formalities, isDone, isOpen, missingIn, nextStep, problemsOf, stepOf, stepOfField, type StepId } from './steps'

const content: DraftContent = { ...emptyContent(), applicant: APPLICANT }
const view = viewOf('d', content, '')
const clear = { ...view, problems: [], fields: [], requirements: { ...view.requirements, lines: [] } }

describe('steps of intake', () => {
  it('send every field of the contract home', () => {
    expect(['applicant.id', 'agent.relation', 'form.bank_name', 'materials.MAT-IDCARD', 'answers.age', 'signed.application_form'].map(stepOfField)).toEqual([
      'person', 'person', 'form', 'material', 'material', 'sign',
    ])
    expect(problemsOf('form', view.problems).every(({ field }) => field.startsWith('form.'))).toBe(true)
  })

  it('open once somebody applies', () => {
    expect(isOpen('form', emptyContent())).toBe(false)
    expect(isOpen('form', content)).toBe(true)
  })

  it('are passed one by one by a returning person, although nothing is missing', () => {
    const visited = new Set<StepId>(['person'])
    expect(nextStep('person', visited, clear, content)).toBe('form')
    visited.add('form')
    expect(nextStep('form', visited, clear, content)).toBe('material')
  })

  it('skip what was seen and is done', () => {
    const visited = new Set<StepId>(['person', 'form', 'material', 'check', 'sign'])
    const signed = [{ document: 'application_form', files: [], how: 'on_paper', content: '' }]
    expect(nextStep('person', visited, clear, { ...content, confirmed: true, signed })).toBe('decide')
    expect(nextStep('person', visited, clear, { ...content, confirmed: true })).toBe('sign')
    expect(nextStep('person', visited, clear, content)).toBe('check')
  })

  it('leave signing out when there is nothing to sign', () => {
    expect(nextStep('check', new Set<StepId>(['check']), { ...clear, toSign: [] }, content)).toBe('decide')
    expect(isDone('sign', { ...clear, toSign: [] }, content)).toBe(true)
  })

  it('count gaps and open lines themselves while the person is wrong and nothing else is judged', () => {
    const onlyPerson = { ...view, problems: [{ field: 'applicant.phone', rule: 'phone', label: null, params: {} }] }
    expect(missingIn('form', onlyPerson, content)).toBeGreaterThan(0)
    expect(missingIn('material', onlyPerson, content)).toBeGreaterThan(0)
    expect(isDone('form', onlyPerson, content)).toBe(false)
  })

  it('are done only by an answer about the people who are there now', () => {
    expect(isDone('person', clear, content)).toBe(true)
    expect(isDone('person', clear, { ...content, applicant: AGENT })).toBe(false)
  })

  it('ask for the resident’s check before accepting; signatures are asked for by the rules', () => {
    expect(formalities(content).map(({ field }) => field)).toEqual(['confirmed'])
    expect(formalities({ ...content, confirmed: true })).toEqual([])
    expect(problemsOf('sign', view.problems).map(({ field, rule }) => `${field} ${rule}`)).toEqual(['signed.application_form unsigned'])
    expect(isDone('sign', view, content)).toBe(false)
  })

  it('are read from any stored number', () => {
    expect([stepOf(0), stepOf(3), stepOf(99)]).toEqual(['person', 'material', 'decide'])
  })
})
