/** C17 打印机, 待打印, and what becomes of papers on printers that run out, tear off and stand still. */
import { acceptedCase } from '../harness/paperwork'
import { setUp, sheetPrinter, ticketPrinter } from '../harness/printers'
import { openSettings, openShelf } from '../harness/printingScreens'
import { draftAt, resume } from '../harness/screenParts'
import { person } from '../harness/sample'
import { expect, test } from '../harness/test'
import { sentences } from '../harness/words'

const WANG = person('样例王秀兰', 2)

test.describe('for an administrator', () => {
  test.use({ role: 'admin' })

  test('a ticket printer is added by hand, tried with its ticket on screen, and found clear', async ({ clerk, page, printers }) => {
    await openSettings(clerk)
    await expect(page.getByText('还没有打印机。先用 PDF 存到桌面，或连上后按刷新。')).toBeVisible()
    await clerk.press('Insert')
    const dialog = page.getByRole('dialog', { name: '添加打印机' })
    await dialog.getByText('网络小票机').click()
    await dialog.getByLabel('IP 和端口').fill('不是地址')
    await clerk.press('Control+Enter')
    await expect(dialog.getByText('地址的写法不对，照灰字的样子填')).toBeVisible()
    await dialog.getByLabel('IP 和端口').fill(printers.ticket)
    await clerk.press('Control+Enter')
    await expect(dialog).toHaveCount(0)
    const row = page.getByRole('row', { name: /小票机/ }).first()
    await expect(row).toBeFocused()
    await expect(row).toContainText('就绪')
    await expect(row).toContainText('还没试打')
    await clerk.press('Enter')
    await expect(page.getByRole('img', { name: '《试打页》第 1 页，共 1 页' })).toBeVisible()
    await expect(page.getByText('每个字都清楚、二维码能扫出吗？')).toBeVisible()
    await expect.poll(async () => (await printers.out()).tickets).toBe(1)
    await clerk.press('1')
    await expect(row).toContainText('清楚')
  })

  test('a document is sent another way from now on', async ({ clerk, page, counter, printers }) => {
    await setUp(counter, [ticketPrinter(printers.ticket)], 'admin')
    await openSettings(clerk)
    const row = page.getByRole('row', { name: /申请材料接收凭证/ })
    await expect(row).toContainText('小票机')
    await row.focus()
    await clerk.press('Enter')
    await page.getByRole('dialog').getByText('存成 PDF').click()
    await clerk.press('Control+Enter')
    await expect(row).toContainText('存成 PDF')
  })
})

test('a clerk finds the printers by Ctrl+K, sees how they are and tries one, and may not change them', async ({ clerk, page, counter, printers }) => {
  await printers.turnTicket('paper_out')
  await setUp(counter, [ticketPrinter(printers.ticket)])
  await clerk.press('Control+k')
  await clerk.type('打印机')
  await clerk.press('Enter')
  await expect(page.getByRole('row', { name: /小票机/ }).first()).toContainText('缺纸')
  await expect(page.getByText('改打印机要管理员或负责人；看和试打都可以').first()).toBeVisible()
  await printers.turnTicket('well')
  await clerk.press('Alt+f')
  await expect(page.getByRole('row', { name: /小票机/ }).first()).toContainText('就绪')
  await page.getByRole('button', { name: '打试票' }).click()
  await expect.poll(async () => (await printers.out()).tickets).toBe(1)
  await expect(page.getByText('由管理员或负责人登录后记下结果。')).toBeVisible()
})

