/** 抄录: the fields of a case, taken over one by one to a department's own system. */
import { expect, test } from '../harness/test'
import { acceptedCase } from '../harness/paperwork'
import { idNumber, person } from '../harness/sample'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test('the fields go over by keyboard, one after another, and how many is on the record', async ({ clerk, page, counter }) => {
  await acceptedCase(counter, { applicant: person('样例𠮷', 1) })
  await clerk.press('F3')
  await expect(page.locator('tr.row')).toHaveCount(1)
  await clerk.press('Enter')
  await page.getByRole('button', { name: '抄录到部门系统' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: /申请人姓名/ }).first()).toBeFocused()

  const pasted = () => page.evaluate(() => navigator.clipboard.readText())
  await clerk.press('Enter')
  await expect.poll(pasted).toBe('样例𠮷')
  await expect(dialog.getByRole('button', { name: /申请人证件号/ }).first()).toBeFocused()
  await clerk.press('Enter')
  await expect.poll(pasted).toBe(idNumber('19400321', 1))
  await expect(dialog.getByText(/抄了 2 格/)).toBeVisible()

  await clerk.press('Alt+q')
  await expect(dialog.getByRole('img', { name: /用那台电脑的扫码枪扫/ })).toBeVisible()
  await clerk.press('ArrowUp')
  await expect(dialog.getByRole('button', { name: /申请人证件号/ }).first()).toBeFocused()
  await expect(dialog.getByRole('img')).toHaveCount(0)

  await clerk.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect.poll(pasted).toBe(' ')
  await page.getByRole('tab', { name: /留痕/ }).click()
  await expect(page.getByRole('tabpanel').getByText(/抄录 3 格到/)).toBeVisible()
})

test('where the system does not let it copy, the clerk is told and can show a code', async ({ clerk, page, counter }) => {
  await acceptedCase(counter, { applicant: person('样例𠮷', 1) })
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } })
    document.execCommand = () => false
  })
  await clerk.reload()
  await clerk.press('F3')
  await expect(page.locator('tr.row')).toHaveCount(1)
  await clerk.press('Enter')
  await page.getByRole('button', { name: '抄录到部门系统' }).click()
  await expect(page.getByRole('dialog').getByRole('button', { name: /申请人姓名/ }).first()).toBeFocused()
  await clerk.press('Enter')
  await expect(page.getByText('系统不让复制。内容都在，可以出二维码扫过去，或照着打。')).toBeVisible()
})
