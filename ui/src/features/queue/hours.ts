/** The hours of service as they are typed, and what is sent of them. */
import type { BusinessLine, ServiceHours, SetServiceHours } from '../../ipc'
import { parseSpans, spansText } from './spans'

export interface SpecialDraft {
  date: string
  hours: string
  note: string
}

/** Everything as text, so that nothing typed is lost before it is right. */
export interface HoursDraft {
  week: string[]
  special: SpecialDraft[]
  places: string
  businesses: BusinessLine[]
}

export const MOST_PLACES = 50
export const MOST_LINES = 8
export const LONGEST_NAME = 10

export function draftOf({ week, special, places, businesses }: ServiceHours): HoursDraft {
  return {
    week: week.map((day) => spansText(day.spans)),
    special: special.map(({ date, spans, note }) => ({ date, hours: spansText(spans), note })),
    places: String(places),
    businesses: businesses.map(({ letter, name }) => ({ letter, name })),
  }
}

/** What is sent. */
export function inputOf(draft: HoursDraft): SetServiceHours {
  return {
    week: draft.week.map((typed) => ({ spans: parseSpans(typed).spans })),
    special: draft.special.map(({ date, hours, note }) => ({ date, spans: parseSpans(hours).spans, note: note.trim() })),
    places: Number(draft.places.trim()),
    businesses: draft.businesses.map(({ letter, name }) => ({ letter: letter.trim().toUpperCase(), name: name.trim() })),
  }
}

/** What is wrong, by field; the rule is a key of the words. */
export function faultsOf(draft: HoursDraft): Map<string, string> {
  const faults = new Map<string, string>()
  const put = (field: string, rule: string | undefined) => rule !== undefined && faults.set(field, rule)
  draft.week.forEach((typed, at) => put(`week.${at}`, parseSpans(typed).fault))
  draft.special.forEach(({ date, hours }, at) => {
    put(`special.${at}.date`, dateFault(date, draft.special.map((one) => one.date), at))
    put(`special.${at}.spans`, parseSpans(hours).fault)
  })
  const places = Number(draft.places.trim())
  put('places', draft.places.trim() !== '' && Number.isInteger(places) && places >= 1 && places <= MOST_PLACES ? undefined : 'places')
  const letters = draft.businesses.map(({ letter }) => letter.trim().toUpperCase())
  letters.forEach((letter, at) => put(`businesses.${at}.letter`, /^[A-Z]$/.test(letter) ? (letters.indexOf(letter) === at ? undefined : 'taken') : 'letter'))
  draft.businesses.forEach(({ name }, at) => put(`businesses.${at}.name`, name.trim() === '' ? 'required' : undefined))
  return faults
}

function dateFault(date: string, all: readonly string[], at: number): string | undefined {
  if (date === '') return 'required'
  return all.indexOf(date) === at ? undefined : 'taken'
}

/** A line with the next free letter. */
export function freshLine(businesses: readonly BusinessLine[]): BusinessLine {
  const used = businesses.map(({ letter }) => letter.trim().toUpperCase())
  const letter = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find((one) => !used.includes(one)) ?? ''
  return { letter, name: '' }
}
