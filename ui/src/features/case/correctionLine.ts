import type { CaseMaterial, CorrectionLine } from '../../ipc'

/** A line the correction notice may carry: open ones are on it, the others can be added. */
export interface CorrectionDraftLine extends CorrectionLine {
  name: string
  included: boolean
  /** What the clerk looks at (审查要点). Of something handed in, one of them is what is wrong. */
  criteria: readonly string[]
  /** The one it falls short of. */
  criterion: string
}

/** Settled without anybody bringing it, so nobody may ask for it; or a signed paper, which is no material of the list. */
const SPARED: readonly (string | null)[] = ['waived', 'held', 'not_applicable', 'photographed', 'on_paper', 'read_aloud']

/** The lines of a received case; `missing` and `bring` word what is owed. */
export function linesOfCase(materials: readonly CaseMaterial[], missing: (name: string) => string, bring: (name: string) => string): CorrectionDraftLine[] {
  const lines = materials.filter(({ how }) => !SPARED.includes(how)).map(({ material, name, how, criteria }) => ({ material, name, problem: how === null ? missing(name) : '', how: how === null ? bring(name) : '', included: how === null, criteria: how === null ? [] : criteria, criterion: '' }))
  return [...lines.filter((line) => line.included), ...lines.filter((line) => !line.included)]
}
