/** A refusal in words: what happened, what is safe, what to do, and the small code for the help desk. */
import type { ApiFailure } from '../ipc'
import { clockTime } from '../kit/time'
import en from './en'
import errorsEn from './errors.en'
import type { ErrorWords } from './errorWords'
import errorsZh from './errors.zh-CN'
import zhCN from './zh-CN'

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/

export interface FailureWords {
  what: string
  safe?: string
  todo?: string
  code: string
}

/** The words of a failure with its parameters filled in. */
export function failureWords(failure: ApiFailure, language: string): FailureWords {
  const words: ErrorWords = (language === 'en' ? errorsEn : errorsZh)[failure.code]
  const params = worded(failure.params, language)
  const fill = (text?: string) => text && filled(text, params)
  return { what: filled(words.what, params), safe: fill(words.safe), todo: fill(words.todo), code: failure.code }
}

/** Roles and instants come as the contract writes them; people read words and clock times. */
function worded(params: Readonly<Record<string, string>>, language: string): Record<string, string> {
  const roles: Readonly<Record<string, string>> = (language === 'en' ? en : zhCN).shell.role
  const entries = Object.entries(params).map(([name, value]) => {
    if (INSTANT.test(value)) return [name, clockTime(value)] as const
    return [name, name === 'needed' ? (roles[value] ?? value) : value] as const
  })
  return Object.fromEntries(entries)
}

function filled(text: string, params: Readonly<Record<string, string>>): string {
  const whole = text.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')
  // A parameter that did not come leaves no empty brackets behind.
  return whole.replace(/\s*[（(][)）]/g, '').trim()
}
