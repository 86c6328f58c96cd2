/**
 * The shipped faces, made known to the engine at start. It reads a file only when text needs it:
 * a family earlier in the list lacks the character, and the face's range holds it. The families'
 * places are in tokens.css; what each file holds is in assets/fonts/README.md.
 */

interface Face {
  family: string
  file: string
  weight: string
  range?: string
}

const SYMBOLS = 'U+0020-052F, U+1E00-1EFF, U+2000-2BFF, U+2E80-33FF, U+FE10-FE6F, U+FF00-FFEF'
const IDEOGRAPHS = 'U+3400-4DB5, U+4E00-9FEF, U+F900-FAFF, U+20000-2EBE0, U+30EDD-30EDE, U+3106C'

/** Ranges stop where the files do, so that a character nobody can draw does not load 30 MB in vain. */
const FACES: readonly Face[] = [
  { family: 'Yichuang Song', file: 'serif-Bold.ttf', weight: '700' },
  { family: 'Yichuang Sans', file: 'sc-Regular.ttf', weight: '400', range: `${SYMBOLS}, ${IDEOGRAPHS}` },
  { family: 'Yichuang Rare', file: 'rare.ttf', weight: '400', range: 'U+20000-2EBE0' },
  // The 26 characters of the standard's first amendment, which only the Song text face has.
  { family: 'Yichuang Rare', file: 'serif-Regular.ttf', weight: '400', range: 'U+4DB6-4DBF, U+9FF0-9FFF' },
]

/** Registers every face; `url` says where a file of `assets/fonts` is. */
export function registerFonts(url: (file: string) => string): void {
  for (const { family, file, weight, range } of FACES) {
    const source = `url("${url(file)}") format("truetype")`
    document.fonts.add(new FontFace(family, source, { weight, display: 'swap', ...(range && { unicodeRange: range }) }))
  }
}
