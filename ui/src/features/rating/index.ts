import type { Screen } from '../../shell/screens'
import RatingPage from './RatingPage.vue'

export const screens: readonly Screen[] = [{ name: 'rating', title: 'rating.title', component: RatingPage, nav: { group: 'serve', order: 5 } }]
