import type { Screen } from '../../shell/screens'
import CasePage from './CasePage.vue'

export { default as CaseTags } from './CaseTags.vue'
export { TALLIES } from './tallies'
export { useCaseWords } from './words'

export const screens: readonly Screen[] = [
  { name: 'case', title: 'case.title', component: CasePage, nav: { group: 'handle', order: 3 }, key: 'F3' },
]
