/** In which order the matters of a chain are handled: the longest way of waiting, and what goes beside it. */
import type { ChainMatter } from '../../ipc'

export interface HandlingOrder {
  /** Places along the longest way. */
  path: number[]
  /** Places that wait for nobody and nobody of the way waits for. */
  beside: number[]
}

/** Only matters that are handled count. */
export function handlingOrder(matters: readonly ChainMatter[]): HandlingOrder {
  const handled = matters.filter((matter) => matter.chosen && matter.ended === null)
  const ways = new Map<number, number[]>()
  // A matter waits for earlier ones only, so that their ways are known.
  for (const { order, waitsFor } of handled) {
    const before = waitsFor.map((place) => ways.get(place) ?? []).reduce((longest, way) => (way.length > longest.length ? way : longest), [])
    ways.set(order, [...before, order])
  }
  const path = [...ways.values()].reduce((longest, way) => (way.length > longest.length ? way : longest), [])
  return { path, beside: handled.map(({ order }) => order).filter((order) => !path.includes(order)) }
}
