/** Why words are not taken as what people call a matter, by the rule they break. */
import { useI18n } from 'vue-i18n'
import type { ApiFailure } from '../../ipc'

/** Characters of words a point may add. */
export const ALIAS_CHARS = { fewest: 2, most: 20 } as const

export function useAliasRules(): (found: ApiFailure) => string {
  const { t, te } = useI18n()
  return (found) => {
    const rule = found.problems[0]?.rule
    const key = `matter.alias.rule.${rule ?? ''}`
    return t(rule !== undefined && te(key) ? key : 'matter.alias.failed')
  }
}
