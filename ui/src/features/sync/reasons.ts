/** Why the platform asks for a person: the closed list of `attend` reasons, and a conflict. */
export const REASONS = [
  'not_understood',
  'unreadable',
  'author_revoked',
  'number_doubled',
  'number_foreign',
  'matter_unknown',
  'matter_suspended',
  'field_missing',
  'illegal_move',
  'probable_duplicate',
  'file_unreadable',
  'conflict',
] as const
export type Reason = (typeof REASONS)[number]

/** The words to use for a reason; one of a newer version is explained as such. */
export function reasonKey(reason: string | null): Reason | 'other' {
  return REASONS.find((known) => known === reason) ?? 'other'
}
