import type { Screen } from '../../shell/screens'
import ChainPage from './ChainPage.vue'

export { default as CaseSisters } from './CaseSisters.vue'
export { default as ChainDecisions } from './ChainDecisions.vue'
export { default as ChainMatters } from './ChainMatters.vue'
export { default as ChainNumbers } from './ChainNumbers.vue'

export const screens: readonly Screen[] = [{ name: 'chain', title: 'chain.title', component: ChainPage, nav: { group: 'handle', order: 2 } }]
