/** Chains found by name: all of what was typed, or every piece of it, stands in the name. */
import { computed, toValue, type ComputedRef, type MaybeRefOrGetter } from 'vue'
import { useQuery, type ChainSummary } from '../../ipc'

export function matchesChain(name: string, text: string): boolean {
  const pieces = text.trim().split(/\s+/).filter(Boolean)
  return pieces.length > 0 && pieces.every((piece) => name.includes(piece))
}

/** The chains in force whose name fits; none while nothing is typed. */
export function useChainHits(text: MaybeRefOrGetter<string>): ComputedRef<ChainSummary[]> {
  const list = useQuery('list_chains', () => ({}), { on: ['matter'], enabled: () => toValue(text).trim() !== '' })
  return computed(() => (list.data.value?.chains ?? []).filter(({ name }) => matchesChain(name, toValue(text))))
}
