/** Pages of materials: taking files into the store and showing them again. */
import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { callBytes, toFailure, upload, type AddFile, type ApiFailure, type FileInfo } from '../../ipc'

/** What the store takes. */
export const PAGE_TYPES = ['image/jpeg', 'image/png', 'application/pdf'] as const

/** Whose pages are stored: exactly one of the two is set. */
export type PageOwner = Pick<AddFile, 'draft' | 'number'>

export interface PageIntake {
  busy: Readonly<Ref<boolean>>
  failure: Readonly<ShallowRef<ApiFailure | undefined>>
  /** Stores files in order; what was stored before one fails is kept and returned. */
  take(files: readonly File[]): Promise<FileInfo[]>
  /** A page that was stored here, by its hash; its bytes leave memory with the component. */
  fresh(sha256: string): Blob | undefined
}

export function usePageIntake(owner: PageOwner): PageIntake {
  const busy = ref(false)
  const failure = shallowRef<ApiFailure>()
  const here = new Map<string, Blob>()

  async function take(files: readonly File[]): Promise<FileInfo[]> {
    busy.value = true
    failure.value = undefined
    const stored: FileInfo[] = []
    try {
      for (const file of files) {
        const page = await upload('add_file', { ...owner, name: file.name, mediaType: file.type }, await file.arrayBuffer())
        here.set(page.sha256, file)
        stored.push(page)
      }
    } catch (thrown) {
      failure.value = toFailure(thrown)
    } finally {
      busy.value = false
    }
    return stored
  }

  return { busy, failure, take, fresh: (sha256) => here.get(sha256) }
}

export interface PagePicture {
  /** An address for `img`, while the component lives; undefined for what is no picture. */
  url: Readonly<ShallowRef<string | undefined>>
  failure: Readonly<ShallowRef<ApiFailure | undefined>>
}

export interface PageSource {
  /** The case the page belongs to; none for a page of an own draft. */
  number?: string
  /** To wait for first: a page belongs to a draft once the draft is stored. */
  before?: () => Promise<unknown>
  /** A page stored a moment ago that belongs to nothing yet. */
  fresh?: (sha256: string) => Blob | undefined
}

/** Fetches a stored picture. Its bytes leave memory with the component. */
export function usePagePicture(file: () => { sha256: string; mediaType: string }, source: PageSource = {}): PagePicture {
  const url = shallowRef<string>()
  const failure = shallowRef<ApiFailure>()

  function drop(): void {
    if (url.value !== undefined) URL.revokeObjectURL(url.value)
    url.value = undefined
  }

  async function fetchPicture(sha256: string, mediaType: string): Promise<void> {
    try {
      await source.before?.()
      const picture = source.fresh?.(sha256) ?? new Blob([await callBytes('file_bytes', { sha256, number: source.number ?? null })], { type: mediaType })
      if (file().sha256 !== sha256) return
      drop()
      url.value = URL.createObjectURL(picture)
    } catch (thrown) {
      failure.value = toFailure(thrown)
    }
  }

  watch(
    () => file().sha256,
    (sha256) => {
      drop()
      failure.value = undefined
      if (file().mediaType.startsWith('image/')) void fetchPicture(sha256, file().mediaType)
    },
    { immediate: true },
  )
  onScopeDispose(drop)
  return { url, failure }
}
