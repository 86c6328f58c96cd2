/** C13: a day at the window, from the first ticket to the booking book, and the hours it goes by. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { misfits } from '../checks/layout'
import { completeDraft, receivedCase } from '../harness/paperwork'
import { openHours, openQueue, setHours, takeTicket } from '../harness/queueScreens'
import { Resident } from '../harness/resident'
import { person } from '../harness/sample'
import { draftAt, resume } from '../harness/screenParts'
import { expect, test } from '../harness/test'

const MINUTE_MS = 60_000
/** China keeps one time all year. */
const ZONE_MS = 8 * 60 * MINUTE_MS

const WEEKDAYS = [1, 2, 3, 4, 5]
const SATURDAY = [6]

/** Minutes from now to the next five past ten in China on one of these days of the week. */
function toTen(days: readonly number[]): number {
  const here = new Date(Date.now() + ZONE_MS)
  const ten = new Date(here)
  ten.setUTCHours(10, 5, 0, 0)
  while (ten <= here || !days.includes(ten.getUTCDay())) ten.setUTCDate(ten.getUTCDate() + 1)
  return Math.round((ten.getTime() - here.getTime()) / MINUTE_MS)
}

/** A machine with or without a loudspeaker. */
async function giveSound(page: Page, heard: boolean): Promise<void> {
  await page.addInitScript((sounds) => {
    const outputs = sounds ? [{ kind: 'audiooutput' }] : []
    // A blank page has no devices to ask for.
    if (isSecureContext) Object.defineProperty(navigator.mediaDevices, 'enumerateDevices', { value: () => Promise.resolve(outputs) })
  }, heard)
}

// The point is open then, with a morning and an afternoon to book.
test.use({ clockAhead: toTen(WEEKDAYS) })

const row = (page: Page, number: string) => page.locator('.line tr.row').filter({ hasText: number })
const line = (page: Page) => page.locator('.line tr.row td:first-child')

test('a day at the window: who comes first, who does not come, who is put aside, sent on, called out of order', async ({ clerk, page, counter }) => {
  await giveSound(page, true)
  await clerk.reload()
  await openQueue(clerk)
  await expect(page.getByText('没人等。来人先取号，再按 F5 叫。')).toBeVisible()
  await clerk.press('F5')
  await expect(page.getByText('现在没人等。')).toBeVisible()

  await clerk.press('n')
  await expect(page.getByText('A001 已取。前面没有人。')).toBeVisible()
  await expect.poll(async () => (await counter.savedPapers()).size).toBe(1)
  await page.getByText('残疾', { exact: true }).click()
  await clerk.press('n')
  await expect(page.getByText('A002 已取。')).toBeVisible()
  await clerk.press('n')
  await expect(line(page)).toHaveText(['A002', 'A001', 'A003'])
  await expect(row(page, 'A002')).toContainText('优先（残疾）')

  const now = page.getByRole('region', { name: '在窗口的人' })
  await clerk.press('F5')
  await expect(now.locator('.number')).toHaveText('A002')
  await clerk.press('r')
  await expect(now).toContainText('叫过 2 次')
  await clerk.press('r')
  await expect(now).toContainText('叫了 3 次没来，可以过号。')
  await clerk.press('g')
  await expect(now).toContainText('窗口空着')
  await expect(row(page, 'A002')).toContainText('排到最后')

  await clerk.press('F5')
  await expect(now.locator('.number')).toHaveText('A001')
  await clerk.press('h')
  await expect(row(page, 'A001')).toContainText('请回原来的位置')
  await clerk.press('F5')
  await expect(now.locator('.number')).toHaveText('A003')
  await clerk.press('t')
  await expect(page.locator('#field-ask_words')).toBeFocused()
  await clerk.press('Enter')
  await expect(page.getByText('还没有写转到哪个窗口')).toBeVisible()
  await clerk.type('样例 2 号窗口')
  await clerk.press('Enter')
  await expect(page.getByText('今天办了 1 个号')).toBeVisible()

  await row(page, 'A001').click()
  await clerk.press('Enter')
  await expect(line(page)).toHaveText(['A001', 'A002'])
  await row(page, 'A002').click()
  await clerk.press('Enter')
  await expect(row(page, 'A002')).toContainText('越序叫号')
  await clerk.press('Enter')
  await expect(page.locator('#field-ask_words')).toBeFocused()
  await clerk.type('带着病人')
  await clerk.press('Enter')
  await expect(now.locator('.number')).toHaveText('A002')
  await expect(page.getByText('越序叫号 1 次')).toBeVisible()
  await clerk.press('b')
  await expect(page.getByText('今天办了 2 个号')).toBeVisible()

  await page.goto('about:blank')
  await counter.crash()
  await clerk.open()
  await page.getByLabel('口令').fill('sample-clerk')
  await clerk.press('Enter')
  await openQueue(clerk)
  await clerk.press('n')
  await expect(page.getByText('A004 已取。')).toBeVisible()
})

