/**
 * The newest paper of a page: make one, send it where its document goes, say how it went. A paper
 * that was made is stored by Rust before it is sent, so a printer can fail without losing it.
 */
import { computed, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { ApiFailure, PaperInfo } from '../../ipc'
import { usePapers, type Make, type Papers } from './usePapers'

export interface Paper {
  /** The newest paper, with its outcome. */
  info: ComputedRef<PaperInfo | undefined>
  failure: Readonly<ShallowRef<ApiFailure | undefined>>
  busy: Readonly<Ref<boolean>>
  /** The verbs of the newest paper. */
  desk: Papers
  /** Makes a paper and sends it. */
  print(make: Make): Promise<void>
  /** Sends the newest paper once more. */
  resend(): Promise<void>
}

export function usePaper(): Paper {
  const desk = usePapers([])
  const info = computed(() => desk.papers.value.at(-1))
  const busy = computed(() => desk.busy.value.size > 0)

  async function print(make: Make): Promise<void> {
    if (!busy.value) await desk.begin(make)
  }

  async function resend(): Promise<void> {
    if (info.value && !busy.value) await desk.print(info.value.id)
  }

  return { info, failure: desk.failure, busy, desk, print, resend }
}
