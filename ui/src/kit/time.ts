/** Days and times as people read them. Every day is China Standard Time whatever the machine says. */
export const ZONE = 'Asia/Shanghai'

const dayFormat = new Intl.DateTimeFormat('en-US', { timeZone: ZONE, calendar: 'gregory', year: 'numeric', month: '2-digit', day: '2-digit' })

/** The calendar day of an instant, `YYYY-MM-DD`. From parts: engines differ in how a locale orders them. */
export function localDay(instant: Date): string {
  const parts = dayFormat.formatToParts(instant)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((found) => found.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

/** 「10:42」 or, with seconds, 「10:42:07」. */
export function clockTime(instant: Date | string, seconds = false): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: ZONE,
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds ? { second: '2-digit' } : {}),
  }).format(new Date(instant))
}

/** 「11月23日」, with the year when it is not the current one. */
export function dayWords(day: string, locale: string, today: string): string {
  const sameYear = day.slice(0, 4) === today.slice(0, 4)
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    month: locale.startsWith('zh') ? 'long' : 'short',
    day: 'numeric',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(new Date(`${day}T00:00:00Z`))
}

/** 「周一」. */
export function weekdayOf(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short' }).format(new Date(`${day}T00:00:00Z`))
}

/** Whole days from one calendar day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** The calendar day so many days after another; before it, when negative. */
export function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
