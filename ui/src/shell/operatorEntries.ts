/** What the operator's menu offers; the palette finds the same entries by their words. */
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useResidentScreen } from '../features/resident/screenState'
import { setLanguage, type Language } from '../i18n'
import { call } from '../ipc'
import { enterAdvances, nextScale, scale, theme, toggleEnterAdvances, toggleTheme } from '../kit/preferences'
import { go } from './route'
import { screenNamed } from './screens'
import { lock, switchOperator } from './session'

export interface OperatorEntry {
  label: string
  keys?: string
  run: () => unknown
  /** The menu stays open, so that the choice can be seen and repeated. */
  stays?: boolean
}

/** In groups, in the order of the menu. */
export function useOperatorEntries(): ComputedRef<OperatorEntry[][]> {
  const { t, locale } = useI18n()
  const resident = useResidentScreen()
  const otherLanguage = computed<Language>(() => (locale.value === 'zh-CN' ? 'en' : 'zh-CN'))

  function turnResidentWindow(): void {
    void call('turn_resident_window', { open: !resident.attached.value }).catch(() => undefined)
  }

  /** Parts of the settings by their own names. */
  const settings = computed<OperatorEntry[]>(() => {
    if (!screenNamed('settings')) return []
    return [
      { label: t('printing.title'), run: () => go('settings', { section: 'printers' }) },
      { label: t('queue.hours.title'), run: () => go('settings', { section: 'hours' }) },
    ]
  })

  const all = computed<OperatorEntry[][]>(() => [
    [
      { label: t('shell.operator.switch'), run: switchOperator },
      { label: t('shell.operator.lock'), keys: 'F12', run: lock },
    ],
    [
      { label: t('shell.operator.scale', { n: scale.value }), keys: 'F11', run: nextScale, stays: true },
      { label: t(`shell.operator.theme.${theme.value}`), keys: 'Shift+F11', run: toggleTheme, stays: true },
      { label: t(enterAdvances.value ? 'shell.enterOn' : 'shell.enterOff'), run: toggleEnterAdvances, stays: true },
      { label: t(resident.attached.value ? 'shell.operator.residentClose' : 'shell.operator.residentOpen'), keys: 'Ctrl+F12', run: turnResidentWindow },
      { label: t('shell.operator.language'), run: () => setLanguage(otherLanguage.value) },
    ],
    settings.value,
  ])
  return computed(() => all.value.filter((group) => group.length > 0))
}
