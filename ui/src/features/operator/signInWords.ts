/** The exact words of a refused log-in: parameters worked out from the refusal, no I/O. */
import type { ApiFailure, OperatorInfo } from '../../ipc'
import { clockTime } from '../../kit'

/** Days a log-in holds without a check against the network. */
export const OFFLINE_DAYS = 30
const MINUTE_MS = 60_000

/** The digit of the first person who may reset a password; undefined when there is none. */
export function digitOfSupervisor(people: readonly OperatorInfo[]): number | undefined {
  const at = people.findIndex((person) => person.role === 'supervisor' || person.role === 'admin')
  return at < 0 ? undefined : at + 1
}

/** For how long and until when, from a lock-out refusal; undefined when it does not say. */
export function lockoutOf(failure: ApiFailure, now: Date): { minutes: number; until: string } | undefined {
  const until = Date.parse(failure.params.until ?? '')
  if (Number.isNaN(until)) return undefined
  return { minutes: Math.max(1, Math.ceil((until - now.getTime()) / MINUTE_MS)), until: clockTime(new Date(until)) }
}

/** Days without a check and which word names the last day; undefined while that day is far off. */
export function uncheckedWords(daysLeft: number | null): { days: number; by: 'day0' | 'day1' | 'day2' | 'later'; left: number } | undefined {
  if (daysLeft === null) return undefined
  const by = daysLeft <= 0 ? 'day0' : daysLeft === 1 ? 'day1' : daysLeft === 2 ? 'day2' : 'later'
  return { days: OFFLINE_DAYS - daysLeft, by, left: daysLeft }
}
