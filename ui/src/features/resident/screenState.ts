/** The residents' screen as the clerk's window knows it: whether it is there and what stands on it. */
import { computed, type ComputedRef } from 'vue'
import { call, useQuery, type ResidentState } from '../../ipc'

export interface ResidentScreenState {
  state: ComputedRef<ResidentState | undefined>
  /** Somebody can look at it. */
  attached: ComputedRef<boolean>
  /** Leaves the point's name there. Nobody has to know when there is no screen to clear. */
  clear(): void
}

export function useResidentScreen(): ResidentScreenState {
  const { data } = useQuery('resident_state', {}, { on: ['resident', 'status'] })
  const state = computed(() => data.value)
  const attached = computed(() => state.value?.attached === true)
  return {
    state,
    attached,
    clear() {
      if (attached.value) void call('clear_resident_screen', {}).catch(() => undefined)
    },
  }
}
