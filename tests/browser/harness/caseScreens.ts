/** The screens of cases and people, and those that lie over every other. */
import { expect } from '@playwright/test'
import { closedCase, unsignedCase } from './paperwork'
import { badlyRated, ratings } from './rated'
import { type Screen, applicant, primary, openCase, twoNumbers, openPerson, accepted, received, tab } from './screenParts'

export const caseScreens: readonly Screen[] = [
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
  { name: 'a case, its dealings', arrange: accepted, ...tab(3) },
  { name: 'a case, its trail', arrange: accepted, ...tab(4) },
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
    name: 'taking a case over to another system',
    arrange: accepted,
    async open(clerk) {
      await openCase(clerk)
      await clerk.page.locator('.facts .files .btn').nth(-2).click()
      await expect(clerk.page.getByRole('dialog').locator('.row').first()).toBeFocused()
    },
    action: (page) => page.getByRole('dialog').locator('.row[aria-current="true"]'),
  },
  {
    name: 'a table for a department',
    arrange: accepted,
    async open(clerk) {
      await openCase(clerk)
      await clerk.page.locator('.facts .files .btn').last().click()
      await expect(clerk.page.getByRole('dialog').locator('.btn.primary')).toBeVisible()
    },
    action: (page) => page.getByRole('dialog').locator('.btn.primary'),
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
    name: 'writing the package of a closed file',
    arrange: (counter) => closedCase(counter, { applicant }),
    async open(clerk) {
      await openCase(clerk)
      await clerk.press('1')
      await expect(clerk.page.locator('.btn.primary:focus')).toBeVisible()
    },
    action: primary,
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
    name: 'the ratings of a quiet morning',
    async open(clerk) {
      await ratings(clerk)
      await expect(clerk.page.locator('.k-empty')).toBeVisible()
    },
    action: (page) => page.locator('nav.nav .entry[aria-current]'),
  },
  {
    name: 'bad ratings to call back about',
    arrange: badlyRated,
    async open(clerk) {
      await ratings(clerk)
      await expect(clerk.page.locator('tr.row')).toHaveCount(1)
    },
    action: (page) => page.locator('tr.row').first(),
  },
  {
    name: 'a paper form of a rating',
    arrange: badlyRated,
    async open(clerk) {
      await ratings(clerk)
      await expect(clerk.page.locator('tr.row')).toHaveCount(1)
      await clerk.press('3')
      await expect(clerk.page.getByRole('dialog')).toBeVisible()
    },
    action: (page) => page.getByRole('dialog').getByRole('button').last(),
  },
  {
    name: 'the news',
    async open(clerk) {
      await clerk.press('Control+j')
      await expect(clerk.page.getByRole('dialog')).toBeVisible()
    },
    action: (page) => page.getByRole('dialog').getByRole('button').first(),
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
