/**
 * Step 4 on the residents' screen: the summary stands there while the clerk is on it, and the
 * resident's own 「我看过了」 goes on like the clerk's Enter.
 */
import { onScopeDispose, ref, watch } from 'vue'
import { call } from '../../ipc'
import { useResidentScreen } from '../resident/screenState'
import type { DraftSession } from './draftSession'

/** Shows the summary while the component lives; calls `confirmed` once the resident has confirmed it. */
export function useMirroredCheck(session: Pick<DraftSession, 'id' | 'savedAt' | 'flush'>, confirmed: () => void): { shown: () => boolean } {
  const screen = useResidentScreen()
  /** The turn under which the newest summary stands there. */
  const turn = ref<number>()
  let alive = true

  async function mirror(): Promise<void> {
    if (!screen.attached.value || !(await session.flush()) || !alive) return
    // Without a screen the clerk reads the summary out, as before there were any.
    const state = await call('mirror_check', { id: session.id }).catch(() => undefined)
    turn.value = state?.turn
    if (!alive) screen.clear()
  }

  watch([screen.attached, session.savedAt], () => void mirror(), { immediate: true })
  watch(screen.state, (state) => {
    if (!state || turn.value === undefined || state.turn <= turn.value || state.confirmed !== session.id) return
    turn.value = undefined
    confirmed()
  })
  onScopeDispose(() => {
    alive = false
    screen.clear()
  })
  return { shown: () => turn.value !== undefined && screen.state.value?.shows === 'check' }
}