test('Enter after an acceptance calls the next one, Esc calls nobody', async ({ clerk, page, counter }) => {
  for (let count = 0; count < 2; count += 1) await takeTicket(counter)
  await counter.call('call_next', {})
  await draftAt(6)(counter)
  await clerk.reload()
  await resume(clerk)
  await expect(page.locator('.work .btn.primary')).toBeVisible()
  await clerk.press('F9')
  await expect(page.getByRole('button', { name: /^完成，叫下一位 A002/ })).toBeFocused()
  await clerk.press('Enter')
  await expect(page.locator('.queue')).toContainText(/正在办\s*A002/)
})

test('F5 calls from the workbench and from intake, and the residents see the number', async ({ clerk, page, counter, context }) => {
  await giveSound(page, true)
  for (let count = 0; count < 3; count += 1) await takeTicket(counter)
  const draft = await completeDraft(counter, { applicant: person('样例𠮷', 1) })
  await counter.call('save_draft', { id: draft.id, content: { ...draft.content, step: 3 } })
  await clerk.reload()
  const resident = new Resident(await context.newPage())
  await resident.open(counter)
  await expect(resident.page.getByText('请看窗口，听工作人员说')).toBeVisible()

  const cell = page.locator('.queue')
  await expect(cell).toContainText(/窗口空着\s*等候 3 人，下一位\s*A001/)
  await clerk.press('F5')
  await expect(cell).toContainText(/正在办\s*A001\s*等候 2 人，下一位\s*A002/)
  await expect(resident.page.locator('.serving')).toContainText(/正在办\s*A001/)
  await expect(resident.page.getByRole('status')).toContainText(/请 A001 号到.*窗口/)
  for (const [width, height] of [[1920, 1080], [1024, 600]] as const) {
    await resident.page.setViewportSize({ width, height })
    expect.soft(await misfits(resident.page), `${width}×${height}`).toEqual([])
    expect.soft(await resident.smallText(28), `${width}×${height}: text a resident can read`).toEqual([])
  }
  await resident.page.emulateMedia({ reducedMotion: 'reduce' })
  expect((await new AxeBuilder({ page: resident.page }).analyze()).violations.map(({ id }) => id)).toEqual([])

  await page.locator('.drafts .btn').first().click()
  await expect(page.locator('.k-case')).toContainText(/号票\s*A001/)
  await clerk.press('F5')
  await expect(page.locator('.k-case')).toContainText(/号票\s*A002/)
  await expect(resident.page.locator('.serving.called')).toContainText('A002')

  await clerk.press('F3')
  await expect(page.getByLabel('查办件')).toBeFocused()
  await clerk.press('F5')
  await expect(page.getByText('已叫 A003。')).toBeVisible()
  await clerk.press('F5')
  await expect(page.getByText('现在没人等。')).toBeVisible()
  expect(resident.complaints).toEqual([])
  await resident.page.close()
})

test('a machine without a sound says so and calls all the same', async ({ clerk, page, counter }) => {
  await giveSound(page, false)
  await takeTicket(counter)
  await clerk.reload()
  await openQueue(clerk)
  await clerk.press('F5')
  await expect(page.locator('.now .number')).toHaveText('A001')
  await expect(page.getByText('没有声音输出，也没接群众屏。请口头叫号。')).toBeVisible()
})

