import type { Screen } from '../../shell/screens'
import PersonPage from './PersonPage.vue'

export { useCardFile } from './cardFile'
export { openPerson } from './openPerson'

export const screens: readonly Screen[] = [{ name: 'person', title: 'person.title', component: PersonPage, under: 'case' }]
