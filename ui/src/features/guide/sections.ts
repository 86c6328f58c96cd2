/** The sections of a guide in the order they are read, conditions and materials first. */
export const SECTIONS = ['conditions', 'materials', 'steps', 'limits', 'place', 'bases', 'faq', 'contact', 'copies', 'findings'] as const
export type SectionId = (typeof SECTIONS)[number]

/** The DOM id of a section. */
export function sectionId(section: SectionId): string {
  return `guide-${section}`
}
