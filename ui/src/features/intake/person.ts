/** Persons on the window: blank ones, masks for headings, ages, and whom a card is for. */
import type { AgentInput, DraftContent, PersonInput } from '../../ipc'
import { maskedId } from '../../kit'

export const ID_KINDS = ['citizen', 'hukou', 'foreign_resident', 'hk_mo_permit', 'taiwan_permit', 'passport', 'uscc', 'other'] as const
/** Who speaks for the applicant; the empty one is the applicant in person. */
export const AGENT_KINDS = ['', 'child', 'relative', 'helper', 'guardian', 'other'] as const
const ADULT = 18

export function blankPerson(idKind = 'citizen'): PersonInput {
  return { name: '', idKind, idNumber: '', sex: '', birth: '', ethnicity: '', address: '', phone: '', verified: 'seen_by_clerk' }
}

export function blankAgent(kind: string): AgentInput {
  return { person: blankPerson(), kind, relation: '', mandate: null }
}

/** The number of a person's document, masked. */
export function maskedNumber(person: Pick<PersonInput, 'idKind' | 'idNumber'>): string {
  return maskedId(person.idKind, person.idNumber)
}

/** Full years of age on a day; undefined without a birth date. */
export function ageOn(birth: string, today: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(birth)) return undefined
  const years = Number(today.slice(0, 4)) - Number(birth.slice(0, 4))
  return today.slice(5) < birth.slice(5) ? years - 1 : years
}

export function isMinor(person: PersonInput, today: string): boolean {
  const age = ageOn(person.birth, today)
  return age !== undefined && age < ADULT
}

export type Who = 'applicant' | 'agent'

/** The name of a person in problems of the contract. */
export function personField(who: Who): string {
  return who === 'applicant' ? 'applicant' : 'agent.person'
}

/** Whom a card that is read with F6 belongs to: who is still without a number, else the focused person. */
export function cardFor(content: DraftContent, focused: Who | undefined): Who {
  const { applicant, agent } = content
  if (!applicant || applicant.idNumber === '') return 'applicant'
  if (agent && agent.person.idNumber === '') return 'agent'
  return focused === 'agent' && agent ? 'agent' : 'applicant'
}

/** The same document was read for both. */
export function isSamePerson(a: PersonInput | null | undefined, b: PersonInput | null | undefined): boolean {
  if (!a || !b || a.idNumber === '') return false
  return a.idKind === b.idKind && a.idNumber === b.idNumber
}
