/** C10, and what is done on a case's page after it was received. */
import { expect } from '@playwright/test'
import type { Clerk } from './clerk'
import { leftUnsigned, toldCase, unansweredCase, unsignedDraft } from './paperwork'
import { either } from './words'
import { type Screen, applicant, openCase, received, resume } from './screenParts'

export async function openCorrections(clerk: Clerk): Promise<void> {
  await clerk.page.getByRole('navigation').getByRole('button', { name: either('补正', 'Corrections') }).click()
  await expect(clerk.page.locator('.verbs .btn').first()).toBeVisible()
}

/** Opens the editor of a verb by its button. */
const verb = (...names: readonly string[]) => async (clerk: Clerk) => {
  await openCase(clerk)
  await clerk.page.locator('.line').getByRole('button', { name: either(...names) }).click()
  await expect(clerk.page.locator('[data-start]').first()).toBeVisible()
}

const left: Screen['arrange'] = (counter) => leftUnsigned(counter, { applicant })
const told: Screen['arrange'] = (counter) => toldCase(counter, { applicant })

export const correctionScreens: readonly Screen[] = [
  { name: 'what is waited for, nothing', open: openCorrections, action: (page) => page.locator('.verbs .btn').first() },
  { name: 'what is waited for', arrange: told, open: openCorrections, action: (page) => page.locator('tr.row').first() },
  { name: 'a case that waits', arrange: told, open: openCase, action: (page) => page.locator('.line .btn').first() },
  { name: 'taking in what came', arrange: told, open: verb('收补正材料', 'Take in what came'), action: (page) => page.locator('.owed input').first() },
  { name: 'answering what was left open', arrange: (counter) => unansweredCase(counter, applicant), open: verb('收补正材料', 'Take in what came'), action: (page) => page.locator('.questions input').first() },
  { name: 'papers left unsigned', arrange: left, open: openCorrections, action: (page) => page.locator('tr.row').first() },
  { name: 'signing what was left unsigned', arrange: left, open: verb('补签', 'Sign what was left'), action: (page) => page.locator('.papers .btn.primary') },
  {
    name: 'leaving a paper unsigned',
    arrange: (counter) => unsignedDraft(counter, { applicant }),
    async open(clerk) {
      await resume(clerk)
      await expect(clerk.page.locator('.papers li')).toHaveCount(1)
      await clerk.press('Alt+t')
      await expect(clerk.page.locator('.papers input:focus')).toBeVisible()
    },
    action: (page) => page.locator('.papers .skip input').first(),
  },
  { name: 'noting a call', arrange: told, open: verb('打电话并记录', 'Call and note it'), action: (page) => page.locator('.form input').first() },
  { name: 'moving the day', arrange: told, open: verb('延期（一次）', 'Move the day'), action: (page) => page.locator('.form input').first() },
  { name: 'withdrawing a case', arrange: received, open: verb('撤回', 'Withdraw'), action: (page) => page.locator('.form input').first() },
  { name: 'putting a case right', arrange: received, open: verb('更正', 'Put right'), action: (page) => page.locator('.form select').first() },
  { name: 'voiding a case', arrange: received, open: verb('作废', 'Void'), action: (page) => page.locator('.form input').first() },
]
