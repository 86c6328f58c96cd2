/**
 * What earlier cases say of the people on a draft. It fills what is empty and nothing else, and
 * remembers what it filled, so that the origin is shown and another number takes it away again.
 */
import { reactive } from 'vue'
import type { DraftContent, DraftView, KnownPerson, PersonFact, PersonInput } from '../../ipc'
import type { Who } from './person'

const FIELDS = ['name', 'sex', 'birth', 'ethnicity', 'address', 'phone'] as const
type Field = (typeof FIELDS)[number]
const PEOPLE: readonly Who[] = ['applicant', 'agent']

export function personOn(content: DraftContent, who: Who): PersonInput | null {
  return who === 'applicant' ? content.applicant : (content.agent?.person ?? null)
}

function put(content: DraftContent, who: Who, person: PersonInput): void {
  if (who === 'applicant') content.applicant = person
  else if (content.agent) content.agent = { ...content.agent, person }
}

/** What is known of somebody on the draft, while the answer is about the number that is there now. */
export function knownOf(view: DraftView, content: DraftContent, who: Who): KnownPerson | null {
  const asked = personOn(view.content, who)
  const now = personOn(content, who)
  if (!asked || !now || asked.idNumber !== now.idNumber || asked.idKind !== now.idKind) return null
  return who === 'applicant' ? view.knownApplicant : view.knownAgent
}

export interface Recall {
  /** Fills the empty fields of both people. */
  fill(view: DraftView): void
  /** The number is another one: what was filled for the old one goes, unless a card has said it since. */
  takeBack(who: Who): void
  /** The facts that stand on the draft because they were recalled. */
  recalled(who: Who): PersonFact[]
}

export function createRecall(content: DraftContent): Recall {
  const filled = reactive<Record<Who, Partial<Record<Field, PersonFact>>>>({ applicant: {}, agent: {} })
  /** Once only: what somebody has emptied stays empty. */
  const offered = new Set<string>()

  function fillOne(view: DraftView, who: Who): void {
    const known = knownOf(view, content, who)
    const person = personOn(content, who)
    if (!known || !person) return
    const open = known.facts.filter(({ key }) => person[key as Field] === '' && !offered.has(`${who} ${person.idNumber} ${key}`))
    for (const fact of known.facts) offered.add(`${who} ${person.idNumber} ${fact.key}`)
    if (open.length === 0) return
    for (const fact of open) filled[who][fact.key as Field] = fact
    put(content, who, { ...person, ...Object.fromEntries(open.map(({ key, value }) => [key, value])) })
  }

  function recalled(who: Who): PersonFact[] {
    const person = personOn(content, who)
    return FIELDS.flatMap((field) => {
      const fact = filled[who][field]
      return fact && person?.[field] === fact.value ? [fact] : []
    })
  }

  return {
    fill(view) {
      // What the resident has confirmed or signed is not added to behind their back.
      if (content.confirmed || content.signed.length > 0) return
      for (const who of PEOPLE) fillOne(view, who)
    },
    takeBack(who) {
      const person = personOn(content, who)
      const stale = recalled(who)
      filled[who] = {}
      if (!person || person.verified === 'card_read' || stale.length === 0) return
      put(content, who, { ...person, ...Object.fromEntries(stale.map(({ key }) => [key, ''])) })
    },
    recalled,
  }
}
