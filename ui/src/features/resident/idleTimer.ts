/** Something that happens when nobody has touched the screen for a while. */
import { onScopeDispose } from 'vue'

const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'scroll'] as const

/** Calls back once after `after` milliseconds without a touch; lives as long as the component. */
export function useIdleTimer(after: number, left: () => void): void {
  let timer = setTimeout(left, after)
  const restart = () => {
    clearTimeout(timer)
    timer = setTimeout(left, after)
  }
  for (const touch of TOUCHES) window.addEventListener(touch, restart, { passive: true, capture: true })
  onScopeDispose(() => {
    clearTimeout(timer)
    for (const touch of TOUCHES) window.removeEventListener(touch, restart, { capture: true })
  })
}
