/** Sentences as people read them: spaces the layout puts between sentences do not count. */
export function sentences(text: string): RegExp {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(escaped.replaceAll('。', '。\\s*'))
}
