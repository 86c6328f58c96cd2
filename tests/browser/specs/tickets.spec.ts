/** C13: tickets on paper again, found by their code, and called out of order. */
import type { Page } from '@playwright/test'
import { openQueue, takeTicket } from '../harness/queueScreens'
import { expect, test } from '../harness/test'

const row = (page: Page, number: string) => page.locator('.line tr.row').filter({ hasText: number })
const line = (page: Page) => page.locator('.line tr.row td:first-child')

test('a lost ticket is printed again with its number, and its code leads to its row from every search', async ({ clerk, page, counter }) => {
  for (let count = 0; count < 3; count += 1) await takeTicket(counter)
  await clerk.reload()
  await openQueue(clerk)
  await row(page, 'A002').click()
  await expect(page.getByRole('button', { name: /补打 A002 的号票/ })).toBeVisible()
  await clerk.press('p')
  await expect(page.getByRole('dialog', { name: /为什么补打《排队号票》/ })).toBeVisible()
  await clerk.press('1')
  await expect(page.getByText('第 2 次打印')).toBeVisible()
  await expect(line(page)).toHaveText(['A001', 'A002', 'A003'])

  await clerk.press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  await clerk.type('a003')
  await expect(page.getByRole('option', { name: /号票.*A003/ })).toBeVisible()
  await clerk.press('Enter')
  await expect(row(page, 'A003')).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('button', { name: /补打 A003 的号票/ })).toBeVisible()

  await clerk.press('F2')
  await expect(page.getByLabel('办什么')).toBeFocused()
  await clerk.type('A050')
  await clerk.press('Enter')
  await expect(page.getByText('本机今天没有取过 A050。')).toBeVisible()
  await clerk.press('F2')
  await expect(page.getByLabel('办什么')).toBeFocused()
  await clerk.type('LY99-20261123-A001-0')
  await clerk.press('Enter')
  await expect(page.getByText(/输得不对|是别的机器/)).toBeVisible()
})

test.describe('a supervisor', () => {
  test.use({ role: 'supervisor' })

  test('looks through the calls out of order, and finds none on a quiet day', async ({ clerk, page, counter }) => {
    await openQueue(clerk)
    await page.getByRole('button', { name: '越序叫号记录' }).click()
    await expect(page.getByText('这天没有越序叫号。')).toBeVisible()
    await clerk.press('Escape')
    for (let count = 0; count < 3; count += 1) await takeTicket(counter)
    const { waiting } = await counter.call('queue_board', {})
    await counter.call('call_ticket', { id: waiting[2]?.id ?? '', reason: '带着病人' })
    await page.getByRole('button', { name: '越序叫号记录' }).click()
    await expect(page.locator('tr.row')).toHaveText(/A003.*2 人.*带着病人.*样例负责人/)
  })
})
