/** Tickets in words: why one comes first, what may be done with it. */
import { useI18n } from 'vue-i18n'
import type { FieldProblem, TicketRow } from '../../ipc'

export interface QueueWords {
  /** Why it comes before others; empty when it does not. */
  priority(row: TicketRow): string
  /** What is wrong with a field. */
  problem(problem: FieldProblem | undefined): string | undefined
}

export function useQueueWords(): QueueWords {
  const { t, te } = useI18n()
  return {
    priority: ({ priority }) => (priority === null ? '' : t('queue.first', { why: t(`queue.priority.${priority}`) })),
    problem(problem) {
      if (!problem) return undefined
      return t(te(`queue.rule.${problem.rule}`) ? `queue.rule.${problem.rule}` : 'queue.rule.other')
    },
  }
}
