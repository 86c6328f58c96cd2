/**
 * Every screen of the window and how a person reaches it, without a word of any language, so that
 * the same list serves both languages, all sizes and both themes.
 */
import { expect, type Locator, type Page } from '@playwright/test'
import type { Clerk } from './clerk'
import type { Counter } from './counter'
import { acceptedCase, completeDraft, receivedCase, unsignedCase } from './paperwork'
import { ALLOWANCE, person } from './sample'

export interface Screen {
  name: string
  home?: 'none'
  /** Who is signed in; a clerk unless it says nobody. */
  role?: ''
  /** What lies in the home before the page opens. */
  arrange?: (counter: Counter) => Promise<unknown>
  /** From the first page to this screen. */
  open: (clerk: Clerk) => Promise<void>
  /** What the screen is for: its main button, or the first thing to fill in. */
  action: (page: Page) => Locator
}

/** The official sample guide, which ends its list with a catch-all. */
const LOOSE = '12370100MB9X23006E3372023001000'
const applicant = person('样例𠮷䶮', 1)
const search = (page: Page) => page.locator('#matter-search')
const primary = (page: Page) => page.locator('.btn.primary').last()

/** A complete draft that stands at a step. */
const draftAt = (step: number) => async (counter: Counter) => {
  const draft = await completeDraft(counter, { applicant })
  await counter.call('save_draft', { id: draft.id, content: { ...draft.content, step } })
}

/** A draft of an applicant alone, at a step. */
const barelyBegun = (step: number, answers: Record<string, string> = {}) => async (counter: Counter) => {
  const draft = await counter.call('open_draft', { code: ALLOWANCE, answers })
  await counter.call('save_draft', { id: draft.id, content: { ...draft.content, applicant, step } })
}

async function resume({ page }: Clerk): Promise<void> {
  await page.locator('.drafts .btn').first().click()
  await expect(page.locator('.desk .work').first()).toBeVisible()
}

async function find(clerk: Clerk, text: string): Promise<void> {
  await clerk.lookFor(text)
  await expect(clerk.page.locator('.summary h2')).toBeVisible()
}

/** The second group of the navigation begins with the guides. */
async function guides({ page }: Clerk): Promise<void> {
  await page.locator('nav.nav h2:nth-of-type(2) + .entry').click()
  await expect(page.locator('.hall')).toBeVisible()
}

async function tell(clerk: Clerk): Promise<void> {
  await find(clerk, 'gljt')
  await clerk.press('F4')
  await expect(clerk.page.locator('.question input:focus')).toBeVisible()
}

async function openCase(clerk: Clerk): Promise<void> {
  await clerk.press('F3')
  await expect(clerk.page.locator('tr.row')).toHaveCount(1)
  await clerk.press('ArrowDown')
  await clerk.press('Enter')
  await expect(clerk.page.locator('h1:not(.vh)')).toBeVisible()
}

/** A person with cases under an old and a new number. */
async function twoNumbers(counter: Counter): Promise<void> {
  const { number } = await acceptedCase(counter, { applicant })
  const { operators } = await counter.call('list_operators', {})
  const supervisor = operators.find(({ role }) => role === 'supervisor')?.id ?? ''
  const other = { idKind: 'passport', idNumber: 'E99000001' }
  const leave = { reason: '新旧证件都看过', supervisor, password: 'sample-supervisor' }
  await counter.call('merge_person', { person: { number, agent: false }, other, otherIsNewer: false, ground: 'document_renewed', ...leave })
}

async function openPerson(clerk: Clerk, place = 0): Promise<void> {
  await openCase(clerk)
  await clerk.press('Alt+p')
  await expect(clerk.page.locator('h1:not(.vh)')).toHaveText(applicant.name)
  await clerk.page.locator('[role=tab]').nth(place).click()
}

const accepted = (counter: Counter) => acceptedCase(counter, { applicant })
const received = (counter: Counter) => receivedCase(counter, { applicant })

const tab = (at: number): Pick<Screen, 'open' | 'action'> => ({
  async open(clerk) {
    await openCase(clerk)
    await clerk.page.locator('[role=tab]').nth(at).click()
    await expect(clerk.page.locator('[role=tabpanel]:visible')).toBeVisible()
  },
  action: (page) => page.locator('[role=tab][data-state=active]'),
})

