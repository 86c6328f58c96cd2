/**
 * Saves what changed within a second, one save at a time, and never loses a change made while a
 * save was under way. Knows nothing of drafts: what is saved and what comes back are the caller's.
 */
import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { toFailure, type ApiFailure } from '../../ipc'

/** A pause in typing this long saves. */
export const PAUSE_MS = 400
/** Typing without a pause is saved no later than this after its first change. */
export const AT_MOST_MS = 900
/** A save slower than this says so. */
export const SLOW_MS = 300

export interface AutosaveOptions<Content, Answer> {
  /** A copy of what is to be saved. */
  snapshot(): Content
  save(content: Content): Promise<Answer>
  /** Takes the answer over; `sent` is what it answers. */
  adopt(answer: Answer, sent: Content): void
}

export interface Autosave {
  /** There are changes that are not stored yet. */
  unsaved: ComputedRef<boolean>
  /** A save has been under way for longer than 300 ms. */
  slow: Readonly<Ref<boolean>>
  /** Why the newest save failed; cleared by the next that works. */
  failure: Readonly<ShallowRef<ApiFailure | undefined>>
  /** Something changed. */
  touch(): void
  /** Stores everything now; false when it could not be stored. */
  flush(): Promise<boolean>
  /** Forgets pending work; for drafts that are no more. */
  stop(): void
}

export function createAutosave<Content, Answer>(options: AutosaveOptions<Content, Answer>): Autosave {
  const changes = ref(0)
  const stored = ref(0)
  const slow = ref(false)
  const failure = shallowRef<ApiFailure>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let firstUnsavedAt: number | undefined
  let running: Promise<boolean> | undefined
  let stopped = false

  async function saveOnce(): Promise<boolean> {
    const covers = changes.value
    const sent = options.snapshot()
    const slowTimer = setTimeout(() => (slow.value = true), SLOW_MS)
    firstUnsavedAt = undefined
    try {
      const answer = await options.save(sent)
      if (stopped) return true
      stored.value = covers
      failure.value = undefined
      options.adopt(answer, sent)
      return true
    } catch (thrown) {
      failure.value = toFailure(thrown)
      return false
    } finally {
      clearTimeout(slowTimer)
      slow.value = false
    }
  }

  async function saveAll(): Promise<boolean> {
    let worked = true
    while (worked && !stopped && stored.value < changes.value) worked = await saveOnce()
    return worked
  }

  function flush(): Promise<boolean> {
    clearTimeout(timer)
    if (stopped) return Promise.resolve(true)
    running ??= saveAll().finally(() => (running = undefined))
    return running
  }

  function touch(): void {
    if (stopped) return
    changes.value += 1
    clearTimeout(timer)
    const now = performance.now()
    firstUnsavedAt ??= now
    const left = Math.max(0, Math.min(PAUSE_MS, firstUnsavedAt + AT_MOST_MS - now))
    timer = setTimeout(() => void flush(), left)
  }

  function stop(): void {
    stopped = true
    clearTimeout(timer)
  }

  return { unsaved: computed(() => stored.value < changes.value), slow, failure, touch, flush, stop }
}
