/** C11 and H02: what waits to be fetched, handing it over by each way, mandates. */
import { expect } from '@playwright/test'
import type { Centre } from './centre'
import type { Clerk } from './clerk'
import type { Counter } from './counter'
import { acceptedCase } from './paperwork'
import { idNumber, person } from './sample'
import { type Screen, applicant, openPerson, primary } from './screenParts'

/** A case decided in favour, with a certificate that has a number. */
export async function granted(counter: Counter, centre: Centre, who = applicant): Promise<string> {
  const { number } = await acceptedCase(counter, { applicant: who })
  await reaches(counter, number, 'dispatched')
  await centre.says(number, 'result', '--decision', 'granted', '--document', '样例优待证|证照|样例〔2026〕0012 号|2031-11-22')
  await reaches(counter, number, 'granted')
  return number
}

/** Exchanges with the platform until a case stands where it should. */
async function reaches(counter: Counter, number: string, state: string): Promise<void> {
  const stands = async () => {
    await report(counter)
    return (await counter.call('show_case', { number })).row.state
  }
  await expect.poll(stands).toBe(state)
}

/** Today in China. */
export const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

/** Sends what there is and takes the answers. */
export async function report(counter: Counter): Promise<void> {
  await counter.call('sync_now', {})
  await expect.poll(async () => (await counter.call('app_status', {})).sync.waiting).toBe(0)
  await counter.call('sync_now', {})
}

const ready = async (counter: Counter, centre: Centre): Promise<void> => {
  await centre.start()
  const number = await granted(counter, centre)
  const { results } = await counter.call('show_case', { number })
  await counter.call('register_result', { number, documents: results.map(({ id }) => id), kept: '2' })
}

/** The entry before the second heading of the navigation. */
export async function openDelivery({ page }: Clerk): Promise<void> {
  await page.locator('nav.nav .entry:has(+ h2)').nth(1).click()
  await expect(page.locator('#field-delivery_search')).toBeFocused()
}

async function openDesk(clerk: Clerk, way?: number): Promise<void> {
  await openDelivery(clerk)
  await expect(clerk.page.locator('tr.row')).toHaveCount(1)
  await clerk.press('ArrowDown')
  await clerk.press('Enter')
  await expect(clerk.page.locator('input[type=radio]:focus')).toBeVisible()
  if (way !== undefined) await clerk.press(String(way))
}

const mandated: Screen['arrange'] = async (counter) => {
  const { number } = await acceptedCase(counter, { applicant })
  const { latest } = await counter.call('list_mandates', { number, agent: false })
  const agent = { ...person('样例受托', 5), idNumber: idNumber('19700103', 5) }
  const terms = { agent, relation: '长子', scope: ['submit', 'collect'], matters: [], from: today(), until: latest, witness: '', booklet: null }
  await counter.call('give_mandate', { person: { number, agent: false }, terms, paper: null, how: 'on_paper', files: [], readAloud: false })
}

async function openMandates(clerk: Clerk): Promise<void> {
  await openPerson(clerk, 2)
  await expect(clerk.page.locator('.bar .btn')).toBeVisible()
}

export const deliveryScreens: readonly Screen[] = [
  { name: 'nothing to be collected', open: openDelivery, action: (page) => page.locator('#field-delivery_search') },
  {
    name: 'what waits to be collected',
    arrange: ready,
    async open(clerk) {
      await openDelivery(clerk)
      await expect(clerk.page.locator('tr.row')).toHaveCount(1)
    },
    action: (page) => page.locator('tr.row').first(),
  },
  { name: 'handing over', arrange: ready, open: (clerk) => openDesk(clerk), action: primary },
  { name: 'giving to the post', arrange: ready, open: (clerk) => openDesk(clerk, 3), action: primary },
  { name: 'leaving it before a witness', arrange: ready, open: (clerk) => openDesk(clerk, 6), action: primary },
  { name: 'a person, their mandates', arrange: mandated, open: openMandates, action: (page) => page.locator('tr.row').first() },
  {
    name: 'a new mandate',
    arrange: mandated,
    async open(clerk) {
      await openMandates(clerk)
      await clerk.page.locator('.bar .btn').click()
      await expect(clerk.page.getByRole('dialog').locator('input:focus')).toBeVisible()
    },
    action: (page) => page.getByRole('dialog').locator('input[type=text]').first(),
  },
  {
    name: 'a new mandate without an identity card',
    arrange: mandated,
    async open(clerk) {
      await openMandates(clerk)
      await clerk.page.locator('.bar .btn').click()
      await expect(clerk.page.getByRole('dialog').locator('input:focus')).toBeVisible()
      await clerk.page.getByRole('dialog').locator('#field-identity input').nth(1).check()
      await expect(clerk.page.locator('#field-booklet_idNumber')).toBeVisible()
    },
    action: (page) => page.locator('#field-booklet_idNumber'),
  },
]
