import type { Screen } from '../../shell/screens'
import DeliveryPage from './DeliveryPage.vue'

export const screens: readonly Screen[] = [
  { name: 'delivery', title: 'delivery.title', component: DeliveryPage, nav: { group: 'handle', order: 5 }, takesNumber: true },
]
