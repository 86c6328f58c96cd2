import { describe, expect, it } from 'vitest'
import { parseDateText } from './dateText'

const TODAY = '2026-11-23' // a Monday

describe('a date is read however it is typed', () => {
  it.each([
    ['20261123', '2026-11-23'],
    ['261123', '2026-11-23'],
    ['11.23', '2026-11-23'],
    ['2026-11-3', '2026-11-03'],
    ['2026年11月23日', '2026-11-23'],
    ['１１．２３', '2026-11-23'],
    ['2026 11 23', '2026-11-23'],
    ['今天', '2026-11-23'],
    ['后天', '2026-11-25'],
    ['昨天', '2026-11-22'],
    ['下周一', '2026-11-30'],
    ['周日', '2026-11-29'],
    ['20240229', '2024-02-29'],
  ])('%s', (typed, day) => {
    expect(parseDateText(typed, TODAY)).toBe(day)
  })
})

it.each(['20260229', '20261301', '13.01', '2026', '昨儿个', '1e5', ''])('%s is no calendar day', (typed) => {
  expect(parseDateText(typed, TODAY)).toBeUndefined()
})
