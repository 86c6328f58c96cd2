/** One thing that can be chosen, in radio rows and selects. */
export interface Option {
  value: string
  label: string
  /** A few words beside the label. */
  note?: string
  /** Why it cannot be chosen now. */
  blocked?: string
}
