/** The shelf as one list: what somebody has to look at first, then what prints, then what waits. */
import type { PaperShelf, PaperWaiting } from '../../ipc'
import { isHeldUp, isStuck, stateOf } from '../paper'

export const SHELF_GROUPS = ['attention', 'printing', 'waiting'] as const
export type ShelfGroup = (typeof SHELF_GROUPS)[number]

export interface ShelfRow extends PaperWaiting {
  group: ShelfGroup
}

export function rowsOf(shelf: PaperShelf | undefined): ShelfRow[] {
  return SHELF_GROUPS.flatMap((group) => (shelf?.[group] ?? []).map((waiting) => ({ ...waiting, group })))
}

/** Something of it may be on paper, and it is of a case: then it is made again and somebody says why. */
export function canRemake({ group, number, paper }: ShelfRow): boolean {
  return number !== '' && (group === 'printing' || stateOf(paper) === 'unknown')
}

/** It can be sent where its document goes: nothing of it came out, or it is stuck and is taken back first. */
export function canSend({ group, paper }: ShelfRow): boolean {
  return group === 'printing' ? isStuck(paper) : stateOf(paper) !== 'unknown'
}

/** It can go somewhere else: also one whose printer waits for somebody to mend it. */
export function canMove(row: ShelfRow): boolean {
  return canSend(row) || isHeldUp(row.paper)
}
