/** The months a sheet can be made of, as `2026-11`, the one of `day` first. */
export function monthsUpTo(day: string, count: number): string[] {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return Array.from({ length: count }, (_, back) => {
    const whole = year * 12 + month - 1 - back
    return `${String(Math.floor(whole / 12))}-${String((whole % 12) + 1).padStart(2, '0')}`
  })
}
