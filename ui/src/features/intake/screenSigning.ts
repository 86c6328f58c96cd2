/** Signing on the residents' screen: one paper stands there at a time, and what was signed comes back. */
import { computed, onScopeDispose, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { call, toFailure, type ApiFailure, type SignedPaper } from '../../ipc'
import { useResidentScreen } from '../resident/screenState'
import type { PageOwner } from './pageFiles'

export interface ScreenSigning {
  /** Somebody can look at the screen. */
  attached: ComputedRef<boolean>
  /** The document that stands there. */
  document: ComputedRef<string | undefined>
  /** The clerk has read it out. */
  readAloud: ComputedRef<boolean>
  /** The screen went while a paper stood there. */
  lost: Ref<boolean>
  failure: ShallowRef<ApiFailure | undefined>
  ask(document: string): Promise<void>
  read(): Promise<void>
  takeBack(): void
}

const keyOf = (paper: SignedPaper) => paper.files.map(({ sha256 }) => sha256).join()

/** Puts one of the papers of an application on the screen. */
const papersOf = (owner: PageOwner) => (document: string) => call('ask_signature', { ...owner, document })

/** `arrived` hears of every signature that is given from now on for `owner`; `put` puts a paper there. */
export function useScreenSigning(owner: PageOwner, before: () => Promise<unknown>, arrived: (paper: SignedPaper) => void, put: (document: string) => Promise<unknown> = papersOf(owner)): ScreenSigning {
  const screen = useResidentScreen()
  const lost = ref(false)
  const failure = shallowRef<ApiFailure>()
  let asked: string | undefined
  let known: Set<string> | undefined

  const document = computed(() => (screen.state.value?.shows === 'sign' ? (screen.state.value.document ?? undefined) : undefined))

  watch(
    screen.state,
    (state) => {
      if (!state) return
      const own = state.signed.filter(({ draft, number }) => draft === owner.draft && number === owner.number).map(({ paper }) => paper)
      // What was signed before this list stood there is on it already, or was taken off it again.
      const fresh = known ? own.filter((paper) => !known?.has(keyOf(paper))) : []
      known = new Set(own.map(keyOf))
      for (const paper of fresh) arrived(paper)
      if (fresh.length > 0) asked = undefined
      if (!state.attached && asked !== undefined) {
        lost.value = true
        asked = undefined
      }
      if (state.attached) lost.value = false
    },
    { immediate: true },
  )

  async function attempt(run: () => Promise<unknown>): Promise<boolean> {
    failure.value = undefined
    try {
      await run()
      return true
    } catch (thrown) {
      failure.value = toFailure(thrown)
      return false
    }
  }

  onScopeDispose(() => screen.clear())
  return {
    attached: screen.attached,
    document,
    readAloud: computed(() => screen.state.value?.readAloud === true),
    lost,
    failure,
    async ask(wanted) {
      await before()
      if (await attempt(() => put(wanted))) asked = wanted
    },
    async read() {
      await attempt(() => call('read_aloud', {}))
    },
    takeBack() {
      asked = undefined
      screen.clear()
    },
  }
}
