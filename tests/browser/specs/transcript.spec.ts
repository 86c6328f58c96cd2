/** 抄录: the fields of a case, taken over one by one to a department's own system. */
import { readFile } from 'node:fs/promises'
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

test('what a search finds of a matter goes into one table, and each case says so', async ({ clerk, page, counter }) => {
  const who = person('样例表格', 2)
  const { number } = await acceptedCase(counter, { applicant: who })
  await clerk.press('F3')
  await expect(page.locator('tr.row')).toHaveCount(1)
  await clerk.press('Alt+e')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('表里是完整的证件号和电话', { exact: false })).toBeVisible()
  await expect(dialog.getByText('高龄津贴申领')).toBeVisible()
  await expect(dialog.getByRole('button', { name: /导出表格/ })).toBeEnabled()
  await clerk.press('Control+Enter')
  await expect(dialog.getByText(/导出 1 件，共 \d+ 格/)).toBeVisible()
  const place = /(\S+\.csv)/.exec(await dialog.innerText())?.[1] ?? ''
  const table = await readFile(place, 'utf8')
  expect(table).toContain(`"${who.idNumber}"`)
  expect(table.split('\r\n')[0]).toContain('"受理号","收件日期","申请人姓名"')
  const { events } = await counter.call('show_case', { number })
  expect(events.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['unmasked', 'transcribed']))
})
