/** When and by whom it was told before, in one sentence. */
import { useI18n } from 'vue-i18n'
import type { EarlierNotice } from '../../ipc'
import { clockTime, dayWords, localDay } from '../../kit'

export function useEarlierWords(): (earlier: EarlierNotice) => string {
  const { t, locale } = useI18n()
  return ({ at, clerk }) => {
    const day = dayWords(localDay(new Date(at)), locale.value, localDay(new Date()))
    return t('notice.earlier.told', { day, time: clockTime(at), clerk: clerk || t('notice.earlier.elsewhere') })
  }
}
