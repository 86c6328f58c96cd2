/** Papers of a case signed on its page: what is still to be signed holds the verb up, and each is printed from the case. */
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { call, type CaseView, type SignView } from '../../ipc'
import type { ReprintReason } from '../paper'

/** `left`: the papers nothing was given for yet. */
export function useCaseSigning(view: () => CaseView, left: () => SignView[]) {
  const { t } = useI18n()
  const number = computed(() => view().row.number)
  const blocked = computed(() => {
    const titles = left().map(({ title }) => title)
    return titles.length > 0 ? t('case.signing.blocked', { titles: titles.join(t('intake.listComma')) }) : undefined
  })
  const make = (document: string, reason: ReprintReason | null) => call('reprint', { number: number.value, document, reason })
  return { number, blocked, make }
}
