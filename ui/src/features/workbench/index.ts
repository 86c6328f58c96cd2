import type { Screen } from '../../shell/screens'
import WorkbenchPage from './WorkbenchPage.vue'

export const screens: readonly Screen[] = [{ name: 'workbench', title: 'workbench.title', component: WorkbenchPage, nav: { group: 'home', order: 1 } }]
