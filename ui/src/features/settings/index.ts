import type { Screen } from '../../shell/screens'
import SettingsPage from './SettingsPage.vue'

export const screens: readonly Screen[] = [{ name: 'settings', title: 'settings.title', component: SettingsPage, nav: { group: 'manage', order: 3 } }]
