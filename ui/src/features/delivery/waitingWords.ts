/** How long a result waits, and where each document of it is, in words. */
import { useI18n } from 'vue-i18n'
import type { CaseResult, WaitingCase } from '../../ipc'
import type { Mark } from '../../kit'

export interface WaitingWords {
  waits(one: WaitingCase): { mark: Mark; words: string }
  place(result: CaseResult): { mark: Mark; words: string }
  /** Number and validity, when there are any. */
  about(result: CaseResult): string[]
}

const PLACE_MARKS: Readonly<Record<string, Mark>> = { office: 'paused', counter: 'calm', posted: 'sending', delivered: 'done' }

/** The document can be handed over or posted here. */
export function isHere(result: CaseResult): boolean {
  return result.place === 'office' || result.place === 'counter'
}

export function useWaitingWords(): WaitingWords {
  const { t } = useI18n()
  return {
    waits(one) {
      if (one.unclaimed) return { mark: 'over', words: t('delivery.unclaimed', { n: one.days }) }
      if (one.since !== null) return { mark: 'calm', words: one.days === 0 ? t('delivery.today') : t('delivery.days', { n: one.days }) }
      const posted = one.results.some(({ place }) => place === 'posted')
      return posted ? { mark: 'sending', words: t('delivery.onTheWay') } : { mark: 'paused', words: t('delivery.notHere') }
    },
    place(result) {
      const mark = PLACE_MARKS[result.place] ?? 'calm'
      if (result.place === 'counter' && result.kept !== '') return { mark, words: t('delivery.placeAt.counter', { kept: result.kept }) }
      if (result.place === 'posted') return { mark, words: t('delivery.placeAt.posted', { carrier: result.carrier ?? '', tracking: result.tracking ?? '' }) }
      return { mark, words: t(`delivery.place.${result.place}`) }
    },
    about(result) {
      return [
        ...(result.documentNo === null ? [] : [t('delivery.documentNo', { no: result.documentNo })]),
        ...(result.validUntil === null ? [] : [t('delivery.validUntil', { day: result.validUntil })]),
      ]
    },
  }
}
