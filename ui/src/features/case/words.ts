/** States, lights and events of cases in words; a kind this version does not know stays readable. */
import { useI18n } from 'vue-i18n'
import type { CaseEvent, CaseRow, DueView, SyncMark } from '../../ipc'
import { clockTime, dayWords, localDay, type Mark } from '../../kit'
import { usePaperWords } from '../paper'
import { reasonKey } from '../sync/reasons'
import { LIFE_EVENTS, lifeEvent } from './lifeWords'
import { useDepartmentWords } from './departmentWords'

export interface CaseWords {
  state(state: string): string
  due(due: DueView): { mark: Mark; words: string } | undefined
  sync(sync: SyncMark): { mark: Mark; words: string }
  event(event: CaseEvent): string
  /** Why the platform asks for a person. */
  reason(reason: string): string
  /** 「今天 10:42」 or 「11-20 16:02」. */
  instant(at: string): string
  day(day: string): string
  /** The step at the department, else the state. */
  step(row: CaseRow): string
}

const DUE_MARKS: Readonly<Record<string, Mark>> = { calm: 'calm', soon: 'soon', over: 'over', paused: 'paused' }
const SYNC_MARKS: Readonly<Record<string, Mark>> = { local: 'local', sending: 'sending', reported: 'done', attend: 'fail' }

export function useCaseWords(): CaseWords {
  const { t, te, locale } = useI18n()
  const department = useDepartmentWords()
  const papers = usePaperWords()
  const today = () => localDay(new Date())

  function known(prefix: string, name: string, params: Record<string, unknown> = {}): string {
    const key = `${prefix}.${name}`
    return te(key) ? t(key, params) : t(`${prefix}.other`, { ...params, name })
  }

  function dueWords(due: DueView): string {
    const n = due.days
    const today = due.light === 'soon' && n === 0 ? 'today' : due.light
    const words = t(`case.due.${today}`, { n })
    return due.provisional ? t('case.provisional', { day: words }) : words
  }

  const state = (name: string) => known('case.state', name)
  const reasonWords = (reason: string) => t(`sync.reason.${reasonKey(reason)}.label`)
  const dayOf = (day: string | undefined) => (day ? dayWords(day, locale.value, today()) : '')

  const documentOf = (document: string | undefined) => (document ? known('case.document', document.split('.')[0] ?? '') : '')

  function eventWords(event: CaseEvent): string {
    const { kind, params } = event
    const said = department.event(event, { due: dayOf(params.due), supplyBy: dayOf(params.supplyBy) })
    if (said !== undefined) return said
    // A cleared case keeps what happened and when, nothing of the content.
    if (Object.keys(params).length === 0) return LIFE_EVENTS.includes(kind) ? t(`life.bareEvent.${kind}`) : known('case.bareEvent', kind)
    const ofLife = lifeEvent(event, t, dayOf)
    if (ofLife !== undefined) return ofLife
    if (kind === 'paper_settled') return t('case.event.paper_settled', { ...params, document: documentOf(params.document), outcome: papers.outcome({ outcome: params.outcome ?? '', reason: params.reason || null, place: null }).words })
    const worded = {
      ...params,
      state: params.state ? state(params.state) : '',
      due: dayOf(params.due),
      supplyBy: dayOf(params.supplyBy),
      document: documentOf(params.document),
      way: params.way ? t(`delivery.wayOf.${params.way}`) : '',
      recipient: params.recipient ? t(`delivery.recipient.${params.recipient}`) : '',
      ground: params.ground ? known('case.refusal.ground', params.ground) : '',
      reason: params.reason ? reasonWords(params.reason) : '',
    }
    if (params.unsigned && (kind === 'received' || kind === 'accepted')) return t('case.event.leftUnsigned', { event: eventWords({ ...event, params: { ...params, unsigned: '' } }), unsigned: params.unsigned })
    if (kind === 'received' && params.enteredOn) return t('case.event.receivedSlip', { ...worded, enteredOn: dayOf(params.enteredOn) })
    if (kind === 'transcribed' && params.packed === 'true') return t('case.event.packed')
    if (kind === 'rated' && params.again === 'true') return t('case.event.ratedAgain', worded)
    if (kind === 'accepted' && params.due) return t('case.event.acceptedDue', worded)
    if (kind === 'verdict_given' && !params.reason) return t('case.event.verdictOk')
    return known('case.event', kind, worded)
  }

  return {
    state,
    due(due) {
      const mark = DUE_MARKS[due.light]
      return mark && { mark, words: dueWords(due) }
    },
    sync(sync) {
      const mark = SYNC_MARKS[sync.mark] ?? 'local'
      if (sync.mark === 'attend' && sync.reason !== null) return { mark, words: reasonWords(sync.reason) }
      if (sync.mark === 'sending' && sync.percent !== null) return { mark, words: t('case.sync.percent', { n: sync.percent }) }
      return { mark, words: known('case.sync', sync.mark) }
    },
    event: eventWords,
    reason: reasonWords,
    instant(at) {
      const day = localDay(new Date(at))
      return day === today() ? t('case.todayAt', { time: clockTime(at) }) : `${day.slice(5)} ${clockTime(at)}`
    },
    day: (day) => dayWords(day, locale.value, today()),
    step: (row) => row.step ?? state(row.state),
  }
}
