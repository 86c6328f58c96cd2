/**
 * A supervisor who agrees at somebody else's window: who there is, which one, and their password.
 * At their own seat they have signed in already.
 */
import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import { useQuery, type ApiFailure } from '../../ipc'
import type { Option } from '../../kit'
import { operator } from '../../shell/status'

export interface Supervisor {
  /** Whoever is signed in is a supervisor. */
  inPerson: ComputedRef<boolean>
  options: ComputedRef<readonly Option[]>
  chosen: Ref<string>
  password: Ref<string>
  /** Nobody on this machine may agree. */
  nobody: ComputedRef<boolean>
  /** The password has still to be typed. */
  unsigned: ComputedRef<boolean>
  failure: Ref<ApiFailure | undefined>
  refresh: () => void
  /** As a command takes it: both empty for whoever is signed in. */
  signature: () => { supervisor: string; password: string }
}

export function useSupervisor(asked: () => boolean): Supervisor {
  const chosen = ref('')
  const password = ref('')
  const inPerson = computed(() => operator.value?.role === 'supervisor')
  const operators = useQuery('list_operators', {}, { on: ['status'], enabled: () => asked() && !inPerson.value })
  const supervisors = computed(() => (operators.data.value?.operators ?? []).filter(({ role }) => role === 'supervisor'))

  watch(supervisors, (list) => {
    if (!list.some(({ id }) => id === chosen.value)) chosen.value = list[0]?.id ?? ''
  })
  watch(asked, () => (password.value = ''))

  return {
    inPerson,
    options: computed(() => supervisors.value.map(({ id, name }) => ({ value: id, label: name }))),
    chosen,
    password,
    nobody: computed(() => !inPerson.value && operators.settled.value && supervisors.value.length === 0),
    unsigned: computed(() => !inPerson.value && password.value === ''),
    failure: operators.failure,
    refresh: operators.refresh,
    signature: () => (inPerson.value ? { supervisor: '', password: '' } : { supervisor: chosen.value, password: password.value }),
  }
}
