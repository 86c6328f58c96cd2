/** The screens of what happens at the counter around cases: slips, enquiries, visits, sending on. */
import { expect } from '@playwright/test'
import type { Clerk } from './clerk'
import type { Counter } from './counter'
import { completeDraft } from './paperwork'
import { accepted, applicant, barelyBegun, draftAt, openCase, openPerson, primary, resume, type Screen } from './screenParts'

const ENTRIES = { slip: /^(补录|Slips)$/, enquiry: /^(首问|Enquiries)$/ } as const
const open = (screen: keyof typeof ENTRIES) => async ({ page }: Clerk) => {
  const entry = page.locator('nav.nav .entry').filter({ hasText: ENTRIES[screen] })
  if (!(await entry.isVisible())) await page.keyboard.press('Alt+m')
  await entry.click()
  await expect(page.locator(screen === 'slip' ? '.print input' : '.head .btn.primary')).toBeVisible()
}

/** The smallest picture there is. */
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

export const printSlips = (counter: Counter) => counter.call('print_slips', { count: 3 })
export const enquire = (counter: Counter) => counter.call('open_enquiry', { text: '老年证到哪里换', matter: '', name: '样例群众', phone: '13800006120' })

/** A case of today that was taken on a slip and goes by the green lane. */
export async function slipCase(counter: Counter): Promise<string> {
  await printSlips(counter)
  const [slip] = (await counter.call('list_slips', {})).rows
  const draft = await completeDraft(counter, { applicant })
  const view = await counter.call('take_slip', { draft: draft.id, number: slip?.number ?? '', on: slip?.printedOn ?? '', reason: '', supervisor: '', password: '' })
  const page = await counter.addPage(draft.id, '编号单.png', PICTURE)
  const taken = view.content.slip && { ...view.content.slip, why: 'no_power', files: [page] }
  await counter.call('save_draft', { id: draft.id, content: { ...view.content, slip: taken, greenLane: { why: 'elder', words: '' } } })
  return (await counter.call('receive_case', { draft: draft.id })).number
}

export const counterScreens: readonly Screen[] = [
  { name: 'no slips yet', open: open('slip'), action: (page) => page.locator('.print .btn.primary') },
  {
    name: 'slips printed ahead',
    arrange: printSlips,
    async open(clerk) {
      await open('slip')(clerk)
      await expect(clerk.page.locator('tr.row')).toHaveCount(3)
    },
    action: (page) => page.locator('tr.row').first(),
  },
  {
    name: 'intake from a slip',
    arrange: async (counter) => {
      await printSlips(counter)
      await barelyBegun(1)(counter)
    },
    async open(clerk) {
      await resume(clerk)
      await clerk.press('Alt+b')
      await expect(clerk.page.locator('#field-slip_on')).toBeFocused()
    },
    action: (page) => page.locator('#field-slip_on'),
  },
  { name: 'no enquiries yet', open: open('enquiry'), action: primary },
  {
    name: 'an enquiry in hand',
    arrange: enquire,
    async open(clerk) {
      await open('enquiry')(clerk)
      await expect(clerk.page.locator('.one .actions')).toBeVisible()
      await clerk.press('1')
      await expect(clerk.page.locator('.move textarea')).toBeVisible()
    },
    action: (page) => page.locator('.move textarea'),
  },
  {
    name: 'keeping an enquiry',
    async open(clerk) {
      await open('enquiry')(clerk)
      await clerk.press('Alt+q')
      await expect(clerk.page.getByRole('dialog').locator('input:focus')).toBeVisible()
    },
    action: (page) => page.getByRole('dialog').locator('input').first(),
  },
  {
    name: 'sending a case on',
    arrange: draftAt(6),
    async open(clerk) {
      await resume(clerk)
      await expect(clerk.page.locator('.work .btn.primary')).toBeVisible()
      await clerk.press('5')
      await expect(clerk.page.locator('#field-forward_to')).toBeVisible()
    },
    action: (page) => page.locator('#field-forward_to'),
  },
  { name: 'a case taken on a slip', arrange: slipCase, open: openCase, action: primary },
  { name: 'a person, their visits', arrange: accepted, open: (clerk) => openPerson(clerk, 4), action: (page) => page.locator('[role=tab][data-state=active]') },
]
