/** Ratings without a resident: given through the door of their screen. */
import { expect } from '@playwright/test'
import type { Clerk } from './clerk'
import type { Counter } from './counter'
import { acceptedCase } from './paperwork'
import { applicant } from './screenParts'
import { either } from './words'

/** One bad rating, with a supervisor at the counter. */
export async function badlyRated(counter: Counter): Promise<void> {
  const { number } = await acceptedCase(counter, { applicant })
  const watching = new AbortController()
  const events = await fetch(`${counter.url}/resident/ipc/events`, { signal: watching.signal })
  await expect.poll(async () => (await counter.call('resident_state', {})).attached).toBe(true)
  await counter.call('ask_rating', { number })
  const { turn } = await counter.call('resident_state', {})
  const body = JSON.stringify({ turn, level: 'very_dissatisfied', reasons: ['again', 'slow'], words: '来了三趟才办好' })
  const given = await fetch(`${counter.url}/resident/ipc/resident_rated`, { method: 'POST', body })
  expect(given.ok, await given.text()).toBe(true)
  watching.abort()
  await events.body?.cancel().catch(() => undefined)
  await counter.signIn('supervisor')
}

/** The screen of ratings; it has no key of its own. */
export async function ratings({ page }: Clerk): Promise<void> {
  const entry = page.locator('nav.nav .entry').filter({ hasText: either('服务评价', 'Ratings') })
  if (!(await entry.isVisible())) await page.keyboard.press('Alt+m')
  await entry.click()
  await expect(page.locator('.today')).toBeVisible()
}
