/** Papers of one case on screen: sending them to paper, making them again, and what became of each. */
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { call, toFailure, type ApiFailure, type PaperInfo } from '../../ipc'

export interface Printing {
  papers: Readonly<Ref<PaperInfo[]>>
  /** Ids (or documents) being sent now. */
  busy: Readonly<Ref<ReadonlySet<string>>>
  failure: Readonly<ShallowRef<ApiFailure | undefined>>
  /** Sends a paper that was made; one that fails is kept and can be sent again. */
  print(id: string): Promise<void>
  /** Makes a document of the case again and sends it. */
  reprint(number: string, document: string): Promise<void>
  /** Sends everything that has not reached paper yet, one after another. */
  printAll(): Promise<void>
}

/** A paper that is made and has reached neither printer nor folder. */
export function isWaiting(paper: PaperInfo): boolean {
  return paper.outcome === 'ready' || paper.outcome === 'failed'
}

export function usePrinting(initial: readonly PaperInfo[]): Printing {
  const papers = ref<PaperInfo[]>([...initial])
  const busy = ref<ReadonlySet<string>>(new Set())
  const failure = shallowRef<ApiFailure>()

  function put(paper: PaperInfo): void {
    const at = papers.value.findIndex((known) => known.id === paper.id)
    if (at < 0) papers.value.push(paper)
    else papers.value[at] = paper
  }

  async function during(key: string, work: () => Promise<void>): Promise<void> {
    if (busy.value.has(key)) return
    busy.value = new Set([...busy.value, key])
    failure.value = undefined
    try {
      await work()
    } catch (thrown) {
      failure.value = toFailure(thrown)
    } finally {
      busy.value = new Set([...busy.value].filter((other) => other !== key))
    }
  }

  function print(id: string): Promise<void> {
    return during(id, async () => {
      try {
        put(await call('print_paper', { id }))
      } catch (thrown) {
        const paper = papers.value.find((known) => known.id === id)
        if (paper) put({ ...paper, outcome: 'failed', place: toFailure(thrown).params.reason ?? null })
        throw thrown
      }
    })
  }

  async function reprint(number: string, document: string): Promise<void> {
    let made: PaperInfo | undefined
    await during(document, async () => put((made = await call('reprint', { number, document }))))
    if (made && isWaiting(made)) await print(made.id)
  }

  async function printAll(): Promise<void> {
    for (const paper of papers.value.filter(isWaiting)) await print(paper.id)
  }

  return { papers, busy, failure, print, reprint, printAll }
}
