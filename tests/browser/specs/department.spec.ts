/** C09 with what the deciding department says besides its steps. */
import type { Page } from '@playwright/test'
import { expect, test } from '../harness/test'
import type { Clerk } from '../harness/clerk'
import { acceptedCase } from '../harness/paperwork'
import { person } from '../harness/sample'

const HEARING = ['--what', 'hearing', '--reason', '利害关系人要求听证（样例）', '--days', '20']
const EXTENSION = ['--days', '5', '--approver', '样例分管负责人', '--reason', '需要实地核实（样例）']
const NEEDED = ['--item', '申请人居民身份证|照片看不清|重新拍一张清楚的|办理条件第二项（样例）', '--days', '5']

async function openCase(clerk: Clerk, page: Page, number: string): Promise<void> {
  await clerk.press('F3')
  await page.getByLabel('查办件').fill(number)
  await expect(page.getByText('共 1 件')).toBeVisible()
  await clerk.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '高龄津贴申领' })).toBeVisible()
}

test('a stopped clock, an extension and what is still needed show on the open page and in the lists', async ({ clerk, page, counter, centre }) => {
  await centre.start()
  const { number } = await acceptedCase(counter, { applicant: person('样例一', 1) })
  await counter.call('sync_now', {})
  await expect(clerk.light).toHaveText('已联网，全部已上报')
  await openCase(clerk, page, number)
  const dealings = page.getByRole('tab', { name: '往来' })
  await dealings.click()
  await expect(page.getByText('还没有往来')).toBeVisible()

  await centre.says(number, 'extend', ...EXTENSION)
  await centre.says(number, 'ask', ...NEEDED)
  await centre.says(number, 'begin', ...HEARING)
  await counter.call('sync_now', {})
  await expect(page.getByText('暂停计时：听证')).toBeVisible()
  await expect(page.getByText(/审查阶段补正 1 处，.*前补/).first()).toBeVisible()
  const panel = page.locator('.dealings')
  await expect(panel).toContainText('延长办理期限 5 个工作日')
  await expect(panel).toContainText('预计 20 个工作日，期间不计入时限')
  await expect(panel).toContainText('照片看不清')
  await page.getByRole('tab', { name: /文书/ }).click()
  for (const title of ['特别程序告知书', '延长办理期限通知书', '审查阶段补正材料通知书']) await expect(page.getByText(title)).toBeVisible()
  await page.getByRole('tab', { name: /留痕/ }).click()
  await expect(page.getByText(/听证开始，预计 20 个工作日，暂停计时/).first()).toBeVisible()

  await clerk.press('F3')
  await expect(page.getByRole('grid').getByText('暂停计时')).toBeVisible()
  await expect(page.getByRole('grid').getByText('听证')).toBeVisible()
  await clerk.light.click()
  await page.getByRole('tab', { name: /上级下发/ }).click()
  for (const words of ['特别程序', '延长期限', '审查阶段补正']) await expect(page.getByRole('grid').getByText(words, { exact: true })).toBeVisible()
})

test('a decision against says why and what can be done about it', async ({ clerk, page, counter, centre }) => {
  await centre.start()
  const { number } = await acceptedCase(counter, { applicant: person('样例一', 1) })
  await counter.call('sync_now', {})
  await openCase(clerk, page, number)
  await centre.says(number, 'result', '--decision', 'denied', '--reason', '户籍不在本市（样例）')
  await counter.call('sync_now', {})
  await expect(page.getByText('办结：不予').first()).toBeVisible()
  await expect(page.getByText(/户籍不在本市（样例）/).first()).toBeVisible()
  await expect(page.getByText(/60 日内申请行政复议，或者 6 个月内提起行政诉讼/).first()).toBeVisible()
})
