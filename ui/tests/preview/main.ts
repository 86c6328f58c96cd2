/**
 * Shows one screen in the real chrome over the fake transport, for looking at it:
 * /tests/preview/?screen=intake&step=3&scale=150&theme=contrast&keys=F6,Ctrl+Enter
 */
import { createApp, nextTick } from 'vue'
import { screens as caseScreens } from '../../src/features/case'
import { screens as intakeScreens } from '../../src/features/intake'
import { screens as matterScreens } from '../../src/features/matter'
import { screens as syncScreens } from '../../src/features/sync'
import App from '../../src/App.vue'
import { i18n } from '../../src/i18n'
import { useTransport } from '../../src/ipc'
import '../../src/kit/tokens.css'
import '../../src/kit/base.css'
import { go } from '../../src/shell/route'
import { registerScreens } from '../../src/shell/screens'
import { AGENT, APPLICANT, emptyContent } from './fakeDraft'
import { fakeDesk } from './fakeTransport'

const query = new URLSearchParams(location.search)
const step = Number(query.get('step') ?? 1)
const content = emptyContent()
if (query.has('person') || step > 1) {
  content.applicant = APPLICANT
  content.step = step
}
if (query.has('agent')) {
  content.agent = { person: { ...AGENT, phone: '13800006120' }, kind: 'child', relation: '长子' }
}
if (step > 1) content.answers = { age: query.has('ended') ? 'no' : 'yes', hukou: 'yes', who: query.has('agent') ? 'agent' : 'self' }
if (query.has('some')) {
  content.materials = [
    { material: 'MAT-IDCARD', how: 'original_seen', files: [], pages: null, supplyBy: null, note: null, certificate: null },
    { material: 'MAT-HUKOU', how: 'original_seen', files: [{ sha256: '1'.repeat(64), size: 1, mediaType: 'application/pdf', name: '户口簿 首页' }, { sha256: '2'.repeat(64), size: 1, mediaType: 'application/pdf', name: '户口簿 本人页' }], pages: null, supplyBy: null, note: null, certificate: null },
    { material: 'MAT-PHOTO', how: 'deferred', files: [], pages: null, supplyBy: '2026-11-30', note: null, certificate: null },
    { material: 'MAT-PROOF', how: 'promised', files: [], pages: null, supplyBy: null, note: null, certificate: null },
  ]
}
const desk = fakeDesk({ returning: query.has('returning'), simple: query.has('simple'), chainGone: query.has('gone') }, content)
useTransport(desk)
const scale = query.get('scale') ?? '100'
localStorage.setItem('preferences:o1', JSON.stringify({ scale: Number(scale), theme: query.get('theme') ?? 'light' }))
localStorage.setItem('language', query.get('lang') ?? 'zh-CN')

registerScreens([matterScreens, intakeScreens, caseScreens, syncScreens])
const app = createApp(App).use(i18n)
app.config.errorHandler = (error) => {
  throw error
}
app.mount('#app')

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function press(chord: string): Promise<void> {
  const parts = chord.split('+')
  const key = { Space: ' ', Up: 'ArrowUp', Down: 'ArrowDown' }[parts.at(-1) ?? ''] ?? parts.at(-1) ?? ''
  const target = document.activeElement ?? document.body
  const event = new KeyboardEvent('keydown', { key, code: /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : key, ctrlKey: parts.includes('Ctrl'), altKey: parts.includes('Alt'), bubbles: true, cancelable: true })
  if (target.dispatchEvent(event) && key === 'Enter' && target instanceof HTMLButtonElement) target.click()
  await nextTick()
  await pause(120)
}

await pause(100)
i18n.global.locale.value = query.get('lang') === 'en' ? 'en' : 'zh-CN'
const name = query.get('screen') ?? 'intake'
const number = query.get('number')
go(name, name === 'intake' ? { draft: 'draft-1' } : number ? { number } : {})
await pause(200)
for (const chord of (query.get('keys') ?? '').split(',').filter(Boolean)) await press(chord)
document.title = 'ready'