export const screens: readonly Screen[] = [
  { name: 'first run', home: 'none', open: async ({ page }) => expect(primary(page)).toBeVisible(), action: primary },
  { name: 'log-in', role: '', open: async ({ page }) => expect(primary(page)).toBeVisible(), action: primary },
  {
    name: 'the workbench on a quiet morning',
    open: async ({ page }) => expect(page.locator('.tally b').first()).toHaveText('0'),
    action: search,
  },
  {
    name: 'the workbench with work on it',
    arrange: async (counter) => {
      await acceptedCase(counter, { applicant })
      await receivedCase(counter, { applicant: person('样例王秀兰', 2) })
      await draftAt(3)(counter)
    },
    async open({ page }) {
      await expect(page.locator('.drafts .btn')).toBeVisible()
      await expect(page.locator('.papers .btn').first()).toBeVisible()
      await expect(page.locator('tr.row').first()).toBeVisible()
    },
    action: (page) => page.locator('tr.row').first(),
  },
  {
    name: 'a case looked at from the workbench',
    arrange: received,
    async open(clerk) {
      await expect(clerk.page.locator('tr.row')).toHaveCount(1)
      await clerk.press('ArrowDown')
      await clerk.press('Space')
      await expect(clerk.page.getByRole('dialog').locator('dl')).toBeVisible()
    },
    action: (page) => page.getByRole('dialog').locator('.btn.primary'),
  },
  {
    name: 'the search, nothing typed',
    async open(clerk) {
      await clerk.press('F2')
      await expect(clerk.page.locator('#matter-list')).toBeVisible()
    },
    action: search,
  },
  { name: 'the search with results', open: (clerk) => find(clerk, '老年'), action: search },
  {
    name: 'the search, nothing found',
    async open(clerk) {
      await clerk.press('F2')
      await clerk.lookFor('𠮷䶮老来补')
      await expect(clerk.page.locator('.k-empty .btn')).toHaveCount(2)
    },
    action: (page) => page.locator('.k-empty .btn').first(),
  },
  {
    name: 'the search, words in hand',
    async open(clerk) {
      await clerk.press('F2')
      await clerk.lookFor('𠮷䶮老来补')
      await expect(clerk.page.locator('.k-empty .btn')).toHaveCount(2)
      await clerk.press('Alt+s')
      await clerk.lookFor('gljt')
      await clerk.press('Control+2')
      await expect(clerk.page.locator('.chip.on')).toBeVisible()
      await expect(clerk.page.locator('.aliases input')).toBeVisible()
    },
    action: search,
  },
  {
    name: 'a guide',
    async open(clerk) {
      await find(clerk, 'gljt')
      await clerk.press('ArrowDown')
      await clerk.press('Space')
      await expect(clerk.page.locator('table.materials')).toBeVisible()
    },
    action: primary,
  },
  {
    name: 'a guide with a catch-all, being kept',
    async open(clerk) {
      await find(clerk, LOOSE)
      await clerk.press('ArrowDown')
      await clerk.press('Space')
      await clerk.page.locator('#guide-findings .btn').click()
      await expect(clerk.page.locator('#field-password')).toBeVisible()
    },
    action: (page) => page.locator('.dialog input').first(),
  },
  {
    name: 'the guides, and those for the hall',
    async open(clerk) {
      await guides(clerk)
      await expect(clerk.page.locator('#matter-list')).toBeVisible()
    },
    action: search,
  },
  {
    name: 'guides for the hall, being chosen',
    async open(clerk) {
      await guides(clerk)
      await clerk.page.locator('.hall .btn').first().click()
      await expect(clerk.page.locator('.dialog select')).toBeVisible()
    },
    action: (page) => page.locator('.dialog select'),
  },
  {
    name: 'a notice, asking',
    open: tell,
    action: (page) => page.locator('.question input').first(),
  },
  {
    name: 'a notice, everything asked',
    async open(clerk) {
      await tell(clerk)
      for (const digit of '1144') await clerk.press(digit)
      await expect(clerk.page.locator('.question input:checked')).toHaveCount(4)
    },
    action: (page) => page.locator('.verdict .btn.primary'),
  },
  {
    name: 'a notice, ruled out',
    async open(clerk) {
      await tell(clerk)
      await clerk.press('2')
      await expect(clerk.page.locator('.instead')).toBeVisible()
    },
    action: (page) => page.locator('.verdict .btn.primary'),
  },
  {
    name: 'the search for a notice',
    async open(clerk) {
      await clerk.press('F4')
      await expect(clerk.page.locator('#matter-list')).toBeVisible()
    },
    action: search,
  },
  { name: 'intake, nobody yet', arrange: (counter) => counter.call('open_draft', { code: ALLOWANCE, answers: {} }), open: resume, action: (page) => page.locator('.work .btn.primary') },
  { name: 'intake, a person typed', arrange: barelyBegun(1), open: resume, action: (page) => page.locator('.work input, .work select').first() },
  { name: 'intake, the form with gaps', arrange: barelyBegun(2), open: resume, action: (page) => page.locator('.work input').first() },
  {
    name: 'intake, the form with problems',
    arrange: barelyBegun(2),
    async open(clerk) {
      await resume(clerk)
      await clerk.press('Control+Enter')
      await expect(clerk.page.locator('.k-summary')).toBeFocused()
    },
    action: (page) => page.locator('.k-summary button').first(),
  },
  { name: 'intake, materials', arrange: barelyBegun(3, { who: 'agent' }), open: resume, action: (page) => page.locator('.insp .way').first() },
  { name: 'intake, the summary', arrange: draftAt(4), open: resume, action: (page) => page.locator('.work .btn.primary') },
  { name: 'intake, signing', arrange: draftAt(5), open: resume, action: (page) => page.locator('.work .btn').first() },
  { name: 'intake, deciding', arrange: draftAt(6), open: resume, action: (page) => page.locator('.work .btn.primary') },
  {
    name: 'intake, one notice',
    arrange: barelyBegun(3),
    async open(clerk) {
      await resume(clerk)
      await clerk.press('F8')
      await expect(clerk.page.locator('.items')).toBeVisible()
    },
    action: (page) => page.locator('.items input').first(),
  },
  {
    name: 'a correction, something off the list',
    arrange: received,
    async open(clerk) {
      await openCase(clerk)
      await clerk.press('2')
      await clerk.page.locator('#field-correction_besides').fill('无违法犯罪记录证明')
      await clerk.press('Enter')
      await expect(clerk.page.getByRole('alert')).toBeVisible()
    },
    action: (page) => page.getByRole('alert').locator('.btn'),
  },
  { name: 'intake, ruled out', arrange: barelyBegun(1, { age: 'no' }), open: resume, action: (page) => page.locator('.work .btn').first() },
  {
    name: 'the confirmation',
    arrange: draftAt(6),
    async open(clerk) {
      await resume(clerk)
      await expect(clerk.page.locator('.work .btn.primary')).toBeVisible()
      await clerk.press('F9')
      await expect(clerk.page.locator('.whole')).toBeVisible()
    },
    action: primary,
  },
  {
    name: 'the cases',
    arrange: accepted,
    async open(clerk) {
      await clerk.press('F3')
      await expect(clerk.page.locator('tr.row')).toHaveCount(1)
    },
    action: (page) => page.locator('tr.row').first(),
  },
  { name: 'a case, its form', arrange: received, open: openCase, action: primary },
  { name: 'a case, its materials', arrange: accepted, ...tab(1) },
  { name: 'a case, its papers', arrange: accepted, ...tab(2) },
  { name: 'a case, its trail', arrange: accepted, ...tab(3) },
  {
    name: 'somebody who was here before',
    arrange: accepted,
    async open(clerk) {
      await clerk.lookFor('gljt')
      await clerk.press('Enter')
      await expect(clerk.page.locator('.desk .work').first()).toBeVisible()
      await clerk.press('3')
      await expect(clerk.page.getByRole('dialog').locator('input:focus')).toBeVisible()
      await clerk.page.keyboard.type(applicant.idNumber.slice(-4))
      await expect(clerk.page.getByRole('dialog').locator('tr.row')).toHaveCount(1)
    },
    action: (page) => page.getByRole('dialog').locator('tr.row'),
  },
  { name: 'a person, their cases', arrange: accepted, open: openPerson, action: (page) => page.locator('[role=tab][data-state=active]') },
  { name: 'a person, their materials', arrange: accepted, open: (clerk) => openPerson(clerk, 1), action: (page) => page.locator('[role=tab][data-state=active]') },
  { name: 'a person, their numbers', arrange: twoNumbers, open: (clerk) => openPerson(clerk, 3), action: (page) => page.locator('[role=tab][data-state=active]') },
  {
    name: 'another number of a person',
    arrange: accepted,
    async open(clerk) {
      await openPerson(clerk)
      await clerk.press('1')
      await expect(clerk.page.getByRole('dialog').locator('input:focus')).toBeVisible()
    },
    action: (page) => page.getByRole('dialog').locator('input[type=text]').first(),
  },
  {
    name: 'signing for a received case',
    arrange: (counter) => unsignedCase(counter, { applicant }),
    async open(clerk) {
      await openCase(clerk)
      await clerk.press('1')
      await expect(clerk.page.locator('.papers li')).toHaveCount(1)
    },
    action: (page) => page.locator('.papers .btn.primary'),
  },
  {
    name: 'refusing a case',
    arrange: received,
    async open(clerk) {
      await openCase(clerk)
      await clerk.press('3')
      await expect(clerk.page.locator('.btn.danger')).toBeVisible()
    },
    action: (page) => page.locator('.btn.danger'),
  },
  {
    name: 'the sync centre',
    arrange: accepted,
    async open(clerk) {
      await clerk.light.click()
      await expect(clerk.page.locator('tr.row')).toHaveCount(1)
    },
    action: (page) => page.locator('tr.row').first(),
  },
  {
    name: 'the keys of a screen',
    async open(clerk) {
      await clerk.press('F1')
      await expect(clerk.page.getByRole('dialog')).toBeVisible()
    },
    action: (page) => page.getByRole('dialog').getByRole('button').first(),
  },
  {
    name: 'the palette',
    async open(clerk) {
      await clerk.press('Control+k')
      await expect(clerk.page.getByRole('dialog')).toBeVisible()
    },
    action: (page) => page.getByRole('dialog').getByRole('combobox').or(page.getByRole('dialog').getByRole('textbox')).first(),
  },
]
