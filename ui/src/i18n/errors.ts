/** A refusal in words: what happened, what is safe, what to do, and the small code for the help desk. */
import type { ApiFailure } from '../ipc'
import { clockTime } from '../kit/time'
import errorsEn from './errors.en'
import type { ErrorWords } from './errorWords'
import errorsZh from './errors.zh-CN'

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
  const params = worded(failure.params)
  const fill = (text?: string) => text && filled(text, params)
  return { what: filled(words.what, params), safe: fill(words.safe), todo: fill(words.todo), code: failure.code }
}

/** Instants come as the contract writes them; people read clock times. */
function worded(params: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(params).map(([name, value]) => [name, INSTANT.test(value) ? clockTime(value) : value] as const)
  return Object.fromEntries(entries)
}

function filled(text: string, params: Readonly<Record<string, string>>): string {
  const whole = text.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')
  // A parameter that did not come leaves no empty brackets behind.
  return whole.replace(/\s*[（(][)）]/g, '').trim()
}
