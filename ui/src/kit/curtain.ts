/**
 * Down while nobody is signed in. Dialogs are drawn outside the page that opened them, so hiding
 * the page is not enough: they close when the curtain falls.
 */
import { ref } from 'vue'

export const curtain = ref(false)
