/**
 * Reads that stay fresh: the last answer is shown at once, asked again when its input changes or
 * when a `changed` event names one of its kinds. Slow answers (over 300 ms) say so, fast ones
 * never flicker. Everything is forgotten on `forgetQueries`, so no operator sees another's rows.
 */
import {
  computed,
  getCurrentScope,
  onScopeDispose,
  ref,
  shallowRef,
  toValue,
  watch,
  type ComputedRef,
  type MaybeRefOrGetter,
  type Ref,
  type ShallowRef,
} from 'vue'
import { call, toFailure, type ApiFailure, type CommandName, type InputOf, type OutputOf } from './call'
import type { ChangedKind } from './bindings'
import { onChanged } from './changed'

export const SLOW_AFTER_MS = 300

export interface Query<T> {
  /** The newest answer, or undefined before the first one. */
  data: Readonly<ShallowRef<T | undefined>>
  /** Why the newest attempt failed; the data of an earlier one stays. */
  failure: Readonly<ShallowRef<ApiFailure | undefined>>
  /** Waiting for the first answer for longer than 300 ms. */
  slow: Readonly<Ref<boolean>>
  /** An answer is on its way. */
  busy: Readonly<Ref<boolean>>
  /** True once the newest input has been answered. */
  settled: ComputedRef<boolean>
  refresh(): Promise<void>
}

export interface QueryOptions {
  /** Kinds of change that make the answer stale. */
  on?: readonly ChangedKind[]
  /** Only ask while this is true. */
  enabled?: MaybeRefOrGetter<boolean>
}

const remembered = new Map<string, unknown>()
const REMEMBERED_AT_MOST = 64

/** Forgets every remembered answer (lock, change of operator). */
export function forgetQueries(): void {
  remembered.clear()
}

function remember(key: string, value: unknown): void {
  remembered.delete(key)
  remembered.set(key, value)
  const oldest = remembered.keys().next().value
  if (remembered.size > REMEMBERED_AT_MOST && oldest !== undefined) remembered.delete(oldest)
}

/** Runs `name` with `input` and keeps the answer fresh for the life of the component. */
export function useQuery<K extends CommandName>(
  name: K,
  input: MaybeRefOrGetter<InputOf<K>>,
  options: QueryOptions = {},
): Query<OutputOf<K>> {
  const data = shallowRef<OutputOf<K>>()
  const failure = shallowRef<ApiFailure>()
  const slow = ref(false)
  const busy = ref(false)
  const answered = ref('')
  let turn = 0

  const enabled = () => toValue(options.enabled ?? true)
  const key = computed(() => `${name} ${JSON.stringify(toValue(input))}`)

  async function refresh(): Promise<void> {
    if (!enabled()) return
    const mine = ++turn
    const asked = key.value
    if (remembered.has(asked)) data.value = remembered.get(asked) as OutputOf<K>
    busy.value = true
    const timer = setTimeout(() => (slow.value = mine === turn && data.value === undefined), SLOW_AFTER_MS)
    try {
      const answer = await call(name, toValue(input))
      if (mine !== turn) return
      remember(asked, answer)
      data.value = answer
      failure.value = undefined
    } catch (thrown) {
      if (mine === turn) failure.value = toFailure(thrown)
    } finally {
      clearTimeout(timer)
      if (mine === turn) {
        busy.value = false
        slow.value = false
        answered.value = asked
      }
    }
  }

  watch([key, enabled], () => void refresh(), { immediate: true })
  const stop = onChanged((event) => {
    if (options.on?.includes(event.kind)) void refresh()
  })
  if (getCurrentScope()) {
    onScopeDispose(() => {
      turn += 1
      stop()
    })
  }
  const settled = computed(() => !busy.value && answered.value === key.value)
  return { data, failure, slow, busy, settled, refresh }
}
