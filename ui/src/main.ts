import { createApp } from 'vue'
import App from './App.vue'
import { screens as caseScreens } from './features/case'
import { screens as chainScreens } from './features/chain'
import { screens as correctionScreens } from './features/correction'
import { screens as deliveryScreens } from './features/delivery'
import { screens as enquiryScreens } from './features/enquiry'
import { screens as guideScreens } from './features/guide'
import { screens as intakeScreens } from './features/intake'
import { screens as matterScreens } from './features/matter'
import { screens as noticeScreens } from './features/notice'
import { screens as personScreens } from './features/person'
import { screens as printingScreens } from './features/printing'
import { screens as queueScreens } from './features/queue'
import { screens as ratingScreens } from './features/rating'
import { screens as settingsScreens } from './features/settings'
import { screens as slipScreens } from './features/slip'
import { screens as syncScreens } from './features/sync'
import { screens as workbenchScreens } from './features/workbench'
import { i18n } from './i18n'
import { fontUrl } from './ipc'
import { registerFonts } from './kit/fonts'
import './kit/tokens.css'
import './kit/base.css'
import { registerScreens } from './shell/screens'

registerFonts(fontUrl)
registerScreens([workbenchScreens, matterScreens, intakeScreens, caseScreens, deliveryScreens, correctionScreens, chainScreens, guideScreens, noticeScreens, personScreens, queueScreens, ratingScreens, syncScreens, slipScreens, enquiryScreens, printingScreens, settingsScreens])

// The webview's own menu offers Back and Reload; a counter has neither.
window.addEventListener('contextmenu', (event) => event.preventDefault())

createApp(App).use(i18n).mount('#app')
