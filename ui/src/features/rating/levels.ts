/** The five levels in the order of the rule, which of them are bad, and why they can be. */
export const RATING_LEVELS = ['very_satisfied', 'satisfied', 'fair', 'dissatisfied', 'very_dissatisfied'] as const
export type RatingLevel = (typeof RATING_LEVELS)[number]
export const BAD_LEVELS: readonly RatingLevel[] = ['dissatisfied', 'very_dissatisfied']
export const RATING_REASONS = ['manner', 'slow', 'guide', 'again', 'machine', 'other'] as const
