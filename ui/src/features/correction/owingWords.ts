/** A case that waits for something in words: by when, what is missing, who was called. */
import { useI18n } from 'vue-i18n'
import type { OwingCase } from '../../ipc'
import type { Mark } from '../../kit'
import { useCaseWords } from '../case'

export interface OwingWords {
  mark(one: OwingCase): { mark: Mark; words: string }
  lacks(one: OwingCase): string
  called(one: OwingCase): string
}

const MARKS: Readonly<Record<string, Mark>> = { calm: 'calm', soon: 'soon', over: 'over' }

export function useOwingWords(): OwingWords {
  const { t } = useI18n()
  const words = useCaseWords()
  return {
    mark(one) {
      if (one.owedAs === 'complete') return { mark: 'done', words: t('correction.complete') }
      const mark = MARKS[one.light]
      if (mark === undefined || one.supplyBy === null) return { mark: 'calm', words: t('correction.noDay') }
      if (one.light === 'over') return { mark, words: t('correction.late', { n: one.days }) }
      return { mark, words: t('correction.until', { day: words.day(one.supplyBy) }) }
    },
    lacks(one) {
      const names = one.lacks.join(t('case.comma'))
      return one.lacks.length === 0 ? t('correction.nothingLacks') : t(`correction.lacks.${one.owedAs}`, { names })
    },
    called: (one) => (one.calledOn === null ? t('correction.notCalled') : t('correction.called', { n: one.called, day: one.calledOn.slice(5) })),
  }
}
