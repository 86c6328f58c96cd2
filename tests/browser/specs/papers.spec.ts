/** Papers looked at in the window: turning pages, keeping them as files, papers to rate on; and a receipt without its printer. */
import { acceptedCase, receivedCase } from '../harness/paperwork'
import { NOWHERE, setUp, sheetPrinter, ticketPrinter } from '../harness/printers'
import { draftAt, find, openCase, resume } from '../harness/screenParts'
import { person } from '../harness/sample'
import { expect, test } from '../harness/test'
import { sentences } from '../harness/words'

const applicant = person('样例王秀兰', 2)

test('a guide of several pages is turned page by page and kept as OFD', async ({ clerk, page, counter }) => {
  await find(clerk, 'gljt')
  await clerk.press('ArrowDown')
  await clerk.press('Space')
  await expect(page.locator('table.materials')).toBeVisible()
  await clerk.press('F8')
  await page.getByRole('button', { name: '预览' }).click()
  const dialog = page.getByRole('dialog')
  const at = (n: number) => expect(dialog.getByRole('img')).toHaveAttribute('alt', new RegExp(`第 ${n} 页，共 \\d+ 页$`))
  await at(1)
  await expect(dialog.getByRole('img')).not.toHaveAttribute('alt', /共 1 页$/)
  await clerk.press('PageUp')
  await at(1)
  await clerk.press('PageDown')
  await at(2)
  await dialog.getByRole('button', { name: '上一页' }).click()
  await at(1)
  await dialog.getByRole('button', { name: '存为 OFD' }).click()
  await expect(dialog.getByText(/已存成 OFD：.*guide.*\.ofd/)).toBeVisible()
  const [, bytes] = [...(await counter.savedPapers())].find(([name]) => name.endsWith('.ofd')) ?? []
  expect(bytes?.subarray(0, 2).toString()).toBe('PK')
})

test('a folder that takes no file is told of, and the paper is still shown', async ({ clerk, page, counter }) => {
  await acceptedCase(counter, { applicant })
  await openCase(clerk)
  await page.getByRole('tab', { name: /文书/ }).click()
  await page.getByRole('listitem').filter({ hasText: '申请材料接收凭证' }).getByRole('button', { name: '预览' }).click()
  await counter.losePaperFolder()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '存为 OFD' }).click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  await expect(dialog.getByRole('img')).toBeVisible()
})

test('a decided case has papers to rate on', async ({ clerk, page, counter }) => {
  await acceptedCase(counter, { applicant })
  await openCase(clerk)
  await page.getByRole('tab', { name: /文书/ }).click()
  for (const [button, title] of [['打印纸质评价表', '政务服务评价表'], ['打印评价二维码单', '评价二维码单']] as const) {
    await page.getByRole('button', { name: button }).click()
    await expect(page.getByRole('listitem').filter({ hasText: title })).toContainText('已存到')
    await expect(page.getByRole('button', { name: button })).toHaveCount(0)
  }
})

test('nothing is to be rated before the decision', async ({ clerk, page, counter }) => {
  await receivedCase(counter, { applicant })
  await openCase(clerk)
  await page.getByRole('tab', { name: /文书/ }).click()
  await expect(page.getByRole('tabpanel')).toBeVisible()
  await expect(page.getByRole('button', { name: '打印纸质评价表' })).toHaveCount(0)
})

test('an acceptance stands when no ticket printer is there, and 2 prints its receipt on A4', async ({ clerk, page, counter, printers }) => {
  await setUp(counter, [ticketPrinter(NOWHERE), sheetPrinter(printers.pages)], 'admin')
  const tickets = (await counter.call('list_printers', {})).printers.find(({ kind }) => kind === 'ticket_network')
  await counter.call('route_document', { document: 'receipt', printer: tickets?.id ?? null, sheet: 'ticket80' })
  await counter.signIn('clerk')
  await draftAt(6)(counter)
  await clerk.reload()
  await resume(clerk)
  await expect(page.locator('.work .btn.primary')).toBeVisible()
  await clerk.press('F9')
  const alert = page.getByRole('alert')
  await expect(alert).toContainText(sentences('找不到小票机。受理已完成并存好。检查电源和 USB 线，或按 2 改用 A4 打印。'))
  await expect(alert.getByRole('button', { name: '补打' })).toBeFocused()
  await clerk.press('2')
  const receipt = page.getByRole('listitem').filter({ hasText: '申请材料接收凭证' })
  await expect(receipt).toContainText('已打出：A4 打印机', { timeout: 30_000 })
  await expect(alert).toHaveCount(0)
  expect((await printers.out()).tickets).toBe(0)
  expect((await printers.out()).sheets).toBeGreaterThan(0)
})
