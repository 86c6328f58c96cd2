import { describe, expect, it } from 'vitest'
import type { ServiceHours } from '../../ipc'
import { firstShown, turned } from './days'
import { draftOf, faultsOf, freshLine, inputOf } from './hours'
import { parseSpans } from './spans'
import { squaresOf } from './squares'

describe('half a day in squares', () => {
  const drawn = (taken: number, places: number) => squaresOf(taken, places).map((filled) => (filled ? '■' : '□')).join('')

  it('has one for each place, the taken ones first', () => {
    expect([drawn(3, 8), drawn(0, 2), drawn(8, 8)]).toEqual(['■■■□□□□□', '□□', '■■■■■■■■'])
  })

  it('has ten for many, and rounds neither the first booking nor the last place away', () => {
    expect([drawn(1, 50), drawn(25, 50), drawn(49, 50), drawn(50, 50)]).toEqual(['■□□□□□□□□□', '■■■■■□□□□□', '■■■■■■■■■□', '■■■■■■■■■■'])
  })

  it('has none while nothing can be booked, and those that stand when places became fewer', () => {
    expect([drawn(0, 0), drawn(3, 2), drawn(2, 0)]).toEqual(['', '■■■', '■■'])
  })
})

describe('hours as people type them', () => {
  it('are read with any dash, any sign between and without minutes', () => {
    for (const typed of ['9:00-12:00 13:00-17:00', '09:00–12:00、13:00–17:00', '9-12，13到17', '9：00 ～ 12：00；1300至1700']) {
      expect(parseSpans(typed), typed).toEqual({ spans: ['09:00–12:00', '13:00–17:00'] })
    }
  })

  it('are closed when nothing is typed', () => {
    expect(parseSpans('  ')).toEqual({ spans: [] })
  })

  it('say what is wrong: no time, too many, not in order', () => {
    expect(['上午', '9:00', '9:70-12:00', '9-24'].map((typed) => parseSpans(typed).fault)).toEqual(['unread', 'unread', 'unread', 'unread'])
    expect(parseSpans('8-9 10-11 12-13 14-15').fault).toBe('many')
    expect(['12-9', '9-12 11-13', '9-12 12-13', '9-9'].map((typed) => parseSpans(typed).fault)).toEqual(['order', 'order', 'order', 'order'])
  })
})

describe('the days of the booking book', () => {
  it('are seven at a time, counted from today', () => {
    expect(['2026-11-23', '2026-11-29', '2026-11-30', '2026-12-23'].map((day) => firstShown(day, '2026-11-23'))).toEqual(['2026-11-23', '2026-11-23', '2026-11-30', '2026-12-21'])
  })

  it('end with today and with the thirtieth day', () => {
    expect(turned('2026-11-23', -1, '2026-11-23')).toBe('2026-11-23')
    expect(turned('2026-11-29', 1, '2026-11-23')).toBe('2026-11-30')
    expect(turned('2026-12-23', 1, '2026-11-23')).toBe('2026-12-23')
  })
})

describe('the hours of service', () => {
  const stored: ServiceHours = {
    week: Array.from({ length: 7 }, (_, at) => ({ spans: at < 5 ? ['09:00–12:00', '13:00–17:00'] : [] })),
    special: [{ date: '2027-01-01', spans: ['09:00–12:00'], note: '节假日通道' }],
    places: 8,
    businesses: [{ letter: 'A', name: '综合' }],
    changeable: true,
  }

  it('go back as they came when nobody changed them', () => {
    const draft = draftOf(stored)
    const { week, special, places, businesses } = stored
    expect(faultsOf(draft)).toEqual(new Map())
    expect(inputOf(draft)).toEqual({ week, special, places, businesses })
  })

  it('name every field that is not right', () => {
    const draft = draftOf(stored)
    draft.week[2] = '九点'
    draft.special.push({ date: '2027-01-01', hours: '12-9', note: '' })
    draft.places = '0'
    draft.businesses.push({ letter: 'a', name: ' ' })
    expect([...faultsOf(draft)]).toEqual([
      ['week.2', 'unread'], ['special.1.date', 'taken'], ['special.1.spans', 'order'],
      ['places', 'places'], ['businesses.1.letter', 'taken'], ['businesses.1.name', 'required'],
    ])
  })

  it('give a new line the next free letter', () => {
    expect(freshLine([{ letter: 'A', name: '' }, { letter: 'C', name: '' }])).toEqual({ letter: 'B', name: '' })
  })
})
