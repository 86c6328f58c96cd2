import type { Screen } from '../../shell/screens'
import ShelfPage from './ShelfPage.vue'

export { default as PrinterSection } from './PrinterSection.vue'

export const screens: readonly Screen[] = [{ name: 'printing', title: 'printing.shelf.title', component: ShelfPage, under: 'workbench', inPalette: true }]
