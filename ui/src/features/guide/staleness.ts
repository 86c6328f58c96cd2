/** When a guide or a list was not compared with the platform for so long that it has to say so. */
const STALE_AFTER_DAYS = 30

export function isStale(staleDays: number | null): boolean {
  return (staleDays ?? 0) > STALE_AFTER_DAYS
}
