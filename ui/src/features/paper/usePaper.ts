/**
 * Papers from the face: make one, send it to the printer (or folder), say how it went. A paper
 * that was made is stored by Rust before it is sent, so a printer can fail without losing it.
 */
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { call, toFailure, type ApiFailure, type PaperInfo } from '../../ipc'

export interface Paper {
  /** The newest paper, with its outcome. */
  info: Readonly<ShallowRef<PaperInfo | undefined>>
  failure: Readonly<ShallowRef<ApiFailure | undefined>>
  busy: Readonly<Ref<boolean>>
  /** Makes a paper and sends it. */
  print(make: () => Promise<PaperInfo>): Promise<void>
  /** Sends the newest paper once more. */
  resend(): Promise<void>
}

export function usePaper(): Paper {
  const info = shallowRef<PaperInfo>()
  const failure = shallowRef<ApiFailure>()
  const busy = ref(false)

  async function send(make: () => Promise<PaperInfo>): Promise<void> {
    if (busy.value) return
    busy.value = true
    failure.value = undefined
    try {
      info.value = await make()
      info.value = await call('print_paper', { id: info.value.id })
    } catch (thrown) {
      failure.value = toFailure(thrown)
    } finally {
      busy.value = false
    }
  }

  async function resend(): Promise<void> {
    const paper = info.value
    if (paper) await send(() => Promise.resolve(paper))
  }

  return { info, failure, busy, print: send, resend }
}
