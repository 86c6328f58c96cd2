import type { Screen } from '../../shell/screens'
import SlipPage from './SlipPage.vue'

export { default as SlipPanel } from './SlipPanel.vue'

export const screens: readonly Screen[] = [{ name: 'slip', title: 'slip.title', component: SlipPage, nav: { group: 'handle', order: 2 } }]
