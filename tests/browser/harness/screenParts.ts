/** What the screens of the window have in common: how each is described, reached and furnished. */
import { expect, type Locator, type Page } from '@playwright/test'
import type { PersonInput } from '../../../ui/src/ipc/bindings'
import type { Centre } from './centre'
import type { Clerk } from './clerk'
import type { Counter } from './counter'
import { acceptedCase, completeDraft, receivedCase } from './paperwork'
import { ALLOWANCE, person } from './sample'

export interface Screen {
  name: string
  home?: 'none'
  /** Who is signed in, a clerk unless it says so; empty for nobody. */
  role?: 'admin' | 'supervisor' | ''
  /** What lies in the home before the page opens. */
  arrange?: (counter: Counter, centre: Centre) => Promise<unknown>
  /** From the first page to this screen. */
  open: (clerk: Clerk) => Promise<void>
  /** What the screen is for: its main button, or the first thing to fill in. */
  action: (page: Page) => Locator
}

/** The official sample guide, which ends its list with a catch-all. */
export const LOOSE = '12370100MB9X23006E3372023001000'
export const applicant = person('样例𠮷䶮', 1)
export const search = (page: Page) => page.locator('#matter-search')
export const primary = (page: Page) => page.locator('.btn.primary').last()

/** A complete draft that stands at a step. */
export const draftAt = (step: number) => async (counter: Counter) => {
  const draft = await completeDraft(counter, { applicant })
  await counter.call('save_draft', { id: draft.id, content: { ...draft.content, step } })
}

/** A draft of an applicant alone, at a step. */
export const barelyBegun = (step: number, answers: Record<string, string> = {}, who: PersonInput = applicant) => async (counter: Counter) => {
  const draft = await counter.call('open_draft', { code: ALLOWANCE, answers })
  await counter.call('save_draft', { id: draft.id, content: { ...draft.content, applicant: who, step } })
}

export async function resume({ page }: Clerk): Promise<void> {
  await page.locator('.drafts .btn').first().click()
  await expect(page.locator('.desk .work').first()).toBeVisible()
}

export async function find(clerk: Clerk, text: string): Promise<void> {
  await clerk.lookFor(text)
  await expect(clerk.page.locator('.summary h2')).toBeVisible()
}

/** The second group of the navigation begins with the guides. */
export async function guides({ page }: Clerk): Promise<void> {
  await page.locator('nav.nav h2:nth-of-type(2) + .entry').click()
  await expect(page.locator('.hall')).toBeVisible()
}

export async function tell(clerk: Clerk): Promise<void> {
  await find(clerk, 'gljt')
  await clerk.press('F4')
  await expect(clerk.page.locator('.question input:focus')).toBeVisible()
}

export async function openCase(clerk: Clerk): Promise<void> {
  await clerk.press('F3')
  await expect(clerk.page.locator('tr.row')).toHaveCount(1)
  await clerk.press('ArrowDown')
  await clerk.press('Enter')
  await expect(clerk.page.locator('h1:not(.vh)')).toBeVisible()
}

/** A person with cases under an old and a new number. */
export async function twoNumbers(counter: Counter): Promise<void> {
  const { number } = await acceptedCase(counter, { applicant })
  const { operators } = await counter.call('list_operators', {})
  const supervisor = operators.find(({ role }) => role === 'supervisor')?.id ?? ''
  const other = { idKind: 'passport', idNumber: 'E99000001' }
  const leave = { reason: '新旧证件都看过', supervisor, password: 'sample-supervisor' }
  await counter.call('merge_person', { person: { number, agent: false }, other, otherIsNewer: false, ground: 'document_renewed', ...leave })
}

export async function openPerson(clerk: Clerk, place = 0): Promise<void> {
  await openCase(clerk)
  await clerk.press('Alt+p')
  await expect(clerk.page.locator('h1:not(.vh)')).toHaveText(applicant.name)
  await clerk.page.locator('[role=tab]').nth(place).click()
}

export const accepted = (counter: Counter) => acceptedCase(counter, { applicant })
export const received = (counter: Counter) => receivedCase(counter, { applicant })

export const tab = (at: number): Pick<Screen, 'open' | 'action'> => ({
  async open(clerk) {
    await openCase(clerk)
    await clerk.page.locator('[role=tab]').nth(at).click()
    await expect(clerk.page.locator('[role=tabpanel]:visible')).toBeVisible()
  },
  action: (page) => page.locator('[role=tab][data-state=active]'),
})
