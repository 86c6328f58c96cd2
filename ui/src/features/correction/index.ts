import type { Screen } from '../../shell/screens'
import CorrectionPage from './CorrectionPage.vue'

export const screens: readonly Screen[] = [{ name: 'correction', title: 'correction.title', component: CorrectionPage, nav: { group: 'handle', order: 4 } }]