test('somebody books by telephone, comes and takes a ticket; another booking is cancelled', async ({ clerk, page }) => {
  await openQueue(clerk)
  const today = page.locator('.day[aria-pressed="true"]')
  await expect(today).toContainText('今天')
  await clerk.press('+')
  await expect(page.locator('#field-booking_name')).toBeFocused()
  await clerk.type('样例赵玉梅')
  await clerk.press('Tab')
  await clerk.type('12')
  await clerk.press('Control+Enter')
  await expect(page.getByText('电话不对，再看一遍')).toBeVisible()
  await page.locator('#field-booking_phone').fill('13800006120')
  await clerk.press('Control+Enter')
  const bookings = page.locator('.book tr.row')
  await expect(bookings).toHaveText(/10:30样例赵玉梅 138\*{4}6120.*约好了/)
  await expect(today).toHaveAttribute('aria-label', /上午约了 1 个，共 8 个/)
  await expect(today.locator('.filled')).toHaveCount(1)
  await page.getByRole('button', { name: '来了，取号' }).click()
  await expect(page.getByText('A001 已取。前面没有人。')).toBeVisible()
  await expect(row(page, 'A001')).toContainText('样例赵玉梅')
  await expect(bookings).toContainText('来了')

  await clerk.press('ArrowRight')
  await expect(page.getByText('这天没有预约。')).toBeVisible()
  const free = page.locator('.day').filter({ hasText: '0/8' }).last()
  await free.click()
  await clerk.press('+')
  await expect(page.locator('#field-booking_name')).toBeFocused()
  await clerk.type('样例孙')
  await page.locator('#field-booking_phone').fill('0632-1234567')
  await page.locator('#field-booking_at').selectOption('14:00')
  await clerk.press('Control+Enter')
  await expect(bookings).toContainText('14:00')
  await page.getByRole('button', { name: '取消预约' }).click()
  await expect(page.getByRole('dialog', { name: '取消 14:00 样例孙 的预约' })).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: '取消预约' }).click()
  await expect(bookings).toContainText('取消了')
})

test.describe('a supervisor', () => {
  test.use({ role: 'supervisor' })

  test('changes the hours, is told what is wrong, takes it back and stores it', async ({ clerk, page, counter }) => {
    await openHours(clerk)
    const saturday = page.getByLabel('星期六')
    await expect(page.getByText('没有改动')).toBeVisible()
    await saturday.fill('9点')
    await clerk.press('Control+s')
    await expect(page.getByText('没看懂，写成 9:00-12:00 13:00-17:00')).toBeVisible()
    await page.getByRole('button', { name: '还原' }).click()
    await expect(saturday).toHaveValue('')
    await saturday.fill('9-12')
    await page.getByRole('button', { name: '加一类' }).click()
    await expect(page.locator('#field-hours_businesses_1_name')).toBeFocused()
    await clerk.type('社会保障')
    await page.getByLabel('每半天最多约几个').fill('2')
    await page.getByRole('button', { name: '加一天' }).click()
    await clerk.type('2027-01-01')
    await page.locator('#field-hours_special_0_note').fill('样例休息')
    await expect(page.getByText('改了还没存。')).toBeVisible()
    await clerk.press('Control+Tab')
    await expect(page.getByText('还没有打印机').first()).toBeVisible()
    await clerk.press('Control+Tab')
    await expect(page.getByText('改了还没存。')).toBeVisible()
    await clerk.press('Control+s')
    await expect(page.getByText('服务时间已存下。')).toBeVisible()
    await expect(saturday).toHaveValue('09:00–12:00')
    const hours = await counter.call('service_hours', {})
    expect(hours.week[5]).toEqual({ spans: ['09:00–12:00'] })
    expect(hours).toMatchObject({ places: 2, special: [{ date: '2027-01-01', spans: [], note: '样例休息' }], businesses: [{ letter: 'A', name: '综合' }, { letter: 'B', name: '社会保障' }] })
  })
})

test('a clerk reads the hours and cannot change them', async ({ clerk, page, counter }) => {
  await setHours(counter)
  await openHours(clerk)
  await expect(page.getByText('服务时间由负责人或管理员改。')).toBeVisible()
  await expect(page.getByLabel('星期一')).not.toBeEditable()
  await expect(page.getByRole('button', { name: /^存下/ })).toHaveCount(0)
})

test('outside the hours the page says so, and tickets are given all the same', async ({ clerk, page, counter }) => {
  await setHours(counter, { week: Array.from({ length: 7 }, () => ({ spans: [] })) })
  await openQueue(clerk)
  await expect(page.getByText('现在不在服务时间。')).toBeVisible()
  await expect(page.getByText('今天不对外服务。')).toBeVisible()
  await clerk.press('n')
  await expect(page.getByText('A001 已取。前面没有人。')).toBeVisible()
})

test.describe('on a Saturday', () => {
  test.use({ clockAhead: toTen(SATURDAY) })

  test('what is taken in is marked 延时 in the list and on its page', async ({ clerk, page, counter }) => {
    await receivedCase(counter, { applicant: person('样例王秀兰', 2) })
    await clerk.press('F3')
    await expect(page.locator('tr.row')).toContainText('延时')
    await clerk.press('ArrowDown')
    await clerk.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: '高龄津贴申领' })).toBeVisible()
    await expect(page.getByText('延时', { exact: true })).toBeVisible()
  })
})
