import type { CaseMaterial, CorrectionLine } from '../../ipc'

/** A line the correction notice may carry: open ones are on it, the others can be added. */
export interface CorrectionDraftLine extends CorrectionLine {
  name: string
  included: boolean
}

/** The lines of a received case; `missing` and `bring` word what is owed. */
export function linesOfCase(materials: readonly CaseMaterial[], missing: (name: string) => string, bring: (name: string) => string): CorrectionDraftLine[] {
  const lines = materials.map(({ material, name, how }) => ({ material, name, problem: how === null ? missing(name) : '', how: how === null ? bring(name) : '', included: how === null }))
  return [...lines.filter((line) => line.included), ...lines.filter((line) => !line.included)]
}
