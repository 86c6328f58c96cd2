/** Answers to what a clerk put on the screen. One the desk has moved on from is no failure to tell. */
import { toFailure, type ApiFailure } from '../../ipc'

/** Gives an answer; what went wrong, unless something else stands on the screen by now. */
export async function answer(give: () => Promise<unknown>): Promise<ApiFailure | undefined> {
  try {
    await give()
  } catch (thrown) {
    const failure = toFailure(thrown)
    return failure.code === 'SCREEN-001' ? undefined : failure
  }
  return undefined
}
