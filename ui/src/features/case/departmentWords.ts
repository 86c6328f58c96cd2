/** What the deciding department says of a case, in words. */
import { useI18n } from 'vue-i18n'
import type { CaseEvent, DownRow } from '../../ipc'

export interface DepartmentWords {
  /** The words of an event; none when it is not one of a department's. */
  event(event: CaseEvent, dates: { due: string; supplyBy: string }): string | undefined
  /** The kind of a row that came down; none likewise. */
  kind(row: DownRow): string | undefined
  /** Its words. */
  text(row: DownRow): string
}

export function useDepartmentWords(): DepartmentWords {
  const { t, te } = useI18n()

  /** The word of a closed set; a kind of a newer version stays readable. */
  function named(set: string, name: string | undefined): string {
    const key = `department.${set}.${name ?? ''}`
    return te(key) ? t(key) : (name ?? '')
  }

  /** Which of the sentences of a kind holds. */
  function sentence({ kind, params }: CaseEvent): string {
    switch (kind) {
      case 'special_procedure_ended': return params.due ? 'endedDue' : kind
      case 'limit_extended': return params.due ? 'extendedDue' : kind
      case 'result_issued': return params.granted === 'true' ? kind : 'resultDenied'
      case 'request_answered':
        if (params.granted !== 'true') return 'requestDenied'
        return params.what === 'urge' ? 'requestUrged' : kind
      default: return kind
    }
  }

  return {
    event(event, dates) {
      if (!te(`department.bareEvent.${event.kind}`)) return undefined
      const { params } = event
      if (Object.keys(params).length === 0) return t(`department.bareEvent.${event.kind}`)
      const set = event.kind === 'request_answered' ? 'request' : 'procedure'
      return t(`department.event.${sentence(event)}`, { ...params, ...dates, what: named(set, params.what) })
    },
    kind(row) {
      const key = `department.down.${row.kind}`
      return te(key) ? t(key) : undefined
    },
    text(row) {
      if (row.kind === 'extended') return t('department.down.days', { n: row.text })
      return row.kind === 'examination' ? t('department.down.items', { n: row.text }) : row.text
    },
  }
}
