/**
 * Asking the questions of a matter with digits. An answer can open or close later questions, so
 * the next one is known only when the list has been worked out; keys typed in the meantime wait for
 * it instead of answering the same question twice.
 */
import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import type { QuestionView } from '../../ipc'
import { optionsOf } from '../intake/situation'

export interface Asking {
  /** The question that digits answer; empty before the first list. */
  current: Ref<string>
  /** Asked and not answered yet, in order. */
  open: ComputedRef<QuestionView[]>
  /** Answers without moving on: the pointer and the arrows. */
  choose(question: string, choice: string): void
  /** Answers the current question by its digit and goes to the next open one. */
  press(digit: number): void
  /** To the following or the preceding question; false when there is none. */
  turn(step: 1 | -1): boolean
  /** Does it once the list is the one for everything typed so far. */
  later(work: () => void): void
}

interface Circumstances {
  answers: Ref<Record<string, string>>
  asked: () => readonly QuestionView[]
  /** The list on screen is the one for these answers. */
  settled: () => boolean
  /** An answer ended the matter: there is nothing to go on to. */
  ended: () => boolean
  /** Puts the focus on a question. */
  show: (question: string) => void
}

export function useAsking({ answers, asked, settled, ended, show }: Circumstances): Asking {
  const current = ref('')
  const waiting: (() => void)[] = []
  let moving = false

  const open = computed(() => asked().filter((question) => answers.value[question.id] === undefined))
  const place = () => asked().findIndex((question) => question.id === current.value)

  function settle(question: string): void {
    current.value = question
    show(question)
  }

  function choose(question: string, choice: string): void {
    answers.value = { ...answers.value, [question]: choice }
  }

  function advance(): void {
    if (!moving) return
    moving = false
    const at = place()
    const later = open.value.find((question) => asked().indexOf(question) > at)
    settle(ended() ? current.value : (later ?? open.value[0])?.id ?? current.value)
  }

  function take(digit: number): void {
    const question = asked()[place()]
    const choice = question && optionsOf(question, '')[digit - 1]?.value
    if (!question || choice === undefined) return
    moving = true
    choose(question.id, choice)
    // The same answer again changes nothing, so nothing comes back to wait for.
    if (settled()) advance()
  }

  function drain(): void {
    while (settled() && waiting.length > 0) waiting.shift()?.()
  }

  function later(work: () => void): void {
    waiting.push(work)
    drain()
  }

  function turn(step: 1 | -1): boolean {
    const next = asked()[place() + step] ?? (step > 0 ? open.value[0] : undefined)
    if (!next || next.id === current.value) return false
    settle(next.id)
    return true
  }

  watch(settled, (now) => {
    if (!now) return
    advance()
    drain()
  })
  // At once, because a list that is remembered is there before anything changes.
  watch(
    asked,
    (list) => {
      if (!list.some((question) => question.id === current.value)) current.value = (open.value[0] ?? list[0])?.id ?? ''
    },
    { immediate: true },
  )

  return { current, open, choose, press: (digit) => later(() => take(digit)), turn, later }
}
