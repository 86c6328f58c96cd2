/** How far apart two times are, in one round word: 「20 分钟」「3 小时」「2 天」. */
type Translate = (key: string, params: Record<string, number>) => string

/** The words for a number of minutes, in the language of `t`. */
export function durationIn(t: Translate): (minutes: number) => string {
  return (minutes) => {
    if (minutes < 60) return t('shell.duration.minutes', { n: minutes })
    if (minutes < 48 * 60) return t('shell.duration.hours', { n: Math.round(minutes / 60) })
    return t('shell.duration.days', { n: Math.round(minutes / 1440) })
  }
}
