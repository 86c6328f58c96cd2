/**
 * Papers on screen: sending them, making them again, saying what came out, and what became of each
 * as printers tell it. Rust stored every paper before any of this, so nothing here can lose one.
 */
import { getCurrentScope, onScopeDispose, ref, shallowRef, toValue, watch, type MaybeRefOrGetter, type Ref, type ShallowRef } from 'vue'
import { call, onChanged, toFailure, type ApiFailure, type PaperInfo } from '../../ipc'
import { isWaiting, stateOf, type ReprintReason } from './paperStates'
import { sendElsewhere, sendPaper } from './sending'

const UNEXPLAINED = 'PAPER-007'

/** Makes a paper; one that was printed before is made again for a reason. */
export type Make = (reason: ReprintReason | null) => Promise<PaperInfo>

/** A paper that is made again once somebody has said why. */
export interface Unexplained {
  title: string
  make: Make
}

export interface Papers {
  papers: Readonly<Ref<PaperInfo[]>>
  /** Ids of papers under way from here. */
  busy: Readonly<Ref<ReadonlySet<string>>>
  failure: Readonly<ShallowRef<ApiFailure | undefined>>
  /** What somebody has to say a reason for. */
  unexplained: Readonly<ShallowRef<Unexplained | undefined>>
  /** Somebody printed here, so what comes of it is theirs to see at once. */
  acted: Readonly<Ref<boolean>>
  /** Takes up a paper that was sent from elsewhere. */
  show(paper: PaperInfo): void
  /** Forgets the papers shown; nothing happens to them. */
  clear(): void
  /** Makes a paper and sends it, unless it lacks characters: then somebody decides. */
  begin(make: Make): Promise<void>
  /** Makes again, for this reason, what nobody had said why of. */
  explain(reason: ReprintReason): void
  /** Leaves it as it is. */
  leave(): void
  /** Sends a paper that was made; one that fails is kept and can be sent again. */
  print(id: string): Promise<void>
  /** Sends what can be printed whole, one after another; what lacks characters waits for a word. */
  printWhole(): Promise<void>
  /** Sends everything nothing has come out of yet, one after another. */
  printAll(): Promise<void>
  /** Sends what failed once more. */
  printFailed(): Promise<void>
  /** Sends papers to another printer, or keeps them as PDF when none is named. */
  printElsewhere(ids: readonly string[], printer: string | null): Promise<void>
  /** Says what a person saw come out; what did not come out is made again. */
  seen(paper: PaperInfo, cameOut: boolean): Promise<void>
}

export function usePapers(given: MaybeRefOrGetter<readonly PaperInfo[]>): Papers {
  const papers = ref<PaperInfo[]>([...toValue(given)])
  const busy = ref<ReadonlySet<string>>(new Set())
  const failure = shallowRef<ApiFailure>()
  const acted = ref(false)
  const unexplained = shallowRef<Unexplained>()

  const isWhole = (paper: PaperInfo) => isWaiting(paper) && paper.missing.length === 0
  const known = (id: string) => papers.value.find((paper) => paper.id === id)

  function put(paper: PaperInfo): void {
    const at = papers.value.findIndex(({ id }) => id === paper.id)
    if (at < 0) papers.value.push(paper)
    else papers.value[at] = paper
  }

  watch(() => toValue(given), (now) => now.filter(({ id }) => !busy.value.has(id)).forEach(put))

  async function during(key: string, work: () => Promise<void>): Promise<void> {
    if (busy.value.has(key)) return
    busy.value = new Set([...busy.value, key])
    failure.value = undefined
    acted.value = true
    try {
      await work()
    } catch (thrown) {
      failure.value = toFailure(thrown)
    } finally {
      busy.value = new Set([...busy.value].filter((other) => other !== key))
    }
  }

  function print(id: string): Promise<void> {
    const paper = known(id)
    return paper ? during(id, async () => put(await sendPaper(paper))) : Promise.resolve()
  }

  async function begin(make: Make, reason: ReprintReason | null = null): Promise<void> {
    let made: PaperInfo | undefined
    await during('begin', async () => {
      made = await make(reason).catch((thrown: unknown) => unlessUnexplained(thrown, make))
      if (made) put(made)
    })
    if (made && isWhole(made)) await print(made.id)
  }

  /** The paper was printed before, so somebody is asked why it is made again. */
  function unlessUnexplained(thrown: unknown, make: Make): undefined {
    const refused = toFailure(thrown)
    if (refused.code !== UNEXPLAINED) throw thrown
    unexplained.value = { title: refused.params.title ?? '', make }
  }

  function explain(reason: ReprintReason): void {
    const asked = unexplained.value
    unexplained.value = undefined
    if (asked) void begin(asked.make, reason)
  }

  async function eachOf(chosen: readonly PaperInfo[]): Promise<void> {
    for (const paper of chosen) await print(paper.id)
  }

  async function printElsewhere(ids: readonly string[], printer: string | null): Promise<void> {
    for (const id of ids) {
      const paper = known(id)
      if (paper) await during(id, async () => put(await sendElsewhere(paper, printer)))
    }
  }

  async function seen(paper: PaperInfo, cameOut: boolean): Promise<void> {
    let copy: PaperInfo | undefined
    await during(paper.id, async () => put((copy = await call('paper_seen', { id: paper.id, cameOut }))))
    if (!copy || cameOut) return
    await lookAgain(paper.id)
    if (copy.id !== paper.id && isWaiting(copy)) await print(copy.id)
  }

  /** A printer told something: the papers it can be about are looked at anew. */
  async function lookAgain(id: string | null): Promise<void> {
    const stale = papers.value.filter((paper) => (id === null ? stateOf(paper) === 'printing' : paper.id === id) && !busy.value.has(paper.id))
    for (const { id: one } of stale) {
      const now = await call('show_paper', { id: one }).catch(() => undefined)
      if (now && !busy.value.has(one)) put(now)
    }
  }

  const stop = onChanged(({ kind, id }) => {
    if (kind === 'paper') void lookAgain(id)
  })
  if (getCurrentScope()) onScopeDispose(stop)

  return {
    papers, busy, failure, acted, unexplained, show: put, clear: () => (papers.value = []), begin, explain, leave: () => (unexplained.value = undefined), print, printElsewhere, seen,
    printWhole: () => eachOf(papers.value.filter(isWhole)),
    printAll: () => eachOf(papers.value.filter(isWaiting)),
    printFailed: () => eachOf(papers.value.filter((paper) => stateOf(paper) === 'failed')),
  }
}
