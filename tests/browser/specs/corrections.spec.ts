/** C10 and C09: what a case owes comes in, and the case goes on or ends. */
import { openCorrections } from '../harness/correctionScreens'
import { receivedCase, toldCase } from '../harness/paperwork'
import { person } from '../harness/sample'
import { expect, test } from '../harness/test'

test('what a correction asked for is taken in by the keyboard, and the new day is seen before accepting', async ({ clerk, page, counter }) => {
  const { number } = await toldCase(counter, { applicant: person('样例补正', 1) })
  await clerk.reload()
  await openCorrections(clerk)
  const row = page.getByRole('row').filter({ hasText: '样例补正' })
  await expect(row).toContainText('缺：申请人居民身份证')
  await expect(row).toContainText('还没联系')
  await expect(row).toBeFocused()

  await clerk.press('Enter')
  await expect(page.getByRole('heading', { name: '收补正、容缺材料' })).toBeVisible()
  await expect(page.getByText('没有带来：带原件来')).toBeVisible()
  await page.getByText('核原件', { exact: true }).click()
  await clerk.press('Control+Enter')
  await expect(page.getByText('补正材料接收凭证')).toBeVisible()
  await clerk.press('Enter')

  await expect(page.getByText('要补的都收齐了，今天可以受理。')).toBeVisible()
  await clerk.press('1')
  await expect(page.getByText(/今天受理，时限从今天算起，承诺办结日/)).toBeVisible()
  await clerk.press('F9')
  await expect(page.getByRole('status').filter({ hasText: '已受理' })).toBeVisible()
  const { row: accepted, events } = await counter.call('show_case', { number })
  expect(accepted.state).toBe('accepted')
  expect(events.map(({ kind }) => kind)).toContain('supplied')
})

test('a call is written down from the list and shown there', async ({ clerk, page, counter }) => {
  await toldCase(counter, { applicant: person('样例来电', 2) })
  await clerk.reload()
  await openCorrections(clerk)
  await clerk.press('2')
  await expect(page.getByRole('heading', { name: '打电话并记录' })).toBeVisible()
  await page.getByText('已告知本人', { exact: true }).click()
  await page.getByLabel('说了什么').fill('周三送来')
  await clerk.press('Control+Enter')
  await expect(page.getByText(/提醒补正：已告知本人，周三送来/).first()).toBeVisible()
  await openCorrections(clerk)
  await expect(page.getByRole('row').filter({ hasText: '样例来电' })).toContainText(/已提醒 1 次 \d\d-\d\d/)
})

test('the day is moved once, and the list says so', async ({ clerk, page, counter }) => {
  await toldCase(counter, { applicant: person('样例延期', 3) })
  await clerk.reload()
  await openCorrections(clerk)
  await clerk.press('3')
  await page.getByLabel('为什么延期').fill('人在外地')
  await clerk.press('Control+Enter')
  await expect(page.getByRole('button', { name: '延期（一次）' })).toHaveCount(0)
  await openCorrections(clerk)
  await expect(page.getByText('已经延过一次')).toBeVisible()
})

test('nothing waits, and the page says so', async ({ clerk, page }) => {
  await openCorrections(clerk)
  await expect(page.getByText('没有等补正的件', { exact: true }).first()).toBeVisible()
})

test('a case is voided by its typed number with a supervisor, and nothing less', async ({ clerk, page, counter }) => {
  const { number, short } = await receivedCase(counter, { applicant: person('样例作废', 4) })
  await clerk.press('F3')
  await page.getByLabel('查办件').fill('样例作废')
  await expect(page.getByText('共 1 件')).toBeVisible()
  await clerk.press('Enter')
  await page.locator('.line').getByRole('button', { name: '作废' }).click()
  const send = page.locator('.btn.danger').filter({ hasText: `作废 ${short}` })
  await expect(send).toHaveAttribute('aria-disabled', 'true')
  await page.getByLabel(`输入受理号 ${short} 确认`).fill(short)
  await page.getByLabel('为什么作废，至少 4 个字').fill('录错了申请人')
  await page.getByLabel(/口令/).fill('sample-supervisor')
  await send.click()
  await expect(page.getByText('已作废')).toBeVisible()
  expect((await counter.call('show_case', { number })).row.state).toBe('voided')
})

test('a name written down wrongly is put right, and the trail keeps both', async ({ clerk, page, counter }) => {
  await receivedCase(counter, { applicant: person('样例错名', 5) })
  await clerk.press('F3')
  await page.getByLabel('查办件').fill('样例错名')
  await expect(page.getByText('共 1 件')).toBeVisible()
  await clerk.press('Enter')
  await page.locator('.line').getByRole('button', { name: '更正' }).click()
  await page.getByLabel('哪一项写错了').selectOption({ label: '申请人姓名' })
  await page.getByLabel('申请人姓名', { exact: true }).fill('样例正名')
  await page.getByLabel('为什么更正').fill('听错了')
  await clerk.press('Control+Enter')
  await expect(page.locator('.line').getByText('样例正名')).toBeVisible()
  await page.getByRole('tab', { name: /留痕/ }).click()
  await expect(page.getByText('更正申请人姓名：样例错名 → 样例正名（听错了）')).toBeVisible()
})
