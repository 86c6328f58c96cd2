/**
 * Printing many guides, one after another: a step is one guide made and sent, so what was printed
 * is on record whatever stops the rest. It goes on while other pages are open, and what is left can
 * be taken up again.
 */
import { computed, ref, shallowRef } from 'vue'
import { call, toFailure, type ApiFailure, type PaperInfo, type ShelvedGuide } from '../../ipc'
import type { PrintStyle } from './printStyle'

/** A guide that could not be printed, and why; it holds up no other. */
export interface LeftOut {
  guide: ShelvedGuide
  failure: ApiFailure
}

/** What is wrong with one guide; anything else is wrong with all that follow. */
const OF_ONE_GUIDE = ['GUIDE-001', 'MATTER-001', 'PAPER-002']

const waiting = shallowRef<readonly ShelvedGuide[]>([])
const done = ref(0)
const leftOut = shallowRef<readonly LeftOut[]>([])
const running = ref(false)
const stopping = ref(false)
const failure = shallowRef<ApiFailure>()
const style = ref<PrintStyle>('a4')
/** Made and stored, and still to be sent. */
let unsent: PaperInfo | undefined

async function printOne(guide: ShelvedGuide): Promise<void> {
  unsent ??= await call('print_guide', { code: guide.code, answers: {}, style: style.value })
  await call('print_paper', { id: unsent.id })
  unsent = undefined
}

async function work(): Promise<void> {
  if (running.value) return
  running.value = true
  stopping.value = false
  failure.value = undefined
  try {
    for (let next = waiting.value[0]; next && !stopping.value; next = waiting.value[0]) {
      await step(next)
    }
  } catch (thrown) {
    failure.value = toFailure(thrown)
  } finally {
    running.value = false
    stopping.value = false
  }
}

async function step(guide: ShelvedGuide): Promise<void> {
  try {
    await printOne(guide)
    done.value += 1
  } catch (thrown) {
    const why = toFailure(thrown)
    if (!OF_ONE_GUIDE.includes(why.code)) throw thrown
    leftOut.value = [...leftOut.value, { guide, failure: why }]
  }
  waiting.value = waiting.value.slice(1)
}

function forget(): void {
  if (running.value) return
  waiting.value = []
  leftOut.value = []
  done.value = 0
  failure.value = undefined
  unsent = undefined
}

export const batch = {
  running: computed(() => running.value),
  /** The guide under way is finished first. */
  stopping: computed(() => stopping.value),
  done: computed(() => done.value),
  /** Printed, left out and still to come. */
  total: computed(() => done.value + leftOut.value.length + waiting.value.length),
  current: computed(() => waiting.value[0]),
  waiting: computed(() => waiting.value.length),
  leftOut: computed(() => leftOut.value),
  failure: computed(() => failure.value),
  /** Something was begun and has not been put away. */
  begun: computed(() => done.value + leftOut.value.length + waiting.value.length > 0),

  start(guides: readonly ShelvedGuide[], as: PrintStyle): Promise<void> {
    if (running.value) return Promise.resolve()
    forget()
    waiting.value = guides
    style.value = as
    return work()
  },
  stop(): void {
    stopping.value = running.value
  },
  /** Takes up what is left. */
  resume: work,
  forget,
}
