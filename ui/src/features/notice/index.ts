import type { Screen } from '../../shell/screens'
import NoticePage from './NoticePage.vue'

export const screens: readonly Screen[] = [
  { name: 'notice', title: 'notice.title', component: NoticePage, under: 'notices' },
]
