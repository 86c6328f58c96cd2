/** Questions left open at receipt, answered while supplies are taken in: what is owed follows from the answers. */
import { computed, reactive, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import { call, toFailure, type ApiFailure, type CaseView, type OwedLine, type OwedNow, type QuestionView } from '../../ipc'

export interface OpenAnswers {
  /** The answers given so far. */
  readonly given: Readonly<Record<string, string>>
  questions: ComputedRef<readonly QuestionView[]>
  /** What the case owes by these answers. */
  owed: ComputedRef<readonly OwedLine[]>
  /** By these answers, once the desk has said so. */
  now: ShallowRef<OwedNow | undefined>
  failure: ShallowRef<ApiFailure | undefined>
  answer(question: string, choice: string): void
}

export function useOpenAnswers(view: CaseView): OpenAnswers {
  const given = reactive<Record<string, string>>({})
  const now = shallowRef<OwedNow>()
  const failure = shallowRef<ApiFailure>()
  let asked = 0

  async function look(): Promise<void> {
    const turn = ++asked
    failure.value = undefined
    try {
      const owed = await call('look_owed', { number: view.row.number, answers: { ...given } })
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
      // What follows a question is asked anew once it is answered otherwise.
      for (const later of questionsAfter(now.value?.questions ?? view.life.owedQuestions, question)) {
        if (!view.life.owedQuestions.some(({ id }) => id === later)) delete given[later]
      }
      given[question] = choice
    },
  }
}

function questionsAfter(questions: readonly QuestionView[], question: string): string[] {
  return questions.slice(questions.findIndex(({ id }) => id === question) + 1).map(({ id }) => id)
}
