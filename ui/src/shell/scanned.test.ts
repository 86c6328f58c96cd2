import { expect, it } from 'vitest'
import { caseNumberIn, ticketCodeIn } from './scanned'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

function base45(text: string): string {
  let out = ''
  for (let at = 0; at < text.length; at += 2) {
    const pair = at + 1 < text.length
    let value = pair ? text.charCodeAt(at) * 256 + text.charCodeAt(at + 1) : text.charCodeAt(at)
    for (let digit = 0; digit < (pair ? 3 : 2); digit += 1) {
      out += ALPHABET[value % 45]
      value = Math.floor(value / 45)
    }
  }
  return out
}

it('finds a number that was printed plainly', () => {
  expect(caseNumberIn(' ly03-20261123-0012-6 ')).toBe('LY03-20261123-0012-6')
})

it('finds the number inside a receipt code', () => {
  expect(caseNumberIn(`YC1:${base45('\u00a8\u0001tQS03K7-20261123-0001-M\u0002xyz')}`)).toBe('QS03K7-20261123-0001-M')
})

it.each(['', 'YC1:', 'YC1:!!!', 'YC1:ZZZ', 'https://example.test/QS03', 'A016', 'x'.repeat(5000)])('takes no number from %s', (scan) => {
  expect(caseNumberIn(scan)).toBeUndefined()
})

it.each([
  [' ly03-20261123-a017-v ', 'LY03-20261123-A017-V'],
  ['b120', 'B120'],
  ['LY03-20261123-A4001-X', 'LY03-20261123-A4001-X'],
])('takes the ticket from %s', (scan, code) => {
  expect(ticketCodeIn(scan)).toBe(code)
  expect(caseNumberIn(scan)).toBeUndefined()
})

it.each(['', 'A1', 'AB017', 'A017-V', 'LY03-20261123-A017', 'LY03-20261123-0012-6', '高龄津贴', 'x'.repeat(5000)])('takes no ticket from %s', (scan) => {
  expect(ticketCodeIn(scan)).toBeUndefined()
})
