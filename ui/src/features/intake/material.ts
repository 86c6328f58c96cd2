/**
 * How lines of the exact list are settled. Which ways are open is Rust's word (`ways`); this
 * module gives them their digits, says why the others are not open, and counts.
 */
import type { MaterialChoice, RequirementLine } from '../../ipc'

/** Digits 1–6 mean the same on every line. */
export const FIXED_WAYS = ['original_seen', 'captured', 'paper_taken', 'copy_taken', 'deferred', 'promised'] as const
/** Listed after them, only where they are open. */
const FURTHER_WAYS = ['held', 'waived', 'not_applicable'] as const
export type Way = (typeof FIXED_WAYS)[number] | (typeof FURTHER_WAYS)[number]

/** Why a way is not open on a line; message keys below `intake.material.closed`. */
export type ClosedReason = 'exempt' | 'onlyOriginal' | 'onlyCopy' | 'notOnDeferralList' | 'noPromise' | 'notThisWay'

export interface WayOption {
  way: Way
  digit: number
  closed?: ClosedReason
}

function reasonClosed(way: Way, line: RequirementLine): ClosedReason {
  if (line.status === 'waived' || line.status === 'held') return 'exempt'
  if (way === 'deferred') return 'notOnDeferralList'
  if (way === 'promised') return 'noPromise'
  if ((way === 'copy_taken' || way === 'captured') && line.original) return 'onlyOriginal'
  if (way === 'original_seen' && !line.original) return 'onlyCopy'
  return 'notThisWay'
}

/** The ways of a line with their digits; those not open carry the reason. */
export function waysOf(line: RequirementLine): WayOption[] {
  const fixed = FIXED_WAYS.map((way, index): WayOption => {
    const option = { way, digit: index + 1 }
    return line.ways.includes(way) ? option : { ...option, closed: reasonClosed(way, line) }
  })
  const further = FURTHER_WAYS.filter((way) => line.ways.includes(way)).map((way, index) => ({ way, digit: FIXED_WAYS.length + index + 1 }))
  return [...fixed, ...further]
}

/** The open way a digit stands for. */
export function wayForDigit(line: RequirementLine, digit: number): Way | undefined {
  const option = waysOf(line).find((candidate) => candidate.digit === digit)
  return option && option.closed === undefined ? option.way : undefined
}

export function choiceOf(choices: readonly MaterialChoice[], material: string): MaterialChoice | undefined {
  return choices.find((choice) => choice.material === material)
}

/** How a line stands: what was chosen, else what the rules settle without anybody. */
export function settledBy(line: RequirementLine, choice: MaterialChoice | undefined): Way | undefined {
  if (choice?.how) return choice.how as Way
  if (line.status === 'waived') return 'waived'
  if (line.status === 'held') return 'held'
  return undefined
}

function blankChoice(material: string): MaterialChoice {
  return { material, how: null, files: [], pages: null, supplyBy: null, note: null, certificate: null }
}

/** The choices with one line changed. */
export function withChoice(choices: readonly MaterialChoice[], material: string, change: Partial<MaterialChoice>): MaterialChoice[] {
  const changed = { ...(choiceOf(choices, material) ?? blankChoice(material)), ...change }
  const others = choices.filter((choice) => choice.material !== material)
  const empty = changed.how === null && changed.files.length === 0
  return empty ? others : [...others, changed]
}

/** Settles a line one way; the same way again opens it. A day is kept only while it is owed. */
export function chooseWay(choices: readonly MaterialChoice[], line: RequirementLine, way: Way, supplyDefault: string | null): MaterialChoice[] {
  const current = choiceOf(choices, line.material)
  if (current?.how === way) return withChoice(choices, line.material, { how: null, pages: null, supplyBy: null, note: null, certificate: null })
  return withChoice(choices, line.material, {
    how: way,
    supplyBy: way === 'deferred' ? (current?.supplyBy ?? supplyDefault) : null,
    pages: way === 'paper_taken' || way === 'copy_taken' ? (current?.pages ?? line.copies) : null,
  })
}

/** 「原件都已核对」: every open line whose original is to be seen; nothing already settled changes. */
export function allOriginalsSeen(choices: readonly MaterialChoice[], lines: readonly RequirementLine[]): MaterialChoice[] {
  return lines.reduce<MaterialChoice[]>((settled, line) => {
    const choice = choiceOf(settled, line.material)
    const open = settledBy(line, choice) === undefined && line.ways.includes('original_seen')
    return open ? withChoice(settled, line.material, { how: 'original_seen' }) : settled
  }, [...choices])
}

/** Lines the archive holds, settled with their origin; the same choices when there are none. */
export function withHeld(choices: readonly MaterialChoice[], lines: readonly RequirementLine[]): MaterialChoice[] {
  const open = lines.filter((line) => line.status === 'held' && !choiceOf(choices, line.material)?.how)
  const origin = (line: RequirementLine) => [line.rule, line.ruleDetail].filter(Boolean).join(' ')
  return open.reduce<MaterialChoice[]>((settled, line) => withChoice(settled, line.material, { how: 'held', note: origin(line) }), choices as MaterialChoice[])
}

export interface MaterialCount {
  total: number
  settled: number
  deferred: number
  open: RequirementLine[]
}

export function countMaterials(lines: readonly RequirementLine[], choices: readonly MaterialChoice[]): MaterialCount {
  const ways = lines.map((line) => ({ line, way: settledBy(line, choiceOf(choices, line.material)) }))
  const open = ways.filter(({ way }) => way === undefined).map(({ line }) => line)
  const deferred = ways.filter(({ way }) => way === 'deferred').length
  return { total: lines.length, settled: lines.length - open.length - deferred, deferred, open }
}

/** Lines in the order of the table: what everybody brings, then what each answer adds. */
export function inGroups(lines: readonly RequirementLine[]): RequirementLine[] {
  const reasons = [...new Set(lines.map((line) => line.because))].sort((a, b) => Number(a !== null) - Number(b !== null))
  return reasons.flatMap((reason) => lines.filter((line) => line.because === reason))
}

export function pagesOf(choice: MaterialChoice | undefined): number {
  return choice ? Math.max(choice.files.length, choice.pages ?? 0) : 0
}
