/**
 * Every screen of the window and how a person reaches it, without a word of any language, so that
 * the same list serves both languages, all sizes and both themes.
 */
import { expect } from '@playwright/test'
import { caseScreens } from './caseScreens'
import { characterScreens } from './characterScreens'
import { chainScreens } from './chainScreens'
import { correctionScreens } from './correctionScreens'
import { counterScreens } from './counterScreens'
import { deliveryScreens } from './deliveryScreens'
import { acceptedCase, receivedCase } from './paperwork'
import { ALLOWANCE, person } from './sample'
import { printingScreens } from './printingScreens'
import { queueScreens } from './queueScreens'
import { type Screen, LOOSE, applicant, search, primary, draftAt, barelyBegun, resume, find, guides, tell, openCase, received } from './screenParts'

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
      await expect(page.locator('.papers li .btn').first()).toBeVisible()
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
      await expect(clerk.page.locator('.k-empty .btn')).toHaveCount(3)
    },
    action: (page) => page.locator('.k-empty .btn').first(),
  },
  {
    name: 'the search, words in hand',
    async open(clerk) {
      await clerk.press('F2')
      await clerk.lookFor('𠮷䶮老来补')
      await expect(clerk.page.locator('.k-empty .btn')).toHaveCount(3)
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
  ...caseScreens,
  ...counterScreens,
  ...chainScreens,
  ...characterScreens,
  ...correctionScreens,
  ...deliveryScreens,
  ...printingScreens,
  ...queueScreens,
]
