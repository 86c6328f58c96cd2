/** How one line of the exact list is handed in and where it can come from: keys and parameters. */
import { COPY } from '../../i18n/catalogueWords'
import type { RequirementLine } from '../../ipc'

export interface Phrase {
  key: string
  params?: Record<string, string | number>
}

/** 「看原件」「复印件 1 份」 */
export function handingIn(line: RequirementLine): Phrase {
  if (line.original && line.copies > 0 && line.form.includes(COPY)) return { key: 'guide.hand.both', params: { n: line.copies } }
  if (line.original) return { key: 'guide.hand.original' }
  if (line.copies > 0) return { key: 'guide.hand.copies', params: { form: line.form, n: line.copies } }
  return { key: 'guide.hand.form', params: { form: line.form } }
}

/** The relief a line may have, in bold; absent for a plain must. */
export function reliefOf(line: RequirementLine): Phrase | undefined {
  return line.status === 'must' ? undefined : { key: `guide.relief.${line.status}` }
}
