/** Which characters of a text a query matched, so that they can be underlined. */
export interface Segment {
  text: string
  hit: boolean
}

/** The query as one run if the text holds it, else its characters in order; else nothing marked. */
export function segmentsOf(text: string, query: string): Segment[] {
  const wanted = query.trim().toLowerCase()
  if (wanted === '') return [{ text, hit: false }]
  const from = text.toLowerCase().indexOf(wanted)
  if (from >= 0 && text.length === text.toLowerCase().length) {
    return joined([...text].map((sign, at) => ({ text: sign, hit: at >= runeAt(text, from) && at < runeAt(text, from + wanted.length) })))
  }
  return inOrder(text, wanted)
}

function inOrder(text: string, wanted: string): Segment[] {
  const signs = [...wanted].filter((sign) => sign.trim() !== '')
  const marked = [...text].map((sign) => {
    const hit = signs.length > 0 && sign.toLowerCase() === signs[0]
    if (hit) signs.shift()
    return { text: sign, hit }
  })
  return signs.length === 0 ? joined(marked) : [{ text, hit: false }]
}

/** Code points before a UTF-16 offset. */
function runeAt(text: string, offset: number): number {
  return [...text.slice(0, offset)].length
}

function joined(signs: readonly Segment[]): Segment[] {
  const runs: Segment[] = []
  for (const sign of signs) {
    const last = runs.at(-1)
    if (last && last.hit === sign.hit) last.text += sign.text
    else runs.push({ ...sign })
  }
  return runs
}
