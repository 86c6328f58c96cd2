import { describe, expect, it } from 'vitest'
import { about, middle, moved, resized } from './characterCut'

const picture = { width: 400, height: 200 }

describe('the square about a character', () => {
  it('begins in the middle', () => expect(middle(picture)).toEqual({ left: 175, top: 75, side: 50 }))

  it('moves by a share of its side and never leaves the picture', () => {
    expect(moved(middle(picture), 0.1, 0, picture)).toEqual({ left: 180, top: 75, side: 50 })
    expect(moved(middle(picture), -9, 9, picture)).toEqual({ left: 0, top: 150, side: 50 })
  })

  it('grows about its middle, to the picture at most and to what can be read at least', () => {
    expect(resized(middle(picture), 2, picture)).toEqual({ left: 150, top: 50, side: 100 })
    expect(resized(middle(picture), 99, picture)).toEqual({ left: 100, top: 0, side: 200 })
    expect(resized(middle(picture), 0.01, picture).side).toBe(16)
  })

  it('goes where it is put', () => expect(about(middle(picture), 390, 20, picture)).toEqual({ left: 350, top: 0, side: 50 }))
})
