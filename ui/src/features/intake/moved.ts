/** What a new edition of the matter changed for a draft: which of it went, and its words. */
import type { DraftChange, DraftChangeKind } from '../../ipc'

/** Changes after which something entered has no place any more. */
const GONE: readonly DraftChangeKind[] = ['matterGone', 'fieldGone', 'valueUnfit', 'answerGone', 'materialGone']

export function goneOf(changes: readonly DraftChange[]): DraftChange[] {
  return changes.filter(({ what }) => GONE.includes(what))
}

/** What was entered and set aside; it stays readable for as long as the draft is. */
export function setAside(changes: readonly DraftChange[]): DraftChange[] {
  return goneOf(changes).filter(({ value }) => value !== null)
}

type Translate = (key: string, named: Record<string, unknown>) => string

export function changeWords({ what, value, files }: DraftChange, t: Translate): string {
  if (what === 'materialGone') {
    const how = value === null ? '' : t(`intake.material.settled.${value}`, { n: files.length })
    return t(value === null ? 'intake.moved.materialGone' : 'intake.moved.materialReturned', { how })
  }
  const shown = value === 'true' || value === 'false' ? t(`intake.form.${value}`, {}) : (value ?? '')
  return t(`intake.moved.${what}`, { value: shown })
}
