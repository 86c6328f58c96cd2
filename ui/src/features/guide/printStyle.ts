/** How a guide is set on paper: the main points on a ticket, whole, or in large print. */
export const PRINT_STYLES = ['ticket', 'a4', 'large'] as const
export type PrintStyle = (typeof PRINT_STYLES)[number]

/** The style one press further on. */
export function after(style: PrintStyle): PrintStyle {
  return PRINT_STYLES[(PRINT_STYLES.indexOf(style) + 1) % PRINT_STYLES.length] ?? style
}
