/** Hours somebody changed and has not stored yet: kept while they look at another page, theirs alone. */
import { shallowRef } from 'vue'
import type { HoursDraft } from './hours'

export const hoursInHand = shallowRef<{ owner: string; draft: HoursDraft }>()
