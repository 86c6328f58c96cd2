/** A refusal in words: what happened, what is safe, what to do, and the small code for the help desk. */
import type { ApiFailure } from '../ipc'
import en from './errors.en'
import type { ErrorWords } from './errorWords'
import zhCN from './errors.zh-CN'

export interface FailureWords {
  what: string
  safe?: string
  todo?: string
  code: string
}

/** The words of a failure with its parameters filled in. */
export function failureWords(failure: ApiFailure, language: string): FailureWords {
  const words: ErrorWords = (language === 'en' ? en : zhCN)[failure.code]
  const fill = (text?: string) => text && filled(text, failure.params)
  return { what: filled(words.what, failure.params), safe: fill(words.safe), todo: fill(words.todo), code: failure.code }
}

function filled(text: string, params: Readonly<Record<string, string>>): string {
  const whole = text.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')
  // A parameter that did not come leaves no empty brackets behind.
  return whole.replace(/\s*[（(][)）]/g, '').trim()
}
