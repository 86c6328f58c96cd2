/** Whom it is told: the person of a card that was read, or nobody by name. */
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { call, toFailure, type ApiFailure, type PersonInput } from '../../ipc'

export interface ToldPerson {
  person: Readonly<ShallowRef<PersonInput | undefined>>
  busy: Readonly<Ref<boolean>>
  failure: Readonly<ShallowRef<ApiFailure | undefined>>
  read(): Promise<void>
  /** Nobody by name again. */
  forget(): void
}

export function useToldPerson(): ToldPerson {
  const person = shallowRef<PersonInput>()
  const busy = ref(false)
  const failure = shallowRef<ApiFailure>()

  async function read(): Promise<void> {
    if (busy.value) return
    busy.value = true
    failure.value = undefined
    try {
      person.value = (await call('read_card', {})).person
    } catch (thrown) {
      failure.value = toFailure(thrown)
    } finally {
      busy.value = false
    }
  }

  function forget(): void {
    person.value = undefined
    failure.value = undefined
  }

  return { person, busy, failure, read, forget }
}
