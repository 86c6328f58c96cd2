/** F6 among the cases: the card's person opens, or is said to be new here. */
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { call, toFailure, type ApiFailure } from '../../ipc'
import { openPerson } from './openPerson'

export interface CardFile {
  busy: Readonly<Ref<boolean>>
  failure: Readonly<ShallowRef<ApiFailure | undefined>>
  /** The name on a card whose person has not been here. */
  stranger: Readonly<Ref<string>>
  read(): Promise<void>
}

/** `leave` is called before the file opens. */
export function useCardFile(leave: () => void): CardFile {
  const busy = ref(false)
  const failure = shallowRef<ApiFailure>()
  const stranger = ref('')

  async function read(): Promise<void> {
    if (busy.value) return
    busy.value = true
    failure.value = undefined
    stranger.value = ''
    try {
      const { person } = await call('read_card', {})
      const { number, agent } = await call('find_person', { idKind: person.idKind, idNumber: person.idNumber })
      if (number === null) stranger.value = person.name
      else {
        leave()
        openPerson({ number, agent })
      }
    } catch (thrown) {
      failure.value = toFailure(thrown)
    } finally {
      busy.value = false
    }
  }

  return { busy, failure, stranger, read }
}
