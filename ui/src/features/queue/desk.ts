/**
 * The acts of the queue, one at a time wherever in the window they come from: F5 pressed twice calls one
 * person, not two. A call is heard and, where it is not, somebody is told.
 */
import { computed, ref, shallowRef } from 'vue'
import { i18n } from '../../i18n'
import { toFailure, type ApiFailure, type QueueBoard } from '../../ipc'
import { operator, status } from '../../shell/status'
import { soundCall } from './sound'

/** An administrator sees no personal data, so nobody is called by one. */
export const mayQueue = computed(() => ['clerk', 'helper', 'supervisor'].includes(operator.value?.role ?? ''))

/** Whoever answers for the point looks through the calls out of turn. */
export const mayReview = computed(() => operator.value?.role === 'supervisor')

export const acting = ref(false)
/** Why the newest act was refused. */
export const refused = shallowRef<ApiFailure>()
/** Nothing was heard of the newest call. */
export const unheard = ref(false)

/** Does an act, unless another one is under way; what it answered, or nothing when it was refused. */
export async function act<T>(run: () => Promise<T>): Promise<T | undefined> {
  if (acting.value) return undefined
  acting.value = true
  refused.value = undefined
  try {
    return await run()
  } catch (thrown) {
    refused.value = toFailure(thrown)
    return undefined
  } finally {
    acting.value = false
  }
}

/** Calls somebody and lets the hall hear it. */
export async function actAndSound(run: () => Promise<QueueBoard>): Promise<QueueBoard | undefined> {
  const board = await act(run)
  if (board?.serving) unheard.value = !(await soundCall(spoken(board.serving.number)))
  return board
}

/** The hall is spoken to in Chinese whatever the clerk reads; signs apart, so that zeros are said. */
function spoken(number: string): string {
  const window = status.value?.terminal?.window ?? ''
  const words = { number: [...number].join(' '), window }
  return i18n.global.t(window === '' ? 'queue.spokenPlain' : 'queue.spoken', words, { locale: 'zh-CN' })
}
