/**
 * Printing what waits, all of it. Rust sends the papers one after another and goes on whatever page
 * is open; here is only how far it is.
 */
import { computed, ref, shallowRef } from 'vue'
import { call, toFailure, type ApiFailure, type PaperInfo, type PaperShelf } from '../../ipc'

/** What one call takes. */
const MOST = 200

const ids = shallowRef<readonly string[]>([])
/** Those no printer is done with. */
const left = shallowRef<ReadonlySet<string>>(new Set())
const sending = ref(false)
const cancelling = ref(false)
const cancelled = ref(0)
const failure = shallowRef<ApiFailure>()

const printingOf = (papers: readonly PaperInfo[]) => papers.filter(({ outcome }) => outcome === 'printing').map(({ id }) => id)

async function start(wanted: readonly string[]): Promise<void> {
  if (sending.value || wanted.length === 0) return
  ids.value = wanted.slice(0, MOST)
  left.value = new Set(ids.value)
  cancelled.value = 0
  failure.value = undefined
  sending.value = true
  try {
    const { papers } = await call('print_papers', { ids: [...ids.value] })
    left.value = new Set(printingOf(papers))
  } catch (thrown) {
    failure.value = toFailure(thrown)
    left.value = new Set()
  } finally {
    sending.value = false
  }
}

/** Takes back what printers give back; it can still be printed from its case. */
async function cancel(): Promise<void> {
  const rest = [...left.value]
  if (cancelling.value || rest.length === 0) return
  cancelling.value = true
  try {
    const { papers } = await call('cancel_papers', { ids: rest })
    cancelled.value += papers.filter(({ outcome }) => outcome === 'cancelled').length
    left.value = new Set(printingOf(papers))
  } catch (thrown) {
    failure.value = toFailure(thrown)
  } finally {
    cancelling.value = false
  }
}

/** What the shelf says of the papers of this batch. */
function follow(shelf: PaperShelf | undefined): void {
  if (!shelf || sending.value || left.value.size === 0) return
  const printing = new Set(printingOf(shelf.printing.map(({ paper }) => paper)))
  left.value = new Set([...left.value].filter((id) => printing.has(id)))
}

export const batch = {
  total: computed(() => ids.value.length),
  done: computed(() => ids.value.length - left.value.size - cancelled.value),
  cancelled: computed(() => cancelled.value),
  running: computed(() => sending.value || left.value.size > 0),
  cancelling: computed(() => cancelling.value),
  /** Something was sent and has not been put away. */
  begun: computed(() => ids.value.length > 0),
  failure: computed(() => failure.value),
  start,
  cancel,
  follow,
  forget(): void {
    ids.value = []
    left.value = new Set()
    cancelled.value = 0
    failure.value = undefined
  },
}
