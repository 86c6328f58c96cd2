/** C09: a case that was received unsigned is signed for and accepted on its own page. */
import type { Page } from '@playwright/test'
import type { Clerk } from '../harness/clerk'
import { unsignedCase } from '../harness/paperwork'
import { person } from '../harness/sample'
import { expect, test } from '../harness/test'

/** A small picture, as from the camera. */
async function photograph(page: Page): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const buffer = await page.screenshot({ clip: { x: 0, y: 0, width: 120, height: 160 } })
  return { name: '申请表.png', mimeType: 'image/png', buffer }
}

async function openCase(clerk: Clerk, applicant: string): Promise<void> {
  await clerk.press('F3')
  await clerk.page.getByLabel('查办件').fill(applicant)
  await expect(clerk.page.getByText('共 1 件')).toBeVisible()
  await clerk.press('Enter')
  await expect(clerk.page.getByRole('heading', { level: 1, name: '高龄津贴申领' })).toBeVisible()
}

test('the paper of a received case is printed, signed and photographed before F9 accepts it', async ({ clerk, page, counter }) => {
  const { number } = await unsignedCase(counter, { applicant: person('样例后签', 1) })
  await openCase(clerk, '样例后签')
  await clerk.press('1')
  const form = page.getByRole('main').getByRole('listitem').filter({ hasText: '申请表' })
  await expect(form).toContainText('还没签')
  await expect(page.getByText('还差签字：申请表')).toBeVisible()
  await clerk.press('F9')
  await expect(form, 'nothing is accepted unsigned').toContainText('还没签')

  await clerk.press('F8')
  await expect(page.getByText(/《申请表》已存成文件/)).toBeVisible()
  expect([...(await counter.savedPapers()).keys()].join()).toContain(`application_form-${number}`)

  await page.locator('input[type="file"]').setInputFiles(await photograph(page))
  await expect(form).toContainText('已签，照片 1 页')
  await expect(form.getByRole('img', { name: '申请表.png' })).toBeVisible()
  await expect(page.getByText('都签好了，可以受理。')).toBeVisible()
  await clerk.press('F9')
  await expect(page.getByText('已受理')).toBeVisible()
  expect(await clerk.number()).toBe(number)
  await clerk.press('Enter')

  const { signed } = await counter.call('show_case', { number })
  expect(signed).toMatchObject([{ document: 'application_form', how: 'photographed' }])
  await page.getByRole('tab', { name: /文书/ }).click()
  const kept = page.getByRole('tabpanel').getByRole('listitem').filter({ hasText: '已签，照片 1 页' })
  await expect(kept.getByRole('img')).toBeVisible()
  await kept.getByRole('button', { name: '打印' }).click()
  const why = page.getByRole('dialog', { name: '为什么补打《申请表》' })
  await expect(why.getByRole('button', { name: /遗失/ })).toBeFocused()
  await clerk.press('5')
  await expect(page.getByRole('tabpanel').getByText('第 2 次')).toBeVisible()
})
