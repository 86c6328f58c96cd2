/** What can have become of a paper, and what that asks of the person at the counter. */
import type { PaperInfo } from '../../ipc'
import type { Mark } from '../../kit'

const STATES = ['ready', 'printing', 'done', 'saved', 'failed', 'unknown', 'cancelled'] as const
export type PaperState = (typeof STATES)[number]

/** What became of a paper, on its row or in the trail. */
export type Fate = Pick<PaperInfo, 'outcome' | 'reason' | 'place'>

/** Why somebody makes a paper again, in the order of the digits that choose them. */
export const REPRINT_REASONS = ['lost', 'unclear', 'blank', 'jammed', 'one_more'] as const
export type ReprintReason = (typeof REPRINT_REASONS)[number]

export const PAPER_MARKS: Readonly<Record<PaperState, Mark>> = {
  ready: 'local',
  printing: 'sending',
  done: 'done',
  saved: 'done',
  failed: 'fail',
  unknown: 'soon',
  cancelled: 'paused',
}

/** The state of a paper; one still to be made waits like one that is ready. */
export function stateOf({ outcome }: Pick<PaperInfo, 'outcome'>): PaperState {
  return STATES.find((state) => state === outcome) ?? 'ready'
}

/** It is made and waits for somebody to print it. */
export function isWaiting(paper: PaperInfo): boolean {
  const state = stateOf(paper)
  return state === 'ready' || state === 'failed'
}

/** Nothing of it has come out anywhere: it is sent as it is, under the same copy number. */
export function goesAsItIs(paper: PaperInfo): boolean {
  return isWaiting(paper) || stateOf(paper) === 'cancelled'
}

/** Somebody said that it did not come out, and another copy was made for it. */
export function isReplaced(paper: Fate): boolean {
  return stateOf(paper) === 'unknown' && paper.reason === 'blank'
}

/** Documents that are kept in the format of archives as well. */
const HAD_AS_OFD: readonly string[] = ['receipt', 'acceptance', 'guide', 'guide_large']

export function isHadAsOfd({ document }: Pick<PaperInfo, 'document'>): boolean {
  return HAD_AS_OFD.includes(document)
}

/** A printer has it and does not go on. */
export function isHeldUp(paper: PaperInfo): boolean {
  return stateOf(paper) === 'printing' && paper.reason !== null
}

/** A printer that does not move and says no reason somebody could mend at it (P3). */
export function isStuck({ reason }: PaperInfo): boolean {
  return reason === 'timeout' || reason === 'stopped'
}

/** Somebody has to look: nothing came out, nobody knows, or it does not go on. */
export function wantsAttention(paper: PaperInfo): boolean {
  const state = stateOf(paper)
  return state === 'failed' || (state === 'unknown' && !isReplaced(paper)) || isHeldUp(paper)
}
