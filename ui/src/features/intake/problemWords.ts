/** A problem of the contract in words: the field's own label, then what is wrong with it. */
import { useI18n } from 'vue-i18n'
import type { FieldProblem } from '../../ipc'
import { useDraft, type DraftSession } from './draftSession'

export interface ProblemWords {
  /** What is wrong, without the label; shown at the field. */
  error(problem: FieldProblem): string
  /** Label and error; shown in the summary. */
  line(problem: FieldProblem): { field: string; message: string }
  /** The error of a field by its name in the contract, if it has one among `problems`. */
  at(field: string, problems: readonly FieldProblem[]): string | undefined
}

/** The words of problems whose fields `nameOf` can name; areas are the first part of a field's name. */
export function useProblemWording(nameOf: (area: string, name: string) => string | undefined): Pick<ProblemWords, 'error' | 'line'> {
  const { t, te } = useI18n()

  function error(problem: FieldProblem): string {
    const specific = `intake.rule.${problem.rule}`
    return t(te(specific) ? specific : 'intake.rule.other', problem.params)
  }

  function label(problem: FieldProblem): string {
    if (problem.label !== null) return problem.label
    const [area = '', ...rest] = problem.field.split('.')
    const name = rest.join('.')
    const given = nameOf(area, name)
    if (given !== undefined) return given
    const known = `intake.field.${area}.${name.replace('person.', '')}`
    return t(name !== '' && te(known) ? known : te(`intake.field.${area}.all`) ? `intake.field.${area}.all` : 'intake.field.other')
  }

  const line = (problem: FieldProblem) => ({
    field: problem.field,
    message: t('intake.problemLine', { label: label(problem), error: error(problem) }),
  })
  return { error, line }
}

export function useProblemWords(session: DraftSession = useDraft()): ProblemWords {
  const { view } = session
  const { error, line } = useProblemWording((area, name) => {
    if (area === 'materials') return view.value.requirements.lines.find((line) => line.material === name)?.name ?? name
    if (area === 'answers') return view.value.requirements.questions.find((question) => question.id === name)?.text ?? name
    return area === 'signed' ? (view.value.toSign.find((paper) => paper.document === name)?.title ?? name) : undefined
  })

  return {
    error,
    line,
    at(field, problems) {
      const found = problems.find((problem) => problem.field === field)
      return found && error(found)
    },
  }
}
