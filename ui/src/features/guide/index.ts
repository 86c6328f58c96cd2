import type { Screen } from '../../shell/screens'
import GuidePage from './GuidePage.vue'

export const screens: readonly Screen[] = [
  { name: 'guide', title: 'guide.title', component: GuidePage, under: 'guides' },
]
