/**
 * Every word people read. zh-CN is the product; en has the same keys and parameters so that any
 * engineer can read the screens. Documents stay Chinese whatever is chosen here.
 */
import { createI18n } from 'vue-i18n'
import en from './en'
import zhCN from './zh-CN'

/** The same tree with any words: what another language must provide. */
type SameShape<T> = { [K in keyof T]: T[K] extends string ? string : SameShape<T[K]> }

export type Words = SameShape<typeof zhCN>
export type Language = 'zh-CN' | 'en'

const STORED = 'language'
const messages: Record<Language, Words> = { 'zh-CN': zhCN, en }

function storedLanguage(): Language {
  try {
    return localStorage.getItem(STORED) === 'en' ? 'en' : 'zh-CN'
  } catch {
    return 'zh-CN'
  }
}

export const i18n = createI18n({
  legacy: false,
  locale: storedLanguage(),
  fallbackLocale: 'zh-CN',
  messages,
})

function applyLanguage(language: Language): void {
  document.documentElement.lang = language
  document.title = messages[language].shell.product
}

/** Changes the language of the screens at once. */
export function setLanguage(language: Language): void {
  i18n.global.locale.value = language
  applyLanguage(language)
  try {
    localStorage.setItem(STORED, language)
  } catch {
    // A locked profile costs the choice at the next start, nothing else.
  }
}

/** Takes over the language somebody chooses in another window of the program. */
export function followLanguage(): void {
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key !== STORED) return
    i18n.global.locale.value = newValue === 'en' ? 'en' : 'zh-CN'
    applyLanguage(i18n.global.locale.value)
  })
}

applyLanguage(i18n.global.locale.value)
