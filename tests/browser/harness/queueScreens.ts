/** C13 and the hours of service: nobody there, a line with everything in it, booking, asking why, changing the hours. */
import { expect, type Page } from '@playwright/test'
import type { SetServiceHours } from '../../../ui/src/ipc/bindings'
import type { Clerk } from './clerk'
import type { Counter } from './counter'
import type { Screen } from './screenParts'

/** Open every day from morning to night, three lines. */
const OPEN: SetServiceHours = {
  week: Array.from({ length: 7 }, () => ({ spans: ['08:00–12:00', '13:00–20:00'] })),
  special: [{ date: '2027-01-01', spans: [], note: '样例休息' }],
  places: 8,
  businesses: [{ letter: 'A', name: '综合' }, { letter: 'B', name: '社会保障' }, { letter: 'C', name: '医疗保障' }],
}

/** Sets the hours as whoever may, and signs the clerk in again. */
export async function setHours(counter: Counter, hours: Partial<SetServiceHours> = {}, role = 'clerk'): Promise<void> {
  await counter.signIn('supervisor')
  await counter.call('set_service_hours', { ...OPEN, ...hours })
  await counter.signIn(role)
}

export const takeTicket = (counter: Counter, business = 'A', priority = '') => counter.call('take_ticket', { business, priority, booking: '' })

/** Somebody at the window who does not come, two who wait, one put aside, one who missed it; a booking for tomorrow. */
async function line(counter: Counter): Promise<void> {
  await setHours(counter)
  for (const business of 'AABAB') await takeTicket(counter, business)
  await takeTicket(counter, 'A', 'age')
  await counter.call('call_next', {})
  await counter.call('hold_ticket', {})
  await counter.call('call_next', {})
  await counter.call('miss_ticket', {})
  for (const call of ['call_next', 'call_again', 'call_again'] as const) await counter.call(call, {})
  const { days } = await counter.call('show_bookings', { from: '' })
  await counter.call('add_booking', { day: days[1]?.date ?? '', at: '10:30', name: '样例赵玉梅', phone: '13800006120', business: 'B', about: '社保卡补办' })
}

/** The same, and the last two of those who waited called before the others. */
async function outOfTurn(counter: Counter): Promise<void> {
  await line(counter)
  for (const reason of ['带着病人，站不住', '要赶末班车']) {
    const { waiting } = await counter.call('queue_board', {})
    await counter.call('call_ticket', { id: waiting.at(-1)?.id ?? '', reason })
  }
  await counter.signIn('supervisor')
}

/** From the queue to the calls out of order, the one button above it. */
async function openOverrides(clerk: Clerk): Promise<void> {
  await openQueue(clerk)
  await clerk.page.locator('.top .btn').click()
  await expect(clerk.page.locator('#field-overrides_day')).toBeVisible()
}

/** Opens the page by its entry. */
export async function openQueue({ page }: Clerk): Promise<void> {
  const entry = page.locator('nav.nav .entry').filter({ hasText: /^(预约叫号|Bookings and queue)/ })
  if (!(await entry.isVisible())) await page.keyboard.press('Alt+m')
  await entry.click()
  await expect(page.locator('.day').first()).toBeVisible()
}

async function openLine(clerk: Clerk): Promise<void> {
  await openQueue(clerk)
  await expect(clerk.page.locator('.line tr.row').first()).toBeVisible()
}

export async function openHours({ page }: Clerk): Promise<void> {
  const entry = page.locator('nav.nav .entry').last()
  if (!(await entry.isVisible())) await page.keyboard.press('Alt+m')
  await entry.click()
  await page.locator('[role=tab]').nth(1).click()
  await expect(page.locator('#field-hours_week_0')).toBeVisible()
}

const field = (page: Page) => page.getByRole('dialog').locator('input[type=text]').first()

export const queueScreens: readonly Screen[] = [
  { name: 'nobody waits', open: openQueue, action: (page) => page.locator('.now .btn.primary') },
  {
    name: 'a line, and tomorrow’s bookings',
    arrange: line,
    async open(clerk) {
      await openLine(clerk)
      await clerk.press('ArrowRight')
      await expect(clerk.page.locator('.book tr.row')).toHaveCount(1)
    },
    action: (page) => page.locator('.line tr.row').first(),
  },
  {
    name: 'the workbench while somebody is at the window',
    arrange: line,
    open: async ({ page }) => expect(page.locator('.queue b')).toHaveCount(2),
    action: (page) => page.locator('.queue .btn'),
  },
  {
    name: 'calling out of order',
    arrange: line,
    async open(clerk) {
      await openLine(clerk)
      await clerk.page.locator('.line tr.row').nth(1).click()
      await clerk.press('Enter')
      await expect(clerk.page.locator('#field-ask_words')).toBeFocused()
    },
    action: field,
  },
  {
    name: 'adding a booking',
    arrange: line,
    async open(clerk) {
      await openLine(clerk)
      await clerk.press('ArrowRight')
      await clerk.press('+')
      await expect(clerk.page.locator('#field-booking_name')).toBeFocused()
    },
    action: (page) => page.locator('#field-booking_name'),
  },
  {
    name: 'a ticket nobody here was given',
    arrange: line,
    async open(clerk) {
      await clerk.press('F2')
      await expect(clerk.page.locator('#matter-search')).toBeFocused()
      await clerk.type('A050')
      await clerk.press('Enter')
      await expect(clerk.page.getByRole('alert')).toBeVisible()
    },
    action: (page) => page.locator('.now .btn.primary'),
  },
  {
    name: 'the calls out of order of a day',
    role: 'supervisor',
    arrange: outOfTurn,
    async open(clerk) {
      await openOverrides(clerk)
      await expect(clerk.page.locator('tr.row')).toHaveCount(2)
    },
    action: (page) => page.locator('#field-overrides_day'),
  },
  { name: 'a day without calls out of order', role: 'supervisor', open: openOverrides, action: (page) => page.locator('#field-overrides_day') },
  { name: 'the hours, looked at', arrange: (counter) => setHours(counter), open: openHours, action: (page) => page.locator('[role=tab][data-state=active]') },
  {
    name: 'the hours, being changed',
    role: 'admin',
    arrange: (counter) => setHours(counter, {}, 'admin'),
    async open(clerk) {
      await openHours(clerk)
      await clerk.page.locator('#field-hours_week_6').fill('9')
      await clerk.press('Control+s')
      await expect(clerk.page.locator('#field-hours_week_6')).toBeFocused()
    },
    action: (page) => page.locator('#field-hours_week_6'),
  },
]
