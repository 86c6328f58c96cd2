/** Asking for a rating on the residents' screen, once something is done for them. */
import { computed, watch, type ComputedRef } from 'vue'
import { call } from '../../ipc'
import { useResidentScreen } from '../resident/screenState'

/** Before these nothing was decided, and after these nothing was served. */
const NOT_RATED: readonly string[] = ['received', 'needs_correction', 'withdrawn', 'terminated', 'voided']

/** Somebody can rate what was done for them. */
export function isRatable(state: string): boolean {
  return !NOT_RATED.includes(state)
}

/**
 * Asks as soon as `served` names a case and its state, and whenever it names another. A case that was
 * rated before is not asked about again; without a screen the resident has the receipt's symbol.
 */
export function useRatingRequest(served: () => { number: string; state: string } | undefined): { asked: ComputedRef<boolean> } {
  const screen = useResidentScreen()
  const wanted = computed(() => {
    const one = served()
    return one && screen.attached.value && isRatable(one.state) ? `${one.number} ${one.state}` : undefined
  })
  watch(
    wanted,
    (now) => {
      const number = served()?.number
      if (now !== undefined && number !== undefined) void call('ask_rating', { number }).catch(() => undefined)
    },
    { immediate: true },
  )
  return { asked: computed(() => typeof screen.state.value?.rating === 'string' && screen.state.value.rating === served()?.number) }
}
