import { expect, it } from 'vitest'
import { clockTime, daysBetween, dayWords, localDay, weekdayOf } from './time'

it('counts days in China time whatever the machine says', () => {
  expect(localDay(new Date('2026-11-22T16:30:00Z'))).toBe('2026-11-23')
  expect(clockTime('2026-11-22T16:30:07Z', true)).toBe('00:30:07')
})

it('names the year only when it is another one', () => {
  expect(dayWords('2026-11-23', 'zh-CN', '2026-01-01')).toBe('11月23日')
  expect(dayWords('2025-11-23', 'zh-CN', '2026-01-01')).toBe('2025年11月23日')
  expect(weekdayOf('2026-11-23', 'zh-CN')).toBe('周一')
})

it('counts whole days over a change of month', () => {
  expect(daysBetween('2026-11-23', '2026-12-07')).toBe(14)
})
