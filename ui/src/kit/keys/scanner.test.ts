import { expect, it } from 'vitest'
import { createScanRecogniser } from './scanner'

function type(text: string, gap: number, from = 0): string | undefined {
  const recogniser = createScanRecogniser()
  let at = from
  for (const sign of text) {
    recogniser.take(sign, at)
    at += gap
  }
  return recogniser.take('Enter', at)
}

it('recognises a burst that ends with Enter', () => {
  expect(type('LY03-20261123-0012-6', 8)).toBe('LY03-20261123-0012-6')
})

it('does not mistake a fast typist for a machine', () => {
  expect(type('gljt88', 70)).toBeUndefined()
  expect(type('gljt88', 12)).toBeUndefined()
})

it('takes fewer than six keys for typing', () => {
  expect(type('A0167', 5)).toBeUndefined()
})

it('forgets what was typed before the burst', () => {
  const recogniser = createScanRecogniser()
  recogniser.take('x', 0)
  let at = 500
  for (const sign of 'A00000001') recogniser.take(sign, (at += 5))
  expect(recogniser.take('Enter', at + 5)).toBe('A00000001')
})
