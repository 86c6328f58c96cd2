/** What printers say of themselves, asked while somebody looks; one that does not answer holds up no other. */
import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { call, type PrinterCondition } from '../../ipc'

const ASK_EVERY_MS = 10_000

export interface Conditions {
  /** By printer; absent while it has not answered yet. */
  known: Readonly<Ref<ReadonlyMap<string, PrinterCondition>>>
  /** Asks every printer now. */
  ask(): Promise<void>
}

export function useConditions(printers: () => readonly string[]): Conditions {
  const known = ref<ReadonlyMap<string, PrinterCondition>>(new Map())
  const asking = new Set<string>()

  async function askOne(id: string): Promise<void> {
    if (asking.has(id)) return
    asking.add(id)
    try {
      const condition = await call('ask_printer', { id })
      known.value = new Map([...known.value, [id, condition]])
    } catch {
      known.value = new Map([...known.value, [id, { id, condition: 'silent', reasons: [] }]])
    } finally {
      asking.delete(id)
    }
  }

  const ask = async () => void (await Promise.all(printers().map(askOne)))
  watch(() => printers().join(' '), () => void ask(), { immediate: true })
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible') void ask()
  }, ASK_EVERY_MS)
  onScopeDispose(() => clearInterval(timer))
  return { known, ask }
}
