/**
 * Words no matter answered to, kept in hand until somebody chooses the matter they mean; they are
 * what people call it from then on.
 */
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { call, toFailure, type ApiFailure, type MatterRow } from '../../ipc'

export interface Naming {
  /** The words in hand; empty while none are. */
  words: Ref<string>
  /** What they were given to last. */
  given: Ref<{ text: string; name: string } | undefined>
  failure: ShallowRef<ApiFailure | undefined>
  begin(text: string): void
  /** Gives up, and says what the words were. */
  cancel(): string
  /** They mean this matter; true once they do. */
  give(row: MatterRow): Promise<boolean>
}

export function useNaming(): Naming {
  const words = ref('')
  const given = ref<{ text: string; name: string }>()
  const failure = shallowRef<ApiFailure>()
  let busy = false

  function begin(text: string): void {
    words.value = text
    given.value = undefined
    failure.value = undefined
  }

  function cancel(): string {
    const text = words.value
    begin('')
    return text
  }

  async function give(row: MatterRow): Promise<boolean> {
    const text = words.value
    if (busy || text === '') return false
    busy = true
    try {
      await call('add_alias', { code: row.code, text })
      begin('')
      given.value = { text, name: row.name }
      return true
    } catch (thrown) {
      failure.value = toFailure(thrown)
      return false
    } finally {
      busy = false
    }
  }

  return { words, given, failure, begin, cancel, give }
}
