import { expect, it } from 'vitest'
import { latestFrom, SCOPES } from './terms'

it('ends a mandate six months on, on the day before, and with a short month', () => {
  expect(latestFrom('2026-11-23')).toBe('2027-05-22')
  expect(latestFrom('2026-08-31')).toBe('2027-02-27')
  expect(latestFrom('2026-12-01')).toBe('2027-05-31')
})

it('says nothing about a day that is none', () => {
  expect(latestFrom('')).toBe('')
})

it('offers signing last, and nobody ticks it for anybody', () => {
  expect(SCOPES.at(-1)).toBe('sign')
})
