import type { Screen } from '../../shell/screens'
import EnquiryPage from './EnquiryPage.vue'

export { default as EnquiryForm } from './EnquiryForm.vue'

export const screens: readonly Screen[] = [{ name: 'enquiry', title: 'enquiry.title', component: EnquiryPage, nav: { group: 'serve', order: 4 } }]
