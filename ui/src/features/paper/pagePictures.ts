/** Pictures of a paper's pages: asked for when they are looked at, kept while the component lives. */
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import { callBytes, toFailure, type ApiFailure } from '../../ipc'

export interface PagePictures {
  /** An address for `img`; undefined until the page is there. */
  url: Readonly<ShallowRef<string | undefined>>
  failure: Readonly<ShallowRef<ApiFailure | undefined>>
  /** Asks for the page once more. */
  retry(): Promise<void>
}

export function usePagePictures(paper: () => string, page: () => number): PagePictures {
  const url = shallowRef<string>()
  const failure = shallowRef<ApiFailure>()
  const kept = new Map<string, string>()
  let turn = 0

  async function show(): Promise<void> {
    const mine = ++turn
    const [id, at] = [paper(), page()]
    const key = `${id} ${at}`
    url.value = kept.get(key)
    failure.value = undefined
    if (url.value !== undefined) return
    try {
      const bytes = await callBytes('paper_page', { id, page: at })
      if (mine !== turn) return
      const made = URL.createObjectURL(new Blob([bytes], { type: 'image/png' }))
      kept.set(key, made)
      url.value = made
    } catch (thrown) {
      if (mine === turn) failure.value = toFailure(thrown)
    }
  }

  watch(() => [paper(), page()], show, { immediate: true })
  onScopeDispose(() => {
    turn += 1
    for (const made of kept.values()) URL.revokeObjectURL(made)
  })
  return { url, failure, retry: show }
}
