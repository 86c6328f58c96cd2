/** The screens of printing: the settings' printers, the shelf of papers, a paper looked at, one that did not come out. */
import { expect } from '@playwright/test'
import type { Clerk } from './clerk'
import type { Counter } from './counter'
import { acceptedCase } from './paperwork'
import { NOWHERE, setUp, sheetPrinter, ticketPrinter } from './printers'
import { accepted, applicant, draftAt, openCase, primary, resume, type Screen } from './screenParts'
import { either } from './words'

export async function openSettings({ page }: Clerk): Promise<void> {
  const entry = page.locator('nav.nav .entry').filter({ hasText: either('设置', 'Settings') })
  if (!(await entry.isVisible())) await page.keyboard.press('Alt+m')
  await entry.click()
  await expect(page.locator('.printers .routes tr.row').first()).toBeVisible()
}

export async function openShelf(clerk: Clerk): Promise<void> {
  await clerk.press('Alt+6')
  await expect(clerk.page.locator('.headline h1')).toBeVisible()
}

const unreachable = (counter: Counter) => setUp(counter, [ticketPrinter(NOWHERE), sheetPrinter(`ipp://${NOWHERE}/printers/sheets`)])

/** A receipt that was saved as a file, so that it can only be made again. */
async function savedReceipt(counter: Counter): Promise<void> {
  const { papers } = await acceptedCase(counter, { applicant })
  for (const { id } of papers) await counter.call('print_paper', { id })
}

export const printingScreens: readonly Screen[] = [
  { name: 'no printers yet', open: openSettings, action: (page) => page.locator('.printers .list .btn').first() },
  {
    name: 'printers that a clerk looks at',
    arrange: unreachable,
    async open(clerk) {
      await openSettings(clerk)
      await expect(clerk.page.locator('.printers .list tr.row')).toHaveCount(2)
    },
    action: (page) => page.locator('.printers .list tr.row').first(),
  },
  {
    name: 'adding a printer',
    role: 'admin',
    async open(clerk) {
      await openSettings(clerk)
      await clerk.press('Insert')
      await expect(clerk.page.locator('#field-printer_name')).toBeVisible()
      await expect(clerk.page.locator('.dialog input:focus')).toBeVisible()
    },
    action: (page) => page.locator('#field-printer_address'),
  },
  {
    name: 'where a document goes',
    role: 'admin',
    arrange: (counter) => setUp(counter, [ticketPrinter(NOWHERE)], 'admin'),
    async open(clerk) {
      await openSettings(clerk)
      await clerk.page.locator('.routes tr.row').first().focus()
      await clerk.press('Enter')
      await expect(clerk.page.locator('.dialog input:focus')).toBeVisible()
    },
    action: (page) => page.locator('.dialog input').first(),
  },
  { name: 'an empty shelf of papers', open: openShelf, action: (page) => page.locator('.list .btn').first() },
  {
    name: 'the shelf of papers',
    arrange: accepted,
    async open(clerk) {
      await openShelf(clerk)
      await expect(clerk.page.locator('tr.row').first()).toBeVisible()
    },
    action: (page) => page.locator('tr.row').first(),
  },
  {
    name: 'a paper looked at',
    arrange: accepted,
    async open(clerk) {
      await openShelf(clerk)
      await expect(clerk.page.locator('tr.row:focus')).toBeVisible()
      await clerk.press('Space')
      await expect(clerk.page.getByRole('dialog').locator('img')).toBeVisible()
    },
    action: primary,
  },
  {
    name: 'why a paper is printed again',
    arrange: savedReceipt,
    async open(clerk) {
      await openCase(clerk)
      await clerk.press('F8')
      await expect(clerk.page.locator('.choice:focus')).toBeVisible()
    },
    action: (page) => page.locator('.choice').first(),
  },
  {
    name: 'a paper that did not come out',
    arrange: async (counter) => {
      await unreachable(counter)
      await draftAt(6)(counter)
    },
    async open(clerk) {
      await resume(clerk)
      await expect(clerk.page.locator('.work .btn.primary')).toBeVisible()
      await clerk.press('F9')
      await expect(clerk.page.locator('.trouble .btn:focus')).toBeVisible()
    },
    action: (page) => page.locator('.trouble .btn').first(),
  },
]
