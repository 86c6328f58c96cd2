/**
 * Hand-held scanners type. What tells them from people is speed: at least six keys within 60 ms
 * of each other that end with Enter. This recogniser eats nothing until it is sure.
 */

/** Six keys within this time are a machine. */
export const BURST_MS = 60
export const BURST_KEYS = 6

export interface ScanRecogniser {
  /** Takes a key and the event's time stamp; returns the scanned text when a burst ends. */
  take(key: string, at: number): string | undefined
}

export function createScanRecogniser(): ScanRecogniser {
  let text = ''
  let times: number[] = []

  function reset(): void {
    text = ''
    times = []
  }

  function isBurst(end: number): boolean {
    if (times.length < BURST_KEYS) return false
    const sixthFromLast = times[times.length - BURST_KEYS]
    return sixthFromLast !== undefined && end - sixthFromLast <= BURST_MS
  }

  return {
    take(key, at) {
      const last = times.at(-1)
      if (last !== undefined && at - last > BURST_MS) reset()
      if (key === 'Enter') {
        const scanned = isBurst(at) ? text : undefined
        reset()
        return scanned
      }
      if (key.length === 1) {
        text += key
        times.push(at)
      }
      return undefined
    },
  }
}
