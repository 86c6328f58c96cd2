/** C08 and C09: finding a case, and the page that answers 「到哪一步了」. */
import { expect, test } from '../harness/test'
import { acceptedCase, receivedCase } from '../harness/paperwork'
import { ALLOWANCE, idNumber, person } from '../harness/sample'

const CARD = '11370481MB9X11814D5372011001000'

test.beforeEach(async ({ counter }) => {
  await acceptedCase(counter, { applicant: person('样例𠮷', 1) })
  await receivedCase(counter, { applicant: person('样例王秀兰', 2), code: ALLOWANCE })
  await acceptedCase(counter, { applicant: person('样例赵', 3), code: CARD })
})

test('a case is found by number, name, initials, last four and matter', async ({ clerk, page, counter }) => {
  const { rows } = await counter.call('search_cases', { text: '王秀兰', period: 'all', state: '', sync: '', tally: '', offset: 0, limit: 10 })
  await clerk.press('F3')
  await expect(page.getByText('共 3 件')).toBeVisible()
  const lastFour = idNumber('19400321', 2).slice(-4)
  for (const text of [rows[0]?.number, rows[0]?.short, '王秀兰', 'wxl', 'wangxiulan', lastFour]) {
    await page.getByLabel('查办件').fill(text ?? '')
    await expect(page.getByText('共 1 件'), `by ${text}`).toBeVisible()
    await expect(page.getByRole('grid').getByText('样例王秀兰')).toBeVisible()
  }
  await page.getByLabel('查办件').fill('老年人优待证')
  await expect(page.getByRole('grid').getByText('样例赵')).toBeVisible()
  await expect(page.getByText('共 1 件')).toBeVisible()
})

test('filters narrow the list and nothing found says what to change', async ({ clerk, page }) => {
  await clerk.press('F3')
  await page.getByLabel('状态').selectOption({ label: '已收件' })
  await expect(page.getByText('共 1 件')).toBeVisible()
  await expect(page.getByRole('grid').getByText('样例王秀兰')).toBeVisible()
  await page.getByLabel('同步').selectOption({ label: '已上报' })
  await expect(page.getByText('没有符合的办件。少输几个字，或换个说法。')).toBeVisible()
  await page.getByRole('radio', { name: '今天' }).check()
  await expect(page.getByText('没有符合的办件。少输几个字，或把“今天”“本周”换成“全部”。')).toBeVisible()
})

test('identity numbers are masked in the list, and going back keeps the search', async ({ clerk, page }) => {
  await clerk.press('F3')
  await page.getByLabel('查办件').fill('王秀兰')
  await expect(page.getByText('共 1 件')).toBeVisible()
  const whole = idNumber('19400321', 2)
  await expect(page.getByRole('grid').getByText(`3*************${whole.slice(-4)}`)).toBeVisible()
  expect(await page.content()).not.toContain(whole)
  await clerk.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '高龄津贴申领' })).toBeVisible()
  expect(await page.content()).not.toContain(whole)
  await clerk.press('Escape')
  await expect(page.getByLabel('查办件')).toHaveValue('王秀兰')
})

test('Enter pressed before the answer opens the case that was typed', async ({ clerk, page }) => {
  await clerk.press('F3')
  await expect(page.getByText('共 3 件')).toBeVisible()
  await page.getByLabel('查办件').fill('样例赵')
  await clerk.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /老年人优待证/ })).toBeVisible()
})

test('Alt+V shows the numbers for ten seconds and leaves a trail', async ({ clerk, page }) => {
  await page.clock.install()
  await clerk.reload()
  await clerk.press('F3')
  await page.getByLabel('查办件').fill('王秀兰')
  await page.clock.runFor(1_000)
  await expect(page.getByText('共 1 件')).toBeVisible()
  await clerk.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '高龄津贴申领' })).toBeVisible()
  const whole = idNumber('19400321', 2)
  // From here time passes only by word: a slow machine must not eat into the ten seconds.
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1_000)
  await clerk.press('Alt+v')
  await expect(page.getByText(whole).first()).toBeVisible()
  await page.clock.runFor(9_900)
  await expect(page.getByText(whole).first()).toBeVisible()
  await page.clock.runFor(200)
  await expect(page.getByText(whole)).toHaveCount(0)
  await page.clock.resume()
  await clerk.press('Escape')
  await expect(page.getByText('共 1 件')).toBeVisible()
  await clerk.press('Enter')
  await page.getByRole('tab', { name: /留痕/ }).click()
  await expect(page.getByRole('tabpanel').getByText('查看证件号')).toBeVisible()
})

test('the papers of a case are printed again, marked as another copy', async ({ clerk, page, counter }) => {
  await clerk.press('F3')
  await page.getByLabel('查办件').fill('样例赵')
  await expect(page.getByText('共 1 件')).toBeVisible()
  await clerk.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '老年人优待证办理' })).toBeVisible()
  await clerk.press('F8')
  await expect(page.getByText(/已存成文件：.*\.pdf/)).toBeVisible()
  await clerk.press('F8')
  await expect(page.getByRole('dialog', { name: /^为什么补打/ })).toBeVisible()
  await clerk.press('1')
  await expect(page.getByText('这是第 2 次打印。')).toBeVisible()
  for (const bytes of (await counter.savedPapers()).values()) expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
})
