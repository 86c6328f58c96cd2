/** C05: the few questions, the exact list, the sheet; told once, and again only with leave. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { misfits } from '../checks/layout'
import { passwordOf, type Counter } from '../harness/counter'
import type { Clerk } from '../harness/clerk'
import { ALLOWANCE } from '../harness/sample'
import { expect, test } from '../harness/test'

const lines = (page: Page) => page.locator('.bring > li')
const current = (page: Page) => page.locator('.question.current')

async function openNotice(clerk: Clerk): Promise<void> {
  await clerk.lookFor('gljt')
  await expect(clerk.page.getByRole('heading', { name: '高龄津贴申领' })).toBeVisible()
  await clerk.press('F4')
  await expect(clerk.page.locator('input[type=radio]:focus')).toBeVisible()
}

/** Presses digits as fast as a hand can: nothing waits for the list in between. */
async function answer(clerk: Clerk, digits: string): Promise<void> {
  for (const digit of digits) await clerk.press(digit)
}

/** The dialog in both themes, and at the largest text. */
async function readableForEverybody({ page }: Clerk): Promise<void> {
  expect(await misfits(page)).toEqual([])
  for (const theme of ['light', 'contrast']) {
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
    await page.keyboard.press('Shift+F11')
  }
  for (const scale of ['125', '150', '200', '100']) {
    await page.keyboard.press('F11')
    await expect(page.locator('html')).toHaveAttribute('data-scale', scale)
    expect(await misfits(page), `at ${scale} %`).toEqual([])
  }
}

/** What the desk lists after the answers with these digits. */
async function listOf(counter: Counter, digits: string): Promise<string[]> {
  const show = (answers: Record<string, string>) => counter.call('show_notice', { code: ALLOWANCE, answers, person: null })
  const { requirements: blank } = await show({})
  const answers = Object.fromEntries(blank.questions.map(({ id, choices }, at) => [id, choices[Number(digits[at]) - 1]?.id ?? '?']))
  const { requirements } = await show(answers)
  return requirements.lines.filter(({ status }) => status !== 'waived' && status !== 'held').map(({ name }) => name)
}

test('from the workbench to a printed sheet: a search, F4, a digit for each question, F8', async ({ clerk, page, counter }) => {
  await openNotice(clerk)
  await answer(clerk, '1121')
  await clerk.press('F8')
  await expect(page.getByText(/《一次性告知单》已存成文件：.*\.pdf/)).toBeVisible()
  await expect(page.getByText('都问完了，清单以外的不再要')).toBeVisible()
  await expect(lines(page).locator('b')).toHaveText(await listOf(counter, '1121'))
  expect(clerk.interactions, 'shortcuts and digits after the words, of a matter with four questions').toBeLessThanOrEqual(7)
  const papers = [...(await counter.savedPapers()).values()]
  expect(papers).toHaveLength(1)
  expect(papers[0]?.subarray(0, 5).toString()).toBe('%PDF-')
})

test('an answer changes the list at once; 说不准 keeps both branches', async ({ clerk, page }) => {
  await openNotice(clerk)
  await answer(clerk, '11')
  await expect(lines(page).filter({ hasText: '授权委托书' })).toHaveCount(0)
  await clerk.press('4')
  await expect(lines(page).filter({ hasText: '授权委托书' })).toContainText('如果“家人代办、村里帮办员代办”才要')
  await expect(current(page)).toContainText('老人社保卡能用吗？')
  await clerk.press('Alt+ArrowLeft')
  await clerk.press('2')
  await expect(lines(page).filter({ hasText: '授权委托书' })).toContainText('因“家人代办”')
})

test('an answer that rules the matter out says why and where to go instead', async ({ clerk, page }) => {
  await openNotice(clerk)
  await clerk.press('2')
  await expect(page.getByRole('heading', { name: '按这个情形，这里办不了' })).toBeVisible()
  await expect(lines(page)).toHaveCount(0)
  await expect(page.locator('.instead')).toHaveText(/80/)
})

test('F2 takes the answers along into intake, and Esc finds them again', async ({ clerk, page }) => {
  await openNotice(clerk)
  await answer(clerk, '112')
  await expect(lines(page).filter({ hasText: '授权委托书' })).toBeVisible()
  await clerk.press('F2')
  await expect(clerk.step('身份')).toBeVisible()
  await expect(page.getByRole('complementary').getByRole('radio', { name: '家人代办' })).toBeChecked()
  await clerk.press('Escape')
  await expect(page.getByRole('radio', { name: '家人代办' })).toBeChecked()
  await expect(current(page)).toContainText('老人社保卡能用吗？')
})

test('the guide hands its answers over with F4, and prints in large print after Shift+F8', async ({ clerk, page, counter }) => {
  await clerk.lookFor('gljt')
  await expect(page.getByRole('heading', { name: '高龄津贴申领' })).toBeVisible()
  await clerk.press('ArrowDown')
  await clerk.press('Space')
  await page.getByRole('radio', { name: '家人代办' }).check()
  await clerk.press('F8')
  await expect(page.getByText(/已存成文件：.*-1\.pdf/)).toBeVisible()
  await clerk.press('Shift+F8')
  await expect(page.getByRole('radio', { name: 'A4 大字' })).toBeChecked()
  await clerk.press('F8')
  await expect.poll(async () => (await counter.savedPapers()).size).toBe(2)
  await clerk.press('F4')
  await expect(lines(page).filter({ hasText: '授权委托书' })).toBeVisible()
  await expect(page.getByRole('radio', { name: '家人代办' })).toBeChecked()
})

test('the navigation has a search of its own that opens notices', async ({ clerk, page }) => {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '一次告知' }).click()
  await clerk.type('gljt')
  await clerk.press('Enter')
  await expect(page.getByRole('heading', { name: '高龄津贴申领', level: 1 })).toBeVisible()
  await expect(current(page)).toBeVisible()
})

test('a person who was told is told again only with a supervisor’s leave, once', async ({ clerk, page, counter, card }) => {
  await clerk.lay(card, 'ever')
  await openNotice(clerk)
  await clerk.press('F6')
  await expect(page.getByText('告知对象')).toBeVisible()
  await answer(clerk, '1111')
  await clerk.press('F8')
  await expect(page.getByText(/已存成文件：/)).toBeVisible()

  await clerk.press('Escape')
  await openNotice(clerk)
  await card.lift()
  await clerk.lay(card, 'ever')
  await clerk.press('F6')
  await expect(page.getByText(/样例窗口员 已经告知过一次。\s*再告知要负责人同意。/)).toBeVisible()
  await answer(clerk, '1121')
  await clerk.press('F8')
  const dialog = page.getByRole('dialog', { name: '再告知一次，要负责人同意' })
  await expect(dialog.getByLabel('为什么要再告知一次')).toBeFocused()
  await readableForEverybody(clerk)
  await dialog.getByLabel('为什么要再告知一次').focus()
  await clerk.type('上次漏问了代办人')
  await clerk.press('Enter')
  await clerk.press('Enter')
  await clerk.type('不是这个口令')
  await clerk.press('Enter')
  await expect(dialog.getByText(/口令不对，还可试 \d 次。/)).toBeVisible()
  await expect(dialog.getByLabel('负责人口令')).toBeFocused()
  await clerk.type(passwordOf('supervisor'))
  await clerk.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText(/已存成文件：/)).toBeVisible()
  expect((await counter.savedPapers()).size).toBe(2)
})
