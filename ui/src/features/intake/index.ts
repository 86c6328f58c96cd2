import type { Screen } from '../../shell/screens'
import IntakePage from './IntakePage.vue'

export const screens: readonly Screen[] = [{ name: 'intake', title: 'intake.title', component: IntakePage, frame: 'full', under: 'matter' }]
