import type { Screen } from '../../shell/screens'
import SyncPage from './SyncPage.vue'

export const screens: readonly Screen[] = [{ name: 'sync', title: 'sync.title', component: SyncPage, nav: { group: 'manage', order: 2 } }]
