/**
 * While the clock cannot be trusted, Rust dates nothing before somebody has answered for the date.
 * A verb refused for that is asked about once and, when the date is confirmed, run once more.
 */
import { onScopeDispose, readonly, shallowRef, type ShallowRef } from 'vue'
import { ApiFailure, toFailure } from '../../ipc'

export interface DateConfirmation {
  /** The refusal a person is being asked about; its parameters are what the machine has. */
  asked: Readonly<ShallowRef<ApiFailure | undefined>>
  /** Runs a verb; undefined when the person went back instead of answering. */
  dated<T>(verb: () => Promise<T>): Promise<T | undefined>
  /** The person's answer: confirmed, or back. */
  answer(confirmed: boolean): void
}

export function useDateConfirmation(): DateConfirmation {
  const asked = shallowRef<ApiFailure>()
  let settle: (confirmed: boolean) => void = () => undefined

  function answer(confirmed: boolean): void {
    asked.value = undefined
    settle(confirmed)
  }

  function ask(failure: ApiFailure): Promise<boolean> {
    asked.value = failure
    return new Promise((resolve) => (settle = resolve))
  }

  async function dated<T>(verb: () => Promise<T>): Promise<T | undefined> {
    try {
      return await verb()
    } catch (thrown) {
      const failure = toFailure(thrown)
      if (failure.code !== 'CLOCK-001') throw failure
      if (!(await ask(failure))) return undefined
    }
    // Refused again, it is shown like any refusal: nobody is asked in a circle.
    return verb()
  }

  onScopeDispose(() => answer(false))
  return { asked: readonly(asked), dated, answer }
}
