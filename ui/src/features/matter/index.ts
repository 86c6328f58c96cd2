import type { Screen } from '../../shell/screens'
import GuidesPage from './GuidesPage.vue'
import MatterSearch from './MatterSearch.vue'
import NoticesPage from './NoticesPage.vue'

export { default as MatterSearch } from './MatterSearch.vue'
export { default as PackImport } from './PackImport.vue'

export const screens: readonly Screen[] = [
  { name: 'matter', title: 'matter.title', component: MatterSearch, nav: { group: 'handle', order: 1 }, key: 'F2' },
  { name: 'guides', title: 'guide.title', component: GuidesPage, nav: { group: 'serve', order: 1 } },
  { name: 'notices', title: 'notice.title', component: NoticesPage, nav: { group: 'serve', order: 2 }, key: 'F4' },
]
