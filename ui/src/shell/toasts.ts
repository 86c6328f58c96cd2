/** News the person did not cause. Six seconds at the bottom left; the bell's list keeps the last ten. */
import { shallowRef } from 'vue'

export interface Toast {
  id: number
  words: string
  at: Date
  /** The piece of news it tells; the list has that one already. */
  news?: number
}

export const SHOWN_MS = 6_000
const KEPT = 10

export const showing = shallowRef<readonly Toast[]>([])
export const recent = shallowRef<readonly Toast[]>([])
let lastId = 0

/** Shows a line of news. Results of the person's own action belong in place instead. */
export function toast(words: string, at = new Date(), news?: number): void {
  lastId += 1
  const item: Toast = { id: lastId, words, at, ...(news !== undefined && { news }) }
  showing.value = [...showing.value, item]
  recent.value = [item, ...recent.value].slice(0, KEPT)
  setTimeout(() => dismiss(item.id), SHOWN_MS)
}

export function dismiss(id: number): void {
  showing.value = showing.value.filter((item) => item.id !== id)
}
