/** F5, from anywhere in the window: the next one, please. It asks nothing. */
import { useI18n } from 'vue-i18n'
import { failureWords } from '../../i18n/errors'
import { call } from '../../ipc'
import { route } from '../../shell/route'
import { toast } from '../../shell/toasts'
import { useResidentScreen } from '../resident/screenState'
import { acting, actAndSound, refused, unheard } from './desk'

const NOBODY = 'QUEUE-001'
/** Where the number called is seen anyway. */
const SEEN_ON = ['workbench', 'queue', 'intake']

export function useCallNext(): () => Promise<void> {
  const { t, locale } = useI18n()
  const resident = useResidentScreen()
  let toldUnheard = false

  function tellRefusal(): void {
    const failure = refused.value
    if (!failure) return
    if (failure.code === NOBODY) refused.value = undefined
    if (failure.code === NOBODY || route.value.name !== 'queue') toast(failureWords(failure, locale.value).what)
  }

  /** Once: whoever has no loudspeaker knows after the first time. */
  function tellUnheard(): void {
    if (!unheard.value) toldUnheard = false
    if (!unheard.value || toldUnheard || route.value.name === 'queue') return
    toldUnheard = true
    toast(t(resident.attached.value ? 'queue.unheard' : 'queue.unheardUnseen'))
  }

  return async () => {
    if (acting.value) return
    const board = await actAndSound(() => call('call_next', {}))
    tellRefusal()
    if (!board?.serving) return
    if (!SEEN_ON.includes(route.value.name)) toast(t('queue.called', { number: board.serving.number }))
    tellUnheard()
  }
}
