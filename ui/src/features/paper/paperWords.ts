/** Papers in words: what became of one, why, and the message when somebody has to do something. */
import { useI18n } from 'vue-i18n'
import { failureWords } from '../../i18n/errors'
import { ApiFailure, ERROR_CODES, type PaperInfo } from '../../ipc'
import { clockTime, dayWords, localDay, type Mark } from '../../kit'
import { isHeldUp, isReplaced, isStuck, PAPER_MARKS, stateOf, type Fate } from './paperStates'

/** What is certain whatever a printer does: the case, when the paper is of one. */
export interface Stands {
  /** Short number of the case. */
  short: string
  /** It was accepted here and now. */
  accepted: boolean
}

export interface TroubleWords {
  what: string
  safe: string
  todo: string
}

export interface PaperWords {
  /** Mark and words of what became of a paper. */
  outcome(paper: Fate, sending?: boolean): { mark: Mark; words: string }
  reason(code: string): string
  /** When a paper was made. */
  madeAt(paper: PaperInfo): string
  /**
   * What happened, what is safe, what to do. `ticket` says whether the printer is a ticket printer,
   * whose papers can go on a sheet instead.
   */
  trouble(paper: PaperInfo, ticket: boolean, stands?: Stands): TroubleWords
}

export function usePaperWords(): PaperWords {
  const { t, te, locale } = useI18n()

  /** A printer's word for it, or what kept the folder from taking it. */
  function reason(code: string): string {
    if (te(`paper.reason.${code}`)) return t(`paper.reason.${code}`)
    const known = ERROR_CODES.find((one) => one === code)
    return known ? failureWords(new ApiFailure(known), locale.value).what.replace(/[。.]$/, '') : code
  }

  function outcome(paper: Fate, sending = false): { mark: Mark; words: string } {
    const state = sending ? 'printing' : stateOf(paper)
    if (isReplaced(paper)) return { mark: 'paused', words: t('paper.replaced') }
    const why = paper.reason !== null && !sending ? reason(paper.reason) : undefined
    if (why !== undefined && (state === 'failed' || state === 'unknown' || state === 'printing')) {
      return { mark: state === 'printing' ? 'soon' : PAPER_MARKS[state], words: t(`paper.outcomeWhy.${state}`, { why }) }
    }
    const place = sending ? null : paper.place
    return { mark: PAPER_MARKS[state], words: place === null ? t(`paper.outcome.${state}`) : t(`paper.outcomeAt.${state}`, { place }) }
  }

  function safe(paper: PaperInfo, stands?: Stands): string {
    if (isStuck(paper)) return t('paper.safe.shelf')
    if (!stands) return t('paper.safe.paper')
    if (!stands.accepted) return t('paper.safe.case', { number: stands.short })
    return paper.reason === 'not_reached' ? t('paper.safe.acceptedStored') : t('paper.safe.accepted', { number: stands.short })
  }

  function todo(paper: PaperInfo, code: string, ticket: boolean, stands?: Stands): string {
    if (stateOf(paper) === 'unknown') return t('paper.todo.look')
    if (isStuck(paper)) return t(stands ? 'paper.todo.restart' : 'paper.todo.restartPlain')
    if (isHeldUp(paper)) return te(`paper.goesOn.${code}`) ? t(`paper.goesOn.${code}`) : t('paper.goesOn.other')
    if (code === 'not_reached' || code === 'spooler_gone') return t(ticket ? 'paper.todo.cableA4' : 'paper.todo.cable')
    const key = `paper.todo.${code}`
    return te(key) ? t(key) : t('paper.todo.other')
  }

  return {
    outcome,
    reason,
    madeAt(paper) {
      const at = new Date(paper.madeAt)
      if (Number.isNaN(at.getTime())) return ''
      const [day, today] = [localDay(at), localDay(new Date())]
      return day === today ? clockTime(at) : `${dayWords(day, locale.value, today)} ${clockTime(at)}`
    },
    trouble(paper, ticket, stands) {
      const code = paper.reason ?? 'other'
      const place = paper.place ?? t(ticket ? 'paper.ticketPrinter' : 'paper.printer')
      const key = stateOf(paper) === 'unknown' ? 'unknown' : te(`paper.what.${code}`) ? code : 'other'
      return {
        what: t(`paper.what.${key}`, { place, title: paper.title, why: reason(code) }),
        safe: safe(paper, stands),
        todo: todo(paper, code, ticket, stands),
      }
    },
  }
}
