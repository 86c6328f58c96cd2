/** What one person brings and what stays at home, with the remarks of each line: no I/O. */
import type { RequirementLine } from '../../ipc'
import type { Phrase } from '../guide/lineWords'

function isSpared(line: RequirementLine): boolean {
  return line.status === 'waived' || line.status === 'held'
}

export function toBring(lines: readonly RequirementLine[]): RequirementLine[] {
  return lines.filter((line) => !isSpared(line))
}

/** On the list of the matter, but a rule or the archive stands in for it. */
export function spared(lines: readonly RequirementLine[]): RequirementLine[] {
  return lines.filter(isSpared)
}

/** The answer that brought a line which is certain. */
export function becauseOf({ because, conditional }: RequirementLine): Phrase | undefined {
  return because === null || conditional ? undefined : { key: 'notice.remark.because', params: { because } }
}

/** When a line that is not certain is wanted. */
export function conditionOf({ because, conditional }: RequirementLine): Phrase | undefined {
  if (!conditional) return undefined
  return because === null ? { key: 'notice.remark.maybe' } : { key: 'notice.remark.onlyIf', params: { because } }
}

/** What the resident may choose instead of bringing it now. */
export function choiceOf({ status }: RequirementLine): Phrase | undefined {
  return status === 'deferrable' || status === 'promisePossible' ? { key: `notice.remark.${status}` } : undefined
}
