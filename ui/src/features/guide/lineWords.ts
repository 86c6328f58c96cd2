/** How one line of the exact list is handed in and where it can come from: keys and parameters. */
import { MATERIAL_FORMS } from '../../i18n/catalogueWords'
import type { RequirementLine } from '../../ipc'

export interface Phrase {
  key: string
  params?: Record<string, string | number>
}

/** 「看原件」「复印件 1 份」, in the words for the catalogue's form; a form it does not know is shown as it is. */
export function handingIn(line: RequirementLine): Phrase {
  const form = MATERIAL_FORMS[line.form]
  if (form === undefined) return { key: 'guide.hand.other', params: { form: line.form, n: line.copies } }
  if (form === 'copy' && line.original) return { key: 'guide.hand.originalAndCopy', params: { n: line.copies } }
  if (form === 'original' && line.copies > 1) return { key: 'guide.hand.originals', params: { n: line.copies } }
  return { key: `guide.hand.${form}`, params: { n: line.copies } }
}

/** The relief a line may have, in bold; absent for a plain must. */
export function reliefOf(line: RequirementLine): Phrase | undefined {
  return line.status === 'must' ? undefined : { key: `guide.relief.${line.status}` }
}
