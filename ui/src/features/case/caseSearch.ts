/** Searching cases: one box and four filters, a hundred rows at a time, kept fresh. */
import { computed, onScopeDispose, reactive, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { call, onChanged, toFailure, type ApiFailure, type CaseRow } from '../../ipc'

export const PAGE = 100
const TYPING_MS = 150
const SLOW_MS = 300

export interface CaseFilter {
  text: string
  period: string
  state: string
  sync: string
  /** Only those behind a count of the workbench. */
  tally: string
}

export interface CaseSearch {
  filter: CaseFilter
  rows: Readonly<ShallowRef<readonly CaseRow[]>>
  total: Readonly<Ref<number | undefined>>
  failure: Readonly<ShallowRef<ApiFailure | undefined>>
  slow: Readonly<Ref<boolean>>
  hasMore: ComputedRef<boolean>
  /** Another hundred rows. */
  more(): Promise<void>
  /** Waits for the rows that answer the box as it stands; false when there are none to trust: failed, typed on, left. */
  settled(): Promise<boolean>
}

export function useCaseSearch(initial: Partial<CaseFilter>): CaseSearch {
  const filter = reactive<CaseFilter>({ text: '', period: 'all', state: '', sync: '', tally: '', ...initial })
  const rows = shallowRef<readonly CaseRow[]>([])
  const total = ref<number>()
  const failure = shallowRef<ApiFailure>()
  const slow = ref(false)
  let turn = 0
  let typing: ReturnType<typeof setTimeout> | undefined
  let latest = Promise.resolve()
  let left = false

  /** Reads from the start again, as many rows as are on screen; an older answer never overtakes a newer. */
  async function read(count: number): Promise<void> {
    const mine = ++turn
    const timer = setTimeout(() => (slow.value = mine === turn && total.value === undefined), SLOW_MS)
    try {
      const found: CaseRow[] = []
      let all = 0
      do {
        const page = await call('search_cases', { ...filter, text: filter.text.trim(), offset: found.length, limit: PAGE })
        if (mine !== turn) return
        all = page.total
        found.push(...page.rows)
        if (page.rows.length < PAGE) break
      } while (found.length < count)
      rows.value = found
      total.value = all
      failure.value = undefined
    } catch (thrown) {
      if (mine === turn) failure.value = toFailure(thrown)
    } finally {
      clearTimeout(timer)
      if (mine === turn) slow.value = false
    }
  }

  function ask(count = PAGE): Promise<void> {
    clearTimeout(typing)
    typing = undefined
    latest = read(count)
    return latest
  }

  async function settled(): Promise<boolean> {
    const { text } = filter
    if (typing !== undefined) void ask()
    for (let awaited; awaited !== latest; ) {
      awaited = latest
      await awaited
    }
    return !left && failure.value === undefined && filter.text === text
  }

  watch(
    () => filter.text,
    () => {
      clearTimeout(typing)
      typing = setTimeout(() => void ask(), TYPING_MS)
    },
  )
  watch([() => filter.period, () => filter.state, () => filter.sync, () => filter.tally], () => void ask(), { immediate: true })
  const stop = onChanged(({ kind }) => {
    if (kind === 'case' || kind === 'sync') void ask(Math.max(PAGE, rows.value.length))
  })
  onScopeDispose(() => {
    left = true
    turn += 1
    clearTimeout(typing)
    stop()
  })

  return {
    filter,
    rows,
    total,
    failure,
    slow,
    hasMore: computed(() => total.value !== undefined && rows.value.length < total.value),
    more: () => ask(rows.value.length + PAGE),
    settled,
  }
}
