/** Ways of handling (办理方式) in the operator's language; a word of a newer catalogue as it is. */
import { useI18n } from 'vue-i18n'
import { HANDLING_MODES } from '../../i18n/catalogueWords'

export function useModeWords(): { mode(word: string): string; modes(words: readonly string[]): string } {
  const { t } = useI18n()
  const mode = (word: string) => {
    const known = HANDLING_MODES[word]
    return known === undefined ? word : t(`matter.mode.${known}`)
  }
  return { mode, modes: (words) => words.map(mode).join(t('matter.mode.and')) }
}
