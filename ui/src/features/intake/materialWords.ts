/** Lines of the list in words: how each is settled, what it asks for. */
import { useI18n } from 'vue-i18n'
import type { MaterialChoice, RequirementLine } from '../../ipc'
import { dayWords, localDay, type Mark } from '../../kit'
import { settledBy } from './material'

export interface MaterialWords {
  /** Shape and words of how a line stands. */
  state(line: RequirementLine, choice: MaterialChoice | undefined): { mark: Mark; words: string }
  /** The second line under a material's name. */
  asks(line: RequirementLine): string
  /** The heading of the group a line stands in. */
  group(line: RequirementLine, all: readonly RequirementLine[]): string
}

export function useMaterialWords(): MaterialWords {
  const { t, locale } = useI18n()

  function day(date: string): string {
    return dayWords(date, locale.value, localDay(new Date()))
  }

  return {
    state(line, choice) {
      const way = settledBy(line, choice)
      if (way === undefined) return { mark: 'todo', words: t('intake.material.open') }
      if (way === 'deferred') {
        const by = choice?.supplyBy
        return { mark: 'soon', words: by ? t('intake.material.settled.deferredBy', { day: day(by) }) : t('intake.material.settled.deferred') }
      }
      if (way === 'original_seen' && choice && choice.files.length > 0) return { mark: 'done', words: t('intake.material.settled.seenAndCaptured') }
      return { mark: 'done', words: t(`intake.material.settled.${way}`, { n: choice?.files.length ?? 0 }) }
    },
    asks(line) {
      if (line.status === 'waived' || line.status === 'held') return [line.rule, line.ruleDetail].filter(Boolean).join(t('intake.colon'))
      const original = line.original ? t('intake.material.originalOnly') : t('intake.material.copies', { form: line.form, n: line.copies })
      const extra = line.conditional ? [t('intake.material.conditional')] : []
      return [original, ...extra, ...line.notes].join(t('intake.semicolon'))
    },
    group(line, all) {
      const n = all.filter((other) => other.because === line.because).length
      if (line.because === null) return t('intake.material.groupAll', { n })
      return t('intake.material.groupBecause', { because: line.because, n })
    },
  }
}
