/** What the whole window stands on: phase, point, operator, sync facts, devices. One call, kept fresh. */
import { computed, ref, shallowRef } from 'vue'
import { call, onChanged, toFailure, type ApiFailure, type AppStatus } from '../ipc'

export const status = shallowRef<AppStatus>()
export const statusFailure = shallowRef<ApiFailure>()
export const operator = computed(() => status.value?.operator ?? undefined)

/** Milliseconds by which the deadline clock differs from the machine's. */
export const clockAhead = ref(0)

let asking: Promise<void> | undefined
let again = false

/** Asks once more; calls while one is under way are folded into one further question. */
export function refreshStatus(): Promise<void> {
  if (asking) {
    again = true
    return asking
  }
  asking = ask().finally(() => {
    asking = undefined
    if (!again) return
    again = false
    void refreshStatus()
  })
  return asking
}

async function ask(): Promise<void> {
  try {
    status.value = await call('app_status', {})
    clockAhead.value = Date.parse(status.value.now) - Date.now() || 0
    statusFailure.value = undefined
  } catch (thrown) {
    statusFailure.value = toFailure(thrown)
  }
}

/** Keeps the status fresh until the returned function is called. */
export function followStatus(): () => void {
  void refreshStatus()
  return onChanged(() => void refreshStatus())
}
