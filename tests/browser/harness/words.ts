/** Sentences as people read them: spaces the layout puts between sentences do not count. */
export function sentences(text: string): RegExp {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(escaped.replaceAll('。', '。\\s*'))
}

/** The same word in either language of the screens, whole; a key cap behind it does not count. */
export function either(...words: readonly string[]): RegExp {
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^(?:${escaped.join('|')})(?:\\s|\\d|$)`)
}
