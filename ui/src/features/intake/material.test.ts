import { describe, expect, it } from 'vitest'
import { emptyContent, viewOf } from '../../../tests/preview/fakeDraft'
import type { MaterialChoice, RequirementLine } from '../../ipc'
import { allOriginalsSeen, chooseWay, countMaterials, inGroups, pagesOf, settledBy, wayForDigit, waysOf, withChoice, withHeld } from './material'

const lines = viewOf('d', { ...emptyContent(), answers: { who: 'agent' } }, '').requirements.lines
const line = (material: string): RequirementLine => lines.find((candidate) => candidate.material === material)!
const how = (choices: readonly MaterialChoice[]) => Object.fromEntries(choices.map((choice) => [choice.material, choice.how]))

describe('ways of a material', () => {
  it('gives the same digit to the same way on every line', () => {
    for (const each of lines) expect(waysOf(each)[4]).toMatchObject({ digit: 5, way: 'deferred' })
    expect(wayForDigit(line('MAT-PHOTO'), 5)).toBe('deferred')
  })

  it('says why a way is not open and does not let its digit act', () => {
    expect(waysOf(line('MAT-IDCARD')).find(({ way }) => way === 'deferred')?.closed).toBe('notOnDeferralList')
    expect(waysOf(line('MAT-IDCARD')).find(({ way }) => way === 'copy_taken')?.closed).toBe('onlyOriginal')
    expect(waysOf(line('MAT-SSCARD')).find(({ way }) => way === 'original_seen')?.closed).toBe('exempt')
    expect(wayForDigit(line('MAT-IDCARD'), 5)).toBeUndefined()
  })

  it('lists a further way after the six only where it is open', () => {
    expect(wayForDigit(line('MAT-SSCARD'), 7)).toBe('held')
    expect(wayForDigit(line('MAT-IDCARD'), 7)).toBeUndefined()
  })
})

describe('settling materials', () => {
  it('gives a deferred line the proposed day, and forgets it with another way', () => {
    const deferred = chooseWay([], line('MAT-PHOTO'), 'deferred', '2026-11-27')
    expect(deferred[0]).toMatchObject({ how: 'deferred', supplyBy: '2026-11-27' })
    expect(chooseWay(deferred, line('MAT-PHOTO'), 'paper_taken', '2026-11-27')[0]).toMatchObject({ how: 'paper_taken', supplyBy: null, pages: 1 })
  })

  it('opens a line again when its way is chosen twice', () => {
    const once = chooseWay([], line('MAT-IDCARD'), 'original_seen', null)
    expect(chooseWay(once, line('MAT-IDCARD'), 'original_seen', null)).toEqual([])
  })

  it('marks every open original as seen and leaves deferral and promise to the resident', () => {
    const before = chooseWay([], line('MAT-HUKOU'), 'paper_taken', null)
    expect(how(allOriginalsSeen(before, lines))).toEqual({ 'MAT-HUKOU': 'paper_taken', 'MAT-IDCARD': 'original_seen', 'MAT-AGENT-ID': 'original_seen' })
  })

  it('settles what the archive holds, with its origin', () => {
    const held = withHeld([], lines)
    expect(held).toHaveLength(1)
    expect(held[0]).toMatchObject({ material: 'MAT-SSCARD', how: 'held', note: expect.stringContaining('2025-03-11') as string })
    expect(withHeld(held, lines)).toBe(held)
  })

  it('counts what is settled, deferred and open', () => {
    const choices = chooseWay(allOriginalsSeen([], lines), line('MAT-PHOTO'), 'deferred', null)
    const count = countMaterials(lines, choices)
    expect([count.total, count.settled, count.deferred]).toEqual([7, 4, 1])
    expect(count.open.map(({ material }) => material)).toEqual(['MAT-PROOF', 'MAT-MANDATE'])
  })

  it('counts a waived line as settled without anybody', () => {
    expect(settledBy({ ...line('MAT-HUKOU'), status: 'waived' }, undefined)).toBe('waived')
  })

  it('keeps pages of a line that is open again', () => {
    const file = { sha256: '1', size: 1, mediaType: 'image/png', name: 'a' }
    const choices = withChoice([], 'MAT-HUKOU', { how: 'captured', files: [file] })
    const open = chooseWay(choices, line('MAT-HUKOU'), 'captured', null)
    expect(open[0]).toMatchObject({ how: null, files: [file] })
    expect(pagesOf(open[0])).toBe(1)
  })

  it('groups what everybody brings before what an answer adds', () => {
    const mixed = [line('MAT-MANDATE'), line('MAT-IDCARD'), line('MAT-AGENT-ID')]
    expect(inGroups(mixed).map(({ material }) => material)).toEqual(['MAT-IDCARD', 'MAT-MANDATE', 'MAT-AGENT-ID'])
  })
})
