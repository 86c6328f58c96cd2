import type { Screen } from '../../shell/screens'
import OverridesPage from './OverridesPage.vue'
import QueuePage from './QueuePage.vue'

export { useQueueBoard } from './board'
export { useCallNext } from './callNext'
export { mayQueue } from './desk'
export { default as HoursSection } from './HoursSection.vue'
export { default as NextCell } from './NextCell.vue'

export const screens: readonly Screen[] = [
  { name: 'queue', title: 'queue.title', component: QueuePage, nav: { group: 'serve', order: 3 } },
  { name: 'overrides', title: 'queue.review.title', component: OverridesPage, under: 'queue' },
]