test.describe('an acceptance', () => {
  test.beforeEach(async ({ counter, clerk, printers }) => {
    await setUp(counter, [ticketPrinter(printers.ticket)])
    await draftAt(6)(counter)
    await clerk.reload()
    await resume(clerk)
    await expect(clerk.page.locator('.work .btn.primary')).toBeVisible()
  })

  test('stands when the ticket printer is out of paper, and Enter prints its receipt again', async ({ clerk, page, printers }) => {
    await printers.turnTicket('paper_out')
    await clerk.press('F9')
    const short = (await clerk.number()).split('-').slice(1, 3).join('-').slice(4)
    await expect(page.getByRole('alert')).toContainText(sentences(`小票机没纸了。受理已完成，受理号 ${short} 已存好。装纸后按 Enter 补打，也可以先办下一位。`))
    await expect(page.getByRole('alert').getByRole('button', { name: '补打' })).toBeFocused()
    await printers.turnTicket('well')
    await clerk.press('Enter')
    await expect(page.getByRole('alert')).toHaveCount(0)
    await expect(page.getByText('已打出：小票机')).toBeVisible()
    await expect(page.getByText(/第 1 次打印/).first()).toBeVisible()
    expect((await printers.out()).tickets).toBe(1)
  })

  test('asks whether a torn receipt came out; one that did not is printed as another copy', async ({ clerk, page, printers }) => {
    await printers.turnTicket('torn')
    await clerk.press('F9')
    await expect(page.getByRole('alert')).toContainText('不知道《申请材料接收凭证》打出来没有')
    await printers.turnTicket('well')
    await clerk.press('2')
    await expect(page.getByText('没打出来，已补打')).toBeVisible()
    await expect(page.getByText(/第 2 次打印/)).toBeVisible()
    await expect(page.getByText('已打出：小票机')).toBeVisible()
  })
})

test.describe('the shelf of papers', () => {
  test.beforeEach(async ({ counter, clerk, printers }) => {
    await printers.turnPages('held')
    await setUp(counter, [sheetPrinter(printers.pages)])
    await acceptedCase(counter, { applicant: WANG })
    await acceptedCase(counter, { applicant: person('样例赵', 3) })
    await clerk.reload()
    await openShelf(clerk)
  })

  test('is printed in one go with how far it is, and what the printer gives back is taken back', async ({ page, counter }) => {
    const papers = (await counter.call('paper_shelf', {})).waiting.length
    expect(papers).toBeGreaterThan(1)
    await page.getByRole('button', { name: `全部打印 ${papers} 份` }).click()
    await expect(page.getByText(`0 / ${papers}`)).toBeVisible()
    await expect(page.getByRole('row', { name: /没动：打印机停了/ })).toHaveCount(papers)
    await page.getByRole('button', { name: '取消' }).click()
    await expect(page.getByText(`${papers} 份不打了，办件里还能打`)).toBeVisible()
    await expect(page.getByText('都打出来了。')).toBeVisible()
  })

  test('empties as papers come out, without anybody touching it', async ({ clerk, page, printers }) => {
    await expect(page.getByRole('button', { name: /^全部打印 \d+ 份/ })).toBeEnabled()
    await printers.turnPages('well')
    await clerk.press('F8')
    await expect(page.getByText('都打出来了。')).toBeVisible({ timeout: 30_000 })
    expect((await printers.out()).sheets).toBeGreaterThan(1)
  })

  test('shows a paper by the space bar, page by page and larger, and prints it from there', async ({ clerk, page, counter, printers }) => {
    await expect(page.locator('tr.row:focus')).toBeVisible()
    await clerk.press('Space')
    const dialog = page.getByRole('dialog')
    const picture = dialog.getByRole('img')
    await expect(picture).toHaveAttribute('alt', /第 1 页，共 \d+ 页$/)
    const fit = (await picture.boundingBox())?.width ?? 0
    await clerk.press('+')
    await clerk.press('+')
    await expect.poll(async () => (await picture.boundingBox())?.width ?? 0).toBeGreaterThan(fit)
    await printers.turnPages('well')
    const before = (await counter.call('paper_shelf', {})).waiting.length
    await clerk.press('F8')
    await expect(dialog).toHaveCount(0)
    await expect.poll(async () => (await counter.call('paper_shelf', {})).waiting.length).toBe(before - 1)
  })
})
