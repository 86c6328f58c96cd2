/**
 * The one correction notice of a draft: every line that is still open, worded so it can be sent
 * as it is, then what was handed in, in case it is not right.
 */
import type { DraftContent, DraftView } from '../../ipc'
import type { CorrectionDraftLine } from '../case/correctionLine'
import { choiceOf, settledBy } from './material'
import type { ProblemWords } from './problemWords'

type Translate = (key: string, params: Record<string, unknown>) => string

export function openCorrections(view: DraftView, content: DraftContent, words: Pick<ProblemWords, 'error'>, t: Translate): CorrectionDraftLine[] {
  const isOpen = (material: string) => view.requirements.lines.some((line) => line.material === material && settledBy(line, choiceOf(content.materials, material)) === undefined)
  const materials = view.requirements.lines
    .filter((line) => isOpen(line.material))
    .map((line) => ({
      material: line.material,
      name: line.name,
      problem: t('intake.correction.missing', { name: line.name }),
      how: t('intake.correction.bring', { form: line.form, n: line.copies }),
      included: true,
      criteria: [],
      criterion: '',
    }))
  const fields = view.problems
    .filter(({ field }) => field.startsWith('form.'))
    .map((problem) => {
      const key = problem.field.slice('form.'.length)
      const name = view.fields.find((field) => field.key === key)?.label ?? problem.label ?? key
      return { material: problem.field, name, problem: words.error(problem), how: t('intake.correction.fill', { name }), included: true, criteria: [], criterion: '' }
    })
  const handedIn = view.requirements.lines
    .filter((line) => !isOpen(line.material) && line.status !== 'waived' && line.status !== 'held')
    .map((line) => ({ material: line.material, name: line.name, problem: '', how: '', included: false, criteria: line.criteria, criterion: '' }))
  return [...materials, ...fields, ...handedIn]
}
