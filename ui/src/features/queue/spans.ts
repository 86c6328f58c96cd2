/** Hours of a day the way people type them: `9:00-12:00 13-17`, with any dash and any sign between. */

import { TO_WORDS } from '../../i18n/dateWords'

/** What is wrong with what was typed. */
export type SpanFault = 'unread' | 'many' | 'order'

export interface Spans {
  /** As the contract writes them, `HH:MM–HH:MM`. */
  spans: string[]
  fault?: SpanFault
}

const MOST = 3
const TIME = '(\\d{1,2})(?::?(\\d{2}))?'
const DASH = `[-–—~${TO_WORDS}]`
const SPAN = new RegExp(`^${TIME}${DASH}${TIME}$`)
const BETWEEN = /[\s,;、]+/
const AROUND_DASH = new RegExp(`\\s*(${DASH})\\s*`, 'g')

/** Reads a line; an empty one is a day without hours. */
export function parseSpans(typed: string): Spans {
  const parts = typed.normalize('NFKC').replace(AROUND_DASH, '$1').split(BETWEEN).filter(Boolean)
  const read = parts.map(minutesOf)
  if (read.some((span) => span === undefined)) return { spans: [], fault: 'unread' }
  const times = read.flatMap((span) => span ?? [])
  const spans = parts.map((_, at) => `${clock(times[at * 2] ?? 0)}–${clock(times[at * 2 + 1] ?? 0)}`)
  if (parts.length > MOST) return { spans, fault: 'many' }
  return times.every((time, at) => at === 0 || time > (times[at - 1] ?? 0)) ? { spans } : { spans, fault: 'order' }
}

/** The line a day's hours are shown and changed in. */
export function spansText(spans: readonly string[]): string {
  return spans.join(' ')
}

function minutesOf(text: string): [number, number] | undefined {
  const [, fromHour, fromMinute, toHour, toMinute] = SPAN.exec(text) ?? []
  const from = minutes(fromHour, fromMinute)
  const to = minutes(toHour, toMinute)
  return from === undefined || to === undefined ? undefined : [from, to]
}

function minutes(hour: string | undefined, minute = '0'): number | undefined {
  const all = Number(hour) * 60 + Number(minute)
  return hour !== undefined && Number(minute) < 60 && all < 24 * 60 ? all : undefined
}

function clock(all: number): string {
  return `${String(Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`
}
