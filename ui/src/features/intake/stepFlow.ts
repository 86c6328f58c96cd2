/** Where the clerk is in the six steps, what was found on leaving one, and where the focus goes. */
import { computed, inject, nextTick, provide, ref, shallowRef, type ComputedRef, type InjectionKey, type Ref, type ShallowRef } from 'vue'
import type { CaseDone, FieldProblem } from '../../ipc'
import { focusField } from '../../kit'
import type { DraftSession } from './draftSession'
import { formalities, isOpen, nextStep, numberOf, previousStep, problemsOf, stepOf, stepOfField, STEPS, type StepId } from './steps'

export type DecideMode = 'choose' | 'correct' | 'refuse' | 'forward'

export interface StepFlow {
  current: ComputedRef<StepId>
  /** Problems found on the last attempt to go on. */
  summary: Readonly<ShallowRef<readonly FieldProblem[]>>
  /** Problems of steps somebody tried to leave, to be shown at their fields. */
  errors: ComputedRef<FieldProblem[]>
  /** A field that should take the focus as soon as its step shows it. */
  wanted: Ref<string>
  /** What step 6 is about to do. */
  mode: Ref<DecideMode>
  /** What the draft became. */
  done: ShallowRef<CaseDone | undefined>
  go(step: StepId, options?: { comeBack?: boolean }): void
  /** To the next unfinished step, if this one lets go. Presses are served one after another. */
  forward(): Promise<void>
  back(): void
  /** Shows a field, whatever step it is on. */
  show(field: string): void
  /** Shows problems that came back from deciding. */
  refuse(problems: readonly FieldProblem[]): void
}

const key: InjectionKey<StepFlow> = Symbol('flow')

export function provideFlow(flow: StepFlow): void {
  provide(key, flow)
}

export function useFlow(): StepFlow {
  const flow = inject(key)
  if (!flow) throw new Error('a step of intake stands outside its page')
  return flow
}

/** Said instead of every field of a person who is not there yet. */
const NOBODY: FieldProblem = { field: 'applicant', rule: 'required', label: null, params: {} }

export function createStepFlow(session: DraftSession): StepFlow {
  const { content, view } = session
  const current = computed(() => stepOf(content.step))
  const visited = new Set<StepId>(STEPS.slice(0, content.step))
  const attempted = ref<ReadonlySet<StepId>>(new Set())
  const summary = shallowRef<readonly FieldProblem[]>([])
  const wanted = ref('')
  const mode = ref<DecideMode>('choose')
  const done = shallowRef<CaseDone>()
  let comeBack = false
  let queue = Promise.resolve()

  const errors = computed(() => view.value.problems.filter((problem) => attempted.value.has(stepOfField(problem.field))))

  function enter(step: StepId): void {
    if (!isOpen(step, content)) return
    summary.value = []
    mode.value = 'choose'
    visited.add(step)
    content.step = numberOf(step)
  }

  function go(step: StepId, options: { comeBack?: boolean } = {}): void {
    comeBack = options.comeBack ?? false
    enter(step)
  }

  function refuse(problems: readonly FieldProblem[]): void {
    attempted.value = new Set([...attempted.value, ...problems.map((problem) => stepOfField(problem.field))])
    summary.value = [...problems]
  }

  async function leave(): Promise<void> {
    const from = current.value
    if (from === 'check') content.confirmed = true
    if (!(await session.flush())) return
    const problems = content.applicant === null ? [NOBODY] : problemsOf(from, [...view.value.problems, ...formalities(content)])
    attempted.value = new Set([...attempted.value, from])
    if (problems.length > 0) {
      summary.value = problems
      return
    }
    const target = comeBack && from !== 'check' ? 'check' : nextStep(from, visited, view.value, content)
    comeBack = false
    enter(target)
  }

  function forward(): Promise<void> {
    // A field settles what was typed when it loses the focus.
    if (document.activeElement instanceof HTMLElement && document.activeElement.matches('input, textarea')) document.activeElement.blur()
    queue = queue.then(leave)
    return queue
  }

  async function show(field: string): Promise<void> {
    const step = stepOfField(field)
    if (step !== current.value) enter(step)
    wanted.value = field
    await nextTick()
    if (focusField(field)) wanted.value = ''
  }

  return {
    current,
    summary,
    errors,
    wanted,
    mode,
    done,
    go,
    forward,
    refuse,
    show: (field) => void show(field),
    back() {
      const before = previousStep(current.value)
      if (before) go(before)
    },
  }
}

