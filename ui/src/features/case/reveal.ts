/** Masked fields of a case or a person, shown on purpose for ten seconds. Rust records that they were. */
import { computed, onScopeDispose, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { toFailure, type ApiFailure, type Revealed } from '../../ipc'

export const SHOWN_MS = 10_000

export interface Reveal {
  shown: ComputedRef<boolean>
  failure: Readonly<ShallowRef<ApiFailure | undefined>>
  /** The whole value of a field while it is shown. */
  whole: Readonly<Ref<Readonly<Record<string, string>>>>
  show(): Promise<void>
  hide(): void
}

/** `subject` names whose fields they are: an answer about another one is not shown. */
export function useReveal(subject: () => string, ask: () => Promise<Revealed>): Reveal {
  const whole = ref<Readonly<Record<string, string>>>({})
  const failure = shallowRef<ApiFailure>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function hide(): void {
    clearTimeout(timer)
    whole.value = {}
  }

  async function show(): Promise<void> {
    clearTimeout(timer)
    try {
      const asked = subject()
      const answer = await ask()
      if (asked !== subject()) return
      whole.value = answer.fields
      failure.value = undefined
      timer = setTimeout(hide, SHOWN_MS)
    } catch (thrown) {
      failure.value = toFailure(thrown)
    }
  }

  onScopeDispose(hide)
  return { shown: computed(() => Object.keys(whole.value).length > 0), failure, whole, show, hide }
}
