/**
 * After a crash: fields that were brought back carry a bar at their left until somebody has changed
 * them, or has gone on from their step.
 */
import { nextTick, onScopeDispose, watch, type Ref } from 'vue'
import { status } from '../../shell/status'
import type { StepId } from './steps'

const MARK = 'recovered'
/** Steps somebody has gone on from, by draft, for as long as the window is open. */
const confirmed = new Map<string, Set<StepId>>()

function isFilled(field: HTMLElement): boolean {
  const controls = [...field.querySelectorAll('input, select, textarea')]
  return controls.some((control) => {
    if (control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type)) return control.checked
    return 'value' in control && control.value !== ''
  })
}

function marked(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(`[data-${MARK}]`)]
}

/** Marks the fields of `step` under `root` while the component lives. */
export function useRecoveredMarks(draft: string, root: Readonly<Ref<HTMLElement | null>>, step: () => StepId): void {
  if (status.value?.recovered.some(({ id }) => id === draft) !== true) return
  const done = confirmed.get(draft) ?? new Set<StepId>()
  confirmed.set(draft, done)

  async function mark(): Promise<void> {
    await nextTick()
    if (!root.value || done.has(step())) return
    for (const field of root.value.querySelectorAll<HTMLElement>('.k-field')) if (isFilled(field)) field.dataset[MARK] = ''
  }
  function onChange(event: Event): void {
    if (event.target instanceof HTMLElement) event.target.closest<HTMLElement>(`[data-${MARK}]`)?.removeAttribute(`data-${MARK}`)
  }
  watch(
    step,
    (_, left) => {
      if (left) done.add(left)
      if (root.value) for (const field of marked(root.value)) field.removeAttribute(`data-${MARK}`)
      void mark()
    },
    { flush: 'post' },
  )
  watch(
    root,
    (now, before) => {
      before?.removeEventListener('input', onChange)
      now?.addEventListener('input', onChange)
      void mark()
    },
    { immediate: true, flush: 'post' },
  )
  onScopeDispose(() => root.value?.removeEventListener('input', onChange))
}
