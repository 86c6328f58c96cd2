/**
 * Dates the way clerks type them: `20261123`, `261123`, `11.23`, `2026-11-23`, and words such as
 * 「今天」「下周一」. The result is `YYYY-MM-DD`, or undefined for anything that is no calendar day.
 */
import { DATE_WORDS, WEEKDAY_WORDS } from '../i18n/dateWords'
import { dayAfter } from './time'

const SEPARATOR = '[-./\\u5e74\\u6708]'
const FULL = new RegExp(`^(\\d{4})${SEPARATOR}?(\\d{1,2})${SEPARATOR}?(\\d{1,2})\\u65e5?$`)
const SHORT = /^(\d{2})(\d{2})(\d{2})$/
const DAY = new RegExp(`^(\\d{1,2})${SEPARATOR}(\\d{1,2})\\u65e5?$`)

/** Reads what was typed; `today` is `YYYY-MM-DD`. */
export function parseDateText(typed: string, today: string): string | undefined {
  const text = typed.normalize('NFKC').replace(/\s/g, '').toLowerCase()
  const offset = DATE_WORDS[text]
  if (offset !== undefined) return dayAfter(today, offset)
  return fromWeekday(text, today) ?? fromFigures(text, today)
}

function fromFigures(text: string, today: string): string | undefined {
  const short = SHORT.exec(text)
  if (short) return calendarDay(2000 + Number(short[1]), Number(short[2]), Number(short[3]))
  const day = DAY.exec(text)
  if (day) return calendarDay(Number(today.slice(0, 4)), Number(day[1]), Number(day[2]))
  const full = FULL.exec(text)
  return full ? calendarDay(Number(full[1]), Number(full[2]), Number(full[3])) : undefined
}

function fromWeekday(text: string, today: string): string | undefined {
  const word = WEEKDAY_WORDS[text]
  if (!word) return undefined
  const current = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
  return dayAfter(today, word.weeks * 7 + word.day - current)
}

function calendarDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real ? date.toISOString().slice(0, 10) : undefined
}
