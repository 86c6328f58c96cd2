/** A difference between two copies of one matter, in words: keys and parameters. */
import type { DifferenceView } from '../../ipc'
import type { Phrase } from './lineWords'

/** Aspects of things a copy has or has not; the others are said differently on both sides. */
const THINGS = ['material', 'condition', 'step']
/** Aspects that are said of one thing. */
const OF_ONE = ['material_form', 'step_limit']

export function differenceWords({ aspect, subject, here, there }: DifferenceView): Phrase {
  if (THINGS.includes(aspect)) return { key: `guide.copy.${aspect}.${here === null ? 'there' : 'here'}`, params: { subject } }
  const params = { here: here ?? '', there: there ?? '' }
  return OF_ONE.includes(aspect) ? { key: `guide.copy.${aspect}`, params: { ...params, subject } } : { key: `guide.copy.${aspect}`, params }
}
