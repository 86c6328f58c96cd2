/** H02: somebody without an identity card gives a mandate, which is read out to them first. */
import type { Page } from '@playwright/test'
import { acceptedCase } from '../harness/paperwork'
import { idNumber, person } from '../harness/sample'
import { openCase } from '../harness/screenParts'
import { expect, test } from '../harness/test'

const GIVER = person('样例委托', 1)
const SON = { ...person('样例受托', 5), idNumber: idNumber('19700103', 5) }

/** A small picture, as from the camera. */
async function photograph(page: Page): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const buffer = await page.screenshot({ clip: { x: 0, y: 0, width: 120, height: 160 } })
  return { name: '证明.png', mimeType: 'image/png', buffer }
}

test('without a card the booklet and a photographed certificate say who it is, and the text is read out before it is signed', async ({ clerk, page, counter }) => {
  const { number } = await acceptedCase(counter, { applicant: GIVER })
  await clerk.reload()
  await openCase(clerk)
  await clerk.press('Alt+p')
  await expect(page.locator('h1:not(.vh)')).toHaveText(GIVER.name)
  await page.getByRole('tab', { name: /委托/ }).click()
  await page.getByRole('button', { name: '新的委托' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.locator('input:focus')).toBeVisible()
  await dialog.getByRole('radio', { name: /没带身份证/ }).check()
  await expect(dialog.getByText(/未经机读核验/)).toBeVisible()
  await dialog.getByLabel('证件号码', { exact: true }).fill(SON.idNumber)
  await dialog.getByLabel('姓名').fill(SON.name)
  await dialog.getByLabel('和委托人的关系').fill('长子')
  await dialog.getByLabel('户口簿上的公民身份号码').fill(SON.idNumber)
  await clerk.press('Control+Enter')
  await expect(dialog.getByText('和这位委托人登记的号码不一样')).toBeVisible()
  await expect(dialog.locator('#field-booklet_files'), 'everything is told at once').toContainText('还没有拍照')

  await dialog.getByLabel('户口簿上的公民身份号码').fill(GIVER.idNumber)
  await dialog.getByLabel('谁出的证明').fill('样例村村民委员会')
  await dialog.getByLabel('证明日期').fill('2026-11-20')
  await dialog.locator('#field-booklet_files input[type="file"]').setInputFiles(await photograph(page))
  await expect(dialog.getByText('已拍 1 张')).toBeVisible()
  await dialog.getByRole('button', { name: /拍证明/ }).focus()
  await clerk.press('l')
  await expect(dialog.getByText('这台机器没有朗读语音，请念给委托人听。')).toBeVisible()
  await expect(dialog.getByRole('region', { name: '委托书全文' })).toContainText('样例村村民委员会')
  await dialog.getByLabel('已念给委托人听').check()
  await clerk.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText(/凭户口簿和样例村村民委员会 2026-11-20 的证明，未经机读核验/)).toBeVisible()
  const { given } = await counter.call('list_mandates', { number, agent: false })
  expect(given).toMatchObject([{ readAloud: true, booklet: { issuer: '样例村村民委员会', files: [{ name: '证明.png' }] } }])
})
