import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { registerFonts } from './fonts'

interface Known {
  family: string
  source: string
  descriptors: FontFaceDescriptors
}

let known: Known[]

beforeEach(() => {
  known = []
  class Recorded {
    constructor(
      readonly family: string,
      readonly source: string,
      readonly descriptors: FontFaceDescriptors,
    ) {}
  }
  vi.stubGlobal('FontFace', Recorded)
  vi.stubGlobal('document', { fonts: { add: (face: Known) => known.push(face) } })
  registerFonts((file) => `/fonts/${file}`)
})
afterEach(() => vi.unstubAllGlobals())

/** Whether a face is asked for a character. */
function claims({ descriptors }: Known, character: string): boolean {
  const point = character.codePointAt(0)!
  const ranges = (descriptors.unicodeRange ?? 'U+0-10FFFF').split(', ').map((part) => part.slice(2).split('-').map((end) => parseInt(end, 16)))
  return ranges.some(([first, last]) => point >= first! && point <= (last ?? first!))
}

function filesFor(character: string): string[] {
  return known.filter((face) => face.family !== 'Yichuang Song' && claims(face, character)).map((face) => /fonts\/([\w-]+)\.ttf/.exec(face.source)![1]!)
}

describe('the shipped faces', () => {
  it.each([
    ['办', ['sc-Regular']],
    ['䶮', ['sc-Regular']],
    ['𠮷', ['sc-Regular', 'rare']],
    ['𬭎', ['sc-Regular', 'rare']],
    ['\u{2CEB0}', ['sc-Regular', 'rare']],
    ['\u{30EDE}', ['sc-Regular']],
    ['\u{9FF0}', ['serif-Regular']],
    ['\u{4DB6}', ['serif-Regular']],
  ])('are asked for %s in the order of their size', (character, files) => {
    expect(filesFor(character)).toEqual(files)
  })

  it.each(['\u{E000}', '\u{F0000}', '\u{30000}', '\u{323AF}'])('are not read for a character none of them has: %s', (character) => {
    expect(filesFor(character)).toEqual([])
  })

  it('show the machine’s own face until they are there', () => {
    expect(known.map((face) => face.descriptors.display)).toEqual(known.map(() => 'swap'))
  })

  it('all have a place in a list of families, the rare one last of the named', () => {
    const tokens = readFileSync('src/kit/tokens.css', 'utf8')
    const lists = [...tokens.matchAll(/--font-\w+: ([^;]+);/g)].map((match) => match[1]!)
    expect(lists).toHaveLength(3)
    for (const list of lists) expect(list).toMatch(/"Yichuang Sans", "Yichuang Rare", (sans-)?serif$/)
    expect(tokens).toMatch(/--font-doc: "Yichuang Song",/)
  })
})
