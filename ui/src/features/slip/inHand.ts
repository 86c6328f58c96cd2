/** The slip a clerk is about to enter: chosen on the page of slips, taken by the next draft that is opened. */
import { ref } from 'vue'

export const slipInHand = ref('')
