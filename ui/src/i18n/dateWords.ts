/** Words people type into date fields. They are input, so they hold in every language. */

/** Days from today. */
export const DATE_WORDS: Readonly<Record<string, number>> = {
  今天: 0,
  今日: 0,
  明天: 1,
  后天: 2,
  昨天: -1,
  前天: -2,
  today: 0,
  tomorrow: 1,
  yesterday: -1,
}

/** Signs that stand for the dash between two times. */
export const TO_WORDS = '至到'

const DAYS = ['一', '二', '三', '四', '五', '六', '日']

function weekdays(): Record<string, { weeks: number; day: number }> {
  const words: Record<string, { weeks: number; day: number }> = {}
  for (const [day, name] of DAYS.entries()) {
    words[`周${name}`] = words[`本周${name}`] = { weeks: 0, day }
    words[`下周${name}`] = { weeks: 1, day }
  }
  words['周天'] = words['本周天'] = { weeks: 0, day: 6 }
  words['下周天'] = { weeks: 1, day: 6 }
  return words
}

/** Weeks from this one (Monday first) and the day in it, 0 = Monday. */
export const WEEKDAY_WORDS = weekdays()
