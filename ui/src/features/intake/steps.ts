/** The six steps of intake: which problems belong to which, what is done, and what comes next. */
import type { DraftContent, DraftView, FieldProblem } from '../../ipc'

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

/** Everything a step asks for is there. */
export function isDone(step: StepId, view: DraftView, content: DraftContent): boolean {
  if (content.applicant === null) return false
  switch (step) {
    case 'check':
      return content.confirmed
    case 'sign':
      return view.toSign.every(({ document }) => content.signed.includes(document))
    case 'decide':
      return view.number !== null
    default:
      return problemsOf(step, view.problems).length === 0
  }
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
