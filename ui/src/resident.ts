/** The residents' window: a page of its own that can look at one thing and answer it. */
import { createApp } from 'vue'
import ResidentPage from './features/resident/ResidentPage.vue'
import { followLanguage, i18n } from './i18n'
import { fontUrl } from './ipc'
import { registerFonts } from './kit/fonts'
import './kit/tokens.css'
import './kit/base.css'

registerFonts(fontUrl)
followLanguage()
window.addEventListener('contextmenu', (event) => event.preventDefault())

createApp(ResidentPage).use(i18n).mount('#app')
