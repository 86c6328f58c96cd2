/**
 * Who is acting. Locking hides the page and keeps it, so the same person goes on where they
 * stopped; another person starts at home and sees nothing of the first one's.
 */
import { onScopeDispose, ref } from 'vue'
import { i18n } from '../i18n'
import { failureWords } from '../i18n/errors'
import { call, forgetQueries, toFailure, type OperatorInfo } from '../ipc'
import { loadPreferences } from '../kit/preferences'
import { goHome } from './route'
import { refreshStatus } from './status'
import { toast } from './toasts'

/** A counter nobody has touched for this long locks itself. */
export const IDLE_LOCK_MS = 5 * 60_000

/** Whose pages are open behind the lock; empty before the first log-in. */
export const owner = ref('')

/** Locks at once; says so when it could not. */
export async function lock(): Promise<void> {
  try {
    await call('lock', {})
  } catch (thrown) {
    toast(failureWords(toFailure(thrown), i18n.global.locale.value).what)
  }
  await refreshStatus()
}

/** Hands the counter to somebody else: what was open is closed, drafts stay stored. */
export async function switchOperator(): Promise<void> {
  owner.value = ''
  await lock()
}

/** Signs in; resolves when the window knows who is working. */
export async function signIn(id: string, password: string): Promise<OperatorInfo> {
  const person = await call('sign_in', { operator: id, password })
  if (person.id !== owner.value) {
    // The first one's pages go before the status can show any; the window opens the next one's.
    owner.value = ''
    forgetQueries()
    goHome()
  }
  await refreshStatus()
  return person
}

/** Opens the window for the person the terminal names, unless it is theirs already. */
export function openFor(person: string): void {
  if (owner.value !== '') return
  owner.value = person
  loadPreferences(person)
}

/** Locks after a time without keys, touches or pointer. Lives as long as the component. */
export function useIdleLock(active: () => boolean, after = IDLE_LOCK_MS): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const restart = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (active()) void lock()
    }, after)
  }
  const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
  for (const sign of signs) window.addEventListener(sign, restart, { passive: true })
  restart()
  onScopeDispose(() => {
    clearTimeout(timer)
    for (const sign of signs) window.removeEventListener(sign, restart)
  })
}
