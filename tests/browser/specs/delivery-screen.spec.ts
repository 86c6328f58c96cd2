/** C11: what is handed over is signed for on the residents' screen, and on paper when there is none. */
import type { Page } from '@playwright/test'
import type { Clerk } from '../harness/clerk'
import { granted, openDelivery } from '../harness/deliveryScreens'
import { Resident } from '../harness/resident'
import { person } from '../harness/sample'
import { expect, test } from '../harness/test'

const WANG = person('样例王秀兰', 2)

/** The first that waits, its holder's document looked at. */
async function atTheDesk(clerk: Clerk, page: Page): Promise<void> {
  await clerk.reload()
  await openDelivery(clerk)
  await expect(page.locator('tr.row')).toHaveCount(1)
  await clerk.press('ArrowDown')
  await clerk.press('Enter')
  await expect(clerk.page.locator('input[type=radio]:focus')).toBeVisible()
  await page.getByLabel('证件号码', { exact: true }).fill(WANG.idNumber)
  await page.getByLabel('姓名').fill(WANG.name)
  await expect(page.getByText('是申请人本人')).toBeVisible()
}

test.beforeEach(async ({ centre }) => centre.start())

test('the resident reads the slip and signs; other words take the signature away', async ({ clerk, page, counter, centre, context }) => {
  const number = await granted(counter, centre, WANG)
  const screen = await context.newPage()
  const resident = new Resident(screen)
  await screen.setViewportSize({ width: 1024, height: 600 })
  await resident.open(counter)
  await atTheDesk(clerk, page)
  const ask = page.locator('.screen .btn')
  const sign = async () => {
    await expect(ask).toBeEnabled()
    await expect(ask).not.toHaveAttribute('aria-disabled', 'true')
    await clerk.press('Alt+s')
    await expect(page.getByText('群众正在屏上看和签')).toBeVisible()
    await expect(screen.getByRole('heading', { name: '请看完再签字' })).toBeVisible()
    await resident.readOn()
    await resident.write()
    await screen.getByRole('button', { name: '签好了' }).click()
    await expect(page.getByText('已在群众屏上签').first()).toBeVisible()
  }
  await sign()
  await page.getByText('帮办送达', { exact: true }).click()
  await expect(page.getByLabel('送达地点')).toBeVisible()
  await expect(ask, 'somebody goes there: another slip').toBeVisible()
  await expect(page.getByRole('radio', { name: '纸上签' })).toBeChecked()
  expect((await counter.call('show_case', { number })).row.state).not.toBe('delivered')
  await screen.close()
})

test('signed on the screen it is delivered with the picture of the signature', async ({ clerk, page, counter, centre, context }) => {
  const number = await granted(counter, centre, WANG)
  const screen = await context.newPage()
  const resident = new Resident(screen)
  await screen.setViewportSize({ width: 1024, height: 600 })
  await resident.open(counter)
  await atTheDesk(clerk, page)
  await expect(page.locator('.screen .btn')).not.toHaveAttribute('aria-disabled', 'true')
  await clerk.press('Alt+s')
  await expect(screen.getByRole('heading', { name: '请看完再签字' })).toBeVisible()
  await resident.readOn()
  await resident.write()
  await screen.getByRole('button', { name: '签好了' }).click()
  await expect(page.getByText('已在群众屏上签').first()).toBeVisible()
  await clerk.press('Control+Enter')
  await expect(page.getByRole('status').getByText('已送达')).toBeVisible()
  expect((await counter.call('show_case', { number })).row.state).toBe('delivered')
  await screen.close()
})

test('without a screen the slip is signed on paper, and the desk says why', async ({ clerk, page, counter, centre }) => {
  await granted(counter, centre, WANG)
  await atTheDesk(clerk, page)
  await expect(page.getByText('没接群众屏，改用纸上签')).toBeVisible()
  await expect(page.getByRole('radio', { name: '纸上签' })).toBeChecked()
})
