/** The one form: what is filled, from where, and which gap comes next. */
import type { AgentInput, DraftContent, FieldView, PersonInput } from '../../ipc'

/** Where a value came from; `own` is what the clerk typed. */
export type Origin = 'card' | 'applicant' | 'agent' | 'whoActs' | 'archive' | 'own'

/** `fillFrom` of the field that says whether somebody acts for the applicant. */
export const WHO_ACTS = 'who_acts'

export const fieldName = (key: string): string => `form.${key}`

export function isFilled(form: Readonly<Record<string, string>>, key: string): boolean {
  return (form[key] ?? '').trim() !== ''
}

/** A field that has to be filled and is not. */
export function isGap(field: FieldView, form: Readonly<Record<string, string>>): boolean {
  return field.required && !isFilled(form, field.key)
}

export interface FormGroups {
  /** Required and empty when the step was opened: these come first. */
  gaps: FieldView[]
  /** Filled already; folded away. */
  filled: FieldView[]
  /** May stay empty. */
  optional: FieldView[]
}

/** Sorts the fields once, when the step opens; a field does not move away while it is typed in. */
export function groupFields(fields: readonly FieldView[], form: Readonly<Record<string, string>>): FormGroups {
  const filled = fields.filter((field) => isFilled(form, field.key))
  const empty = fields.filter((field) => !isFilled(form, field.key))
  return { gaps: empty.filter((field) => field.required), filled, optional: empty.filter((field) => !field.required) }
}

/**
 * After an answer changed which fields are asked: a field that stays keeps its place, one that
 * comes stands in the group of its cause, behind it, else where its kind belongs.
 */
export function regroup(groups: FormGroups, fields: readonly FieldView[]): FormGroups {
  const kinds = ['gaps', 'filled', 'optional'] as const
  const groupOf = (key: string) => kinds.find((kind) => groups[kind].some((field) => field.key === key))
  const homes = new Map<string, (typeof kinds)[number]>()
  for (const field of fields) {
    const ofCause = field.cause === null ? undefined : homes.get(field.cause)
    homes.set(field.key, groupOf(field.key) ?? ofCause ?? (field.required ? 'gaps' : 'optional'))
  }
  const at = (kind: (typeof kinds)[number]) => fields.filter((field) => homes.get(field.key) === kind)
  return { gaps: at('gaps'), filled: at('filled'), optional: at('optional') }
}

/** The gap after `current` in the order on screen, going round; undefined when there is none. */
export function nextGap(
  order: readonly FieldView[],
  form: Readonly<Record<string, string>>,
  current: string | undefined,
): FieldView | undefined {
  const at = order.findIndex((field) => field.key === current)
  const round = [...order.slice(at + 1), ...order.slice(0, at + 1)]
  return round.find((field) => isGap(field, form))
}

/**
 * Values the store proposes for fields that are empty and that nobody has emptied on purpose.
 * `seen` holds keys already proposed in this sitting.
 */
export function openProposals(
  fields: readonly FieldView[],
  form: Readonly<Record<string, string>>,
  seen: ReadonlySet<string>,
): Record<string, string> {
  const open = fields.filter((field) => field.proposal !== null && !isFilled(form, field.key) && !seen.has(field.key))
  return Object.fromEntries(open.map((field) => [field.key, field.proposal ?? '']))
}

function valuesOf(person: PersonInput | null | undefined): string[] {
  if (!person) return []
  return [person.name, person.idNumber, person.sex, person.birth, person.ethnicity, person.address, person.phone].filter((value) => value !== '')
}

const SEX_WORDS: Readonly<Record<string, RegExp>> = { male: /^\u7537/, female: /^\u5973/ }

function comesFrom(person: PersonInput | null | undefined, value: string): boolean {
  if (!person) return false
  return valuesOf(person).includes(value) || (SEX_WORDS[person.sex]?.test(value) ?? false)
}

/** Where the value of a field comes from, judged by what the draft holds. */
export function originOf(field: FieldView, content: DraftContent, proposed: Readonly<Record<string, string>>): Origin {
  const value = content.form[field.key] ?? ''
  const agent: AgentInput | null = content.agent
  if (value === '') return 'own'
  if (field.fillFrom === WHO_ACTS) return value === String(agent !== null) ? 'whoActs' : 'own'
  if (field.fillFrom === 'agent' && (comesFrom(agent?.person, value) || agent?.relation === value)) return 'agent'
  if (field.fillFrom !== '' && comesFrom(content.applicant, value)) {
    return content.applicant?.verified === 'card_read' && field.fillFrom === 'idcard' ? 'card' : 'applicant'
  }
  return proposed[field.key] === value || field.archive?.value === value ? 'archive' : 'own'
}

/** The day of the case whose form said this value; empty when it came from nowhere else. */
export function archivedOn(field: FieldView, content: DraftContent, proposed: Readonly<Record<string, string>>): string {
  const { archive } = field
  const stands = archive !== null && archive.value === (content.form[field.key] ?? '')
  return stands && originOf(field, content, proposed) === 'archive' ? archive.on : ''
}

/** The clerk has replaced what was proposed. */
export function isChanged(field: FieldView, form: Readonly<Record<string, string>>, proposed: Readonly<Record<string, string>>): boolean {
  const before = proposed[field.key]
  return before !== undefined && before !== (form[field.key] ?? '')
}

/** Values of the form that were the old person's or came from that person's archive, to be asked again for the new one. */
export function valuesOfPerson(
  fields: readonly FieldView[],
  form: Readonly<Record<string, string>>,
  person: PersonInput,
  proposed: Readonly<Record<string, string>>,
): string[] {
  const isTheirs = ({ key, fillFrom }: FieldView) => {
    const value = form[key] ?? ''
    return value !== '' && ((fillFrom !== '' && comesFrom(person, value)) || proposed[key] === value)
  }
  return fields.filter(isTheirs).map(({ key }) => key)
}
