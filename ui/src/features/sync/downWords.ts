/** What came down from the platform in words: in the sync centre and among the news. */
import { useI18n } from 'vue-i18n'
import type { DownRow } from '../../ipc'
import { useDepartmentWords } from '../case/departmentWords'
import { useCaseWords } from '../case/words'

const KINDS: readonly string[] = ['pack', 'progress', 'verdict']

export interface DownWords {
  kind(row: DownRow): string
  text(row: DownRow): string
}

export function useDownWords(): DownWords {
  const { t } = useI18n()
  const words = useCaseWords()
  const department = useDepartmentWords()
  return {
    kind: (row) => department.kind(row) ?? t(`sync.down.${KINDS.includes(row.kind) ? row.kind : 'other'}`),
    text(row) {
      if (row.kind === 'pack') return t('sync.down.packText', { version: row.text })
      return row.kind === 'verdict' ? words.reason(row.text) : department.text(row)
    },
  }
}
