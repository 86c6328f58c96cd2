import { describe, expect, it } from 'vitest'
import { monthsUpTo } from './months'

describe('the months of a sheet', () => {
  it('begin with the one that is running and go back over the new year', () => {
    expect(monthsUpTo('2027-02-03', 4)).toEqual(['2027-02', '2027-01', '2026-12', '2026-11'])
  })
})
