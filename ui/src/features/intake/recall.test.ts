import { reactive } from 'vue'
import { describe, expect, it } from 'vitest'
import { AGENT, APPLICANT, emptyContent, viewOf } from '../../../tests/preview/fakeDraft'
import type { DraftContent, DraftView, KnownPerson } from '../../ipc'
import { createRecall, knownOf } from './recall'

const fact = (key: string, value: string) => ({ key, value, verified: 'typed', on: '2025-03-11', number: 'LY03-20250311-0001-7' })
const KNOWN: KnownPerson = {
  number: 'LY03-20250311-0001-7', agent: false, cases: 4, newestOn: '2025-03-11', newestMatter: '医保参保登记',
  facts: [fact('name', '档案里的名字'), fact('phone', '13800006120')],
}

function draft(content: Partial<DraftContent>): { content: DraftContent; answer: (part?: Partial<DraftView>) => DraftView } {
  const held = reactive({ ...emptyContent(), ...content }) as DraftContent
  const answer = (part: Partial<DraftView> = {}) => ({ ...viewOf('d', JSON.parse(JSON.stringify(held)) as DraftContent, ''), knownApplicant: KNOWN, ...part })
  return { content: held, answer }
}

describe('what earlier cases say', () => {
  it('fills what is empty, keeps what is there, and says from when it is', () => {
    const { content, answer } = draft({ applicant: { ...APPLICANT, phone: '' } })
    const recall = createRecall(content)
    recall.fill(answer())
    expect(content.applicant).toMatchObject({ name: APPLICANT.name, phone: '13800006120' })
    expect(recall.recalled('applicant').map(({ key, on }) => [key, on])).toEqual([['phone', '2025-03-11']])
  })

  it('is offered once: what somebody emptied stays empty', () => {
    const { content, answer } = draft({ applicant: { ...APPLICANT, phone: '' } })
    const recall = createRecall(content)
    recall.fill(answer())
    content.applicant = { ...APPLICANT, phone: '' }
    recall.fill(answer())
    expect(content.applicant.phone).toBe('')
    expect(recall.recalled('applicant')).toEqual([])
  })

  it('adds nothing to what was confirmed or signed', () => {
    const { content, answer } = draft({ applicant: { ...APPLICANT, phone: '' }, confirmed: true })
    createRecall(content).fill(answer())
    expect(content.applicant?.phone).toBe('')
  })

  it('is taken away with the number it belonged to', () => {
    const { content, answer } = draft({ applicant: { ...APPLICANT, name: '', phone: '', verified: 'typed' } })
    const recall = createRecall(content)
    recall.fill(answer())
    content.applicant = { ...content.applicant!, idNumber: AGENT.idNumber }
    recall.takeBack('applicant')
    expect(content.applicant).toMatchObject({ name: '', phone: '' })
  })

  it('leaves a card that was read as it is', () => {
    const { content, answer } = draft({ applicant: { ...APPLICANT, phone: '' } })
    const recall = createRecall(content)
    recall.fill(answer())
    content.applicant = { ...AGENT, phone: '13800006120' }
    recall.takeBack('applicant')
    expect(content.applicant.phone).toBe('13800006120')
  })

  it('is nothing while the answer is about another number', () => {
    const { content, answer } = draft({ applicant: APPLICANT })
    const late = answer()
    content.applicant = AGENT
    expect(knownOf(late, content, 'applicant')).toBeNull()
    expect(knownOf(answer(), content, 'applicant')).toEqual(KNOWN)
  })
})
