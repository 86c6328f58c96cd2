/** The three sentences of one error code; `{name}` stands for a parameter. */
export interface ErrorWords {
  what: string
  safe?: string
  todo?: string
}
