/** The steps of first run, in order, and which comes next. */
import type { SetupState } from '../../ipc'

export const SETUP_STEPS = ['point', 'administrator', 'catalogue', 'test'] as const
export type SetupStep = (typeof SETUP_STEPS)[number]

/** The first step that is not done. */
export function nextStep(state: SetupState): SetupStep {
  if (!state.enrolled) return 'point'
  if (!state.administrator) return 'administrator'
  return state.matters === 0 ? 'catalogue' : 'test'
}
