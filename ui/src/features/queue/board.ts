/** The queue as this window sees it: asked for once, by the shell, and looked at by every page. */
import { inject, onScopeDispose, provide, type InjectionKey } from 'vue'
import { useQuery, type Query, type QueueBoard } from '../../ipc'
import { mayQueue } from './desk'

/** Minutes waited, and whose booked time it is, are the desk's to say; it is asked as often as they change. */
const MINUTE_MS = 60_000
const BOARD: InjectionKey<Query<QueueBoard>> = Symbol('queue board')

function ask(enabled: () => boolean): Query<QueueBoard> {
  const board = useQuery('queue_board', {}, { on: ['queue'], enabled })
  const timer = setInterval(() => void board.refresh(), MINUTE_MS)
  onScopeDispose(() => clearInterval(timer))
  return board
}

/** Asks on behalf of every page within. */
export function provideQueueBoard(enabled: () => boolean): Query<QueueBoard> {
  const board = ask(enabled)
  provide(BOARD, board)
  return board
}

/** The board of the shell around this page; a page that stands alone asks itself. */
export function useQueueBoard(): Query<QueueBoard> {
  return inject(BOARD, () => ask(() => mayQueue.value), true)
}
