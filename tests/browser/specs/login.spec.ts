/** C01: who is acting. */
import { expect, test } from '../harness/test'
import { passwordOf } from '../harness/counter'
import { sentences } from '../harness/words'

test.describe('nobody is signed in', () => {
  test.use({ role: '' })

  test('a digit picks the person and Enter goes in', async ({ clerk, page }) => {
    await expect(page.getByLabel('口令')).toBeFocused()
    await expect(page.getByText('○ 未联网，可以登录')).toBeVisible()
    await page.getByRole('radio', { name: /样例窗口员/ }).focus()
    await clerk.press('2')
    await expect(page.getByRole('radio', { name: /样例负责人/ })).toBeChecked()
    await page.getByLabel('口令').fill(passwordOf('supervisor'))
    await clerk.press('Enter')
    await expect(page.getByRole('button', { name: '样例负责人 负责人' })).toBeVisible()
  })

  test('a wrong password says how many tries are left and that nothing is lost', async ({ clerk, page }) => {
    await page.getByLabel('口令').fill('not-the-password')
    await clerk.press('Enter')
    await expect(page.getByRole('alert')).toContainText(sentences('口令不对，还可试 4 次。办件和草稿都安全。想不起来按 2 找负责人重设。'))
    await clerk.press('2')
    await expect(page.getByRole('radio', { name: /样例负责人/ })).toBeChecked()
  })

  test('the fifth wrong password locks for ten minutes, the right one included', async ({ clerk, page }) => {
    for (let left = 4; left > 0; left -= 1) {
      await page.getByLabel('口令').fill('not-the-password')
      await clerk.press('Enter')
      await expect(page.getByRole('alert')).toContainText(`还可试 ${left} 次`)
    }
    for (const password of ['not-the-password', passwordOf('clerk')]) {
      await page.getByLabel('口令').fill(password)
      await clerk.press('Enter')
      await expect(page.getByRole('alert')).toContainText(/已锁定 10 分钟，到 \d\d:\d\d 再试，或由负责人解锁。/)
      await expect(page.getByLabel('口令')).toHaveValue('')
    }
  })
})

test('F12 locks over an open draft, and the same person goes on where they stopped', async ({ clerk, page }) => {
  await clerk.takeIn('gljt')
  await clerk.press('2')
  await page.getByLabel('姓名').fill('样例锁屏')
  await clerk.press('F12')
  await expect(page.getByText('谁在办')).toBeVisible()
  await expect(page.locator('.desk')).toBeHidden()
  await page.getByLabel('口令').fill(passwordOf('clerk'))
  await clerk.press('Enter')
  await expect(page.getByLabel('姓名')).toHaveValue('样例锁屏')
})
