/** Events of a case's life at its point in words: their parameters, and which sentence says them. */
import type { CaseEvent } from '../../ipc'

/** As `useI18n` gives it. */
type Translate = (key: string, params?: Record<string, unknown>) => string

/** Kinds whose sentence has a longer form when something was said. */
const SAID: readonly string[] = ['called', 'promise_checked']

export const LIFE_EVENTS: readonly string[] = ['supplied', 'supply_extended', 'called', 'withdrawn', 'terminated', 'voided', 'requested', 'amended', 'promise_checked', 'deemed_accepted', 'archived']

/** The sentence of an event, or undefined for one that is not of this kind. */
export function lifeEvent({ kind, params }: CaseEvent, t: Translate, dayOf: (day: string | undefined) => string): string | undefined {
  if (kind === 'correction_asked' && params.words) return t('life.event.correction_askedAgain', { ...params, supplyBy: dayOf(params.supplyBy) })
  if (!LIFE_EVENTS.includes(kind)) return undefined
  if (kind === 'supplied' && params.later === 'true') return t('life.event.signedLater', { ...params })
  const worded: Record<string, unknown> = { ...params }
  if (kind === 'supply_extended') Object.assign(worded, { was: dayOf(params.was), until: dayOf(params.until) })
  if (kind === 'deemed_accepted') Object.assign(worded, { from: dayOf(params.from), notifyBy: dayOf(params.notifyBy) })
  if (kind === 'called') Object.assign(worded, { purpose: t(`life.call.purpose.${params.purpose}`), outcome: t(`life.call.outcome.${params.outcome}`) })
  if (kind === 'promise_checked') Object.assign(worded, { method: t(`life.promise.method.${params.method}`), outcome: t(`life.promise.outcome.${params.outcome}`) })
  if (kind === 'requested') Object.assign(worded, { what: t(`life.request.${params.what}`) })
  if (kind === 'amended') Object.assign(worded, { field: params.label || t(`life.amend.field.${params.field?.split('.')[1]}`), was: params.was || t('life.event.blank'), is: params.is || t('life.event.blank') })
  const said = SAID.includes(kind) && params.words ? 'Said' : ''
  return t(`life.event.${kind}${said}`, worded)
}
