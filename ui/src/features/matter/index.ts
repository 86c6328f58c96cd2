import type { Screen } from '../../shell/screens'
import GuidesPage from './GuidesPage.vue'
import MatterPage from './MatterPage.vue'

export { default as PackImport } from './PackImport.vue'

export const screens: readonly Screen[] = [
  { name: 'matter', title: 'matter.title', component: MatterPage, nav: { group: 'handle', order: 1 }, key: 'F2' },
  { name: 'guides', title: 'guide.title', component: GuidesPage, nav: { group: 'serve', order: 1 } },
]
