/** The one correction notice of a draft: every line that is still open, worded so it can be sent as it is. */
import type { CorrectionLine, DraftContent, DraftView } from '../../ipc'
import { choiceOf, settledBy } from './material'
import type { ProblemWords } from './problemWords'

type Translate = (key: string, params: Record<string, unknown>) => string

export function openCorrections(view: DraftView, content: DraftContent, words: Pick<ProblemWords, 'error'>, t: Translate): (CorrectionLine & { name: string })[] {
  const materials = view.requirements.lines
    .filter((line) => settledBy(line, choiceOf(content.materials, line.material)) === undefined)
    .map((line) => ({
      material: line.material,
      name: line.name,
      problem: t('intake.correction.missing', { name: line.name }),
      how: t('intake.correction.bring', { form: line.form, n: line.copies }),
    }))
  const fields = view.problems
    .filter(({ field }) => field.startsWith('form.'))
    .map((problem) => {
      const key = problem.field.slice('form.'.length)
      const name = view.fields.find((field) => field.key === key)?.label ?? problem.label ?? key
      return { material: problem.field, name, problem: words.error(problem), how: t('intake.correction.fill', { name }) }
    })
  return [...materials, ...fields]
}
