/** Half a day of bookings as a row of squares: one for each place, or ten for all of them when there are many. */

const MOST = 10

/** Filled squares first; none at all when nothing can be booked. */
export function squaresOf(taken: number, places: number): boolean[] {
  const all = Math.min(Math.max(places, taken), MOST)
  if (all === 0) return []
  const of = Math.max(places, taken)
  const share = (taken / of) * all
  // One booking is seen, and one free place is: neither end is rounded away.
  const filled = taken === 0 ? 0 : taken >= of ? all : Math.min(Math.max(Math.round(share), 1), all - 1)
  return Array.from({ length: all }, (_, at) => at < filled)
}
