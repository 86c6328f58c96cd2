/** How a guide is set on paper: as it is, or in large print. */
export const PRINT_STYLES = ['a4', 'large'] as const
export type PrintStyle = (typeof PRINT_STYLES)[number]
