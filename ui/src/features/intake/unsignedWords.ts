/** Why a paper was left unsigned, in words. */
import { useI18n } from 'vue-i18n'
import type { UnsignedPaper } from '../../ipc'
import { OTHER_REASON } from './signing'

export type UnsignedWords = (paper: Pick<UnsignedPaper, 'why' | 'words'>) => string

export function useUnsignedWords(): UnsignedWords {
  const { t, te } = useI18n()
  return ({ why, words }) => {
    if (why === OTHER_REASON && words !== '') return words
    const key = `intake.sign.skipWhy.${why}`
    return te(key) ? t(key) : why
  }
}
