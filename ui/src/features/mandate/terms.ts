/** What a mandate may be for, how long, and who gives it. */
import type { BookletInput } from '../../ipc'

/** In the order in which they are offered; signing is never ticked for anybody. */
export const SCOPES = ['consult', 'submit', 'correct', 'collect', 'sign'] as const

const MONTHS = 6

/** 户口簿 and certificate, nothing typed yet. */
export const blankBooklet = (): BookletInput => ({ idNumber: '', issuer: '', certificate: '', certifiedOn: '', files: [] })

/** The last day a mandate from this day may hold: six months, to the day before. */
export function latestFrom(from: string): string {
  const [year, month, day] = from.split('-').map(Number)
  if (!year || !month || !day) return ''
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + MONTHS + 1, 0)).getUTCDate()
  const same = new Date(Date.UTC(year, month - 1 + MONTHS, Math.min(day, lastOfMonth)))
  same.setUTCDate(same.getUTCDate() - 1)
  return same.toISOString().slice(0, 10)
}
