/** The six steps of intake: which problems belong to which, what is done, and what comes next. */
import type { DraftContent, DraftView, FieldProblem } from '../../ipc'
import { isGap } from './gaps'
import { countMaterials } from './material'
import { unsignedOf } from './signing'

export const STEPS = ['person', 'form', 'material', 'check', 'sign', 'decide'] as const
export type StepId = (typeof STEPS)[number]

/** The step of a number 1–6 as drafts keep it. */
export function stepOf(number: number): StepId {
  return STEPS[Math.min(Math.max(number, 1), STEPS.length) - 1] ?? 'person'
}

export function numberOf(step: StepId): number {
  return STEPS.indexOf(step) + 1
}

const HOMES: Readonly<Record<string, StepId>> = {
  applicant: 'person',
  agent: 'person',
  slip: 'person',
  greenLane: 'person',
  characters: 'person',
  form: 'form',
  answers: 'material',
  materials: 'material',
  confirmed: 'check',
  signed: 'sign',
}

/** The step on which a field of the contract is shown. */
export function stepOfField(field: string): StepId {
  return HOMES[field.split('.')[0] ?? ''] ?? 'decide'
}

export function problemsOf(step: StepId, problems: readonly FieldProblem[]): FieldProblem[] {
  return problems.filter((problem) => stepOfField(problem.field) === step)
}

/** What the face itself asks for before accepting: the resident's check. Signatures are Rust's to ask for. */
export function formalities(content: DraftContent): FieldProblem[] {
  return content.confirmed ? [] : [{ field: 'confirmed', rule: 'unconfirmed', label: null, params: {} }]
}

/**
 * How many things a step still lacks. Empty fields, open lines and unsigned papers are counted here as well: what
 * was typed a moment ago is not judged yet.
 */
export function missingIn(step: StepId, view: DraftView, content: DraftContent): number {
  const found = problemsOf(step, [...view.problems, ...formalities(content)]).length
  if (step === 'form') return Math.max(found, view.fields.filter((field) => isGap(field, content.form)).length)
  if (step === 'material') return Math.max(found, countMaterials(view.requirements.lines, content.materials).open.length)
  if (step === 'sign') return Math.max(found, unsignedOf(view.toSign, content.signed, content.unsigned).length)
  return found
}

/** The answer of Rust is about the people who are there now, not about somebody before them. */
function isAboutThem({ content: judged }: DraftView, content: DraftContent): boolean {
  const numbers = ({ applicant, agent }: DraftContent) => [applicant?.idNumber, agent?.person.idNumber]
  return String(numbers(judged)) === String(numbers(content))
}

/** Everything a step asks for is there. */
export function isDone(step: StepId, view: DraftView, content: DraftContent): boolean {
  if (step === 'decide') return view.number !== null
  return content.applicant !== null && isAboutThem(view, content) && missingIn(step, view, content) === 0
}

/** The steps after 1 open once somebody applies. */
export function isOpen(step: StepId, content: DraftContent): boolean {
  return step === 'person' || content.applicant !== null
}

/** The next step that has not been seen or is not done; deciding is always the last. */
export function nextStep(from: StepId, visited: ReadonlySet<StepId>, view: DraftView, content: DraftContent): StepId {
  const later = STEPS.slice(numberOf(from))
  const unfinished = later.find((step) => {
    if (step === 'sign' && view.toSign.length === 0) return false
    return !visited.has(step) || !isDone(step, view, content)
  })
  return unfinished ?? 'decide'
}

export function previousStep(from: StepId): StepId | undefined {
  return STEPS[numberOf(from) - 2]
}
