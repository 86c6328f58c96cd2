/** Which days the booking book can show: today and the thirty that follow, seven at a time. */
import { dayAfter, daysBetween } from '../../kit'

export const FURTHEST = 30
export const SHOWN = 7

/** The first of the seven days a day is shown among. */
export function firstShown(day: string, today: string): string {
  return dayAfter(today, Math.floor(daysBetween(today, day) / SHOWN) * SHOWN)
}

/** The day some days further or back, within the book. */
export function turned(day: string, steps: number, today: string): string {
  const to = daysBetween(today, day) + steps
  return dayAfter(today, Math.min(Math.max(to, 0), FURTHEST))
}
