/** Questions left open at receipt, answered while supplies are taken in: what is owed follows from the answers. */
import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import { call, toFailure, type ApiFailure, type CaseView, type OwedLine, type OwedNow, type QuestionView } from '../../ipc'

export interface OpenAnswers {
  /** The answers given so far. */
  given: Readonly<ShallowRef<Readonly<Record<string, string>>>>
  questions: ComputedRef<readonly QuestionView[]>
  /** What the case owes by these answers. */
  owed: ComputedRef<readonly OwedLine[]>
  /** By these answers, once the desk has said so. */
  now: ShallowRef<OwedNow | undefined>
  failure: ShallowRef<ApiFailure | undefined>
  answer(question: string, choice: string): void
}

export function useOpenAnswers(view: CaseView): OpenAnswers {
  const given = shallowRef<Readonly<Record<string, string>>>({})
  const now = shallowRef<OwedNow>()
  const failure = shallowRef<ApiFailure>()
  let asked = 0

  async function look(): Promise<void> {
    const turn = ++asked
    failure.value = undefined
    try {
      const owed = await call('look_owed', { number: view.row.number, answers: { ...given.value } })
      if (turn === asked) now.value = owed
    } catch (thrown) {
      if (turn === asked) failure.value = toFailure(thrown)
    }
  }

  watch(given, () => void look())
  return {
    given,
    questions: computed(() => now.value?.questions ?? view.life.owedQuestions),
    owed: computed(() => now.value?.owed ?? view.life.owed),
    now,
    failure,
    answer(question, choice) {
      const shown = now.value?.questions ?? view.life.owedQuestions
      const place = shown.findIndex(({ id }) => id === question)
      // What an answer opened is asked anew once the answer is another one.
      const opened = new Set(shown.slice(place + 1).map(({ id }) => id).filter((id) => !view.life.owedQuestions.some((open) => open.id === id)))
      const kept = Object.entries(given.value).filter(([id]) => !opened.has(id))
      given.value = { ...Object.fromEntries(kept), [question]: choice }
    },
  }
}
