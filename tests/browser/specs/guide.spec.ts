/** C04: the guide for exactly this situation. */
import { expect, test } from '../harness/test'
import { ALLOWANCE } from '../harness/sample'

test.beforeEach(async ({ clerk, page }) => {
  await clerk.lookFor('gljt')
  await expect(page.getByRole('heading', { name: '高龄津贴申领' })).toBeVisible()
  await clerk.press('ArrowDown')
  await clerk.press('Space')
  await expect(page.getByRole('heading', { name: '高龄津贴申领', level: 1 })).toBeVisible()
})

test('an answer changes the list at once, and the list is the exact one of the desk', async ({ page, counter }) => {
  const materials = page.locator('table.materials tbody tr')
  await expect(materials.filter({ hasText: '授权委托书' })).toHaveCount(0)
  await page.getByRole('radio', { name: '家人代办' }).check()
  await expect(materials.filter({ hasText: '授权委托书' })).toBeVisible()
  const guide = await counter.call('show_guide', { code: ALLOWANCE, answers: { who: 'agent' } })
  await expect(materials.locator('td:nth-child(2) b')).toHaveText(guide.requirements.lines.map((line) => line.name))
})

test('digits answer the questions without a mouse', async ({ clerk, page }) => {
  await clerk.press('6')
  await expect(page.getByRole('radio', { name: '家人代办' })).toBeChecked()
})

test('an answer that rules the matter out says why and where to go instead', async ({ page }) => {
  await page.getByRole('radio', { name: '还没到80' }).check()
  await expect(page.locator('table.materials')).toHaveCount(0)
  await expect(page.getByRole('status').filter({ hasText: /80/ }).first()).toBeVisible()
})

test('F8 prints the guide of this situation: a PDF is saved where no printer is', async ({ clerk, page, counter }) => {
  await page.getByRole('radio', { name: '家人代办' }).check()
  await clerk.press('F8')
  await expect(page.getByText(/已存成文件：.*\.pdf/)).toBeVisible()
  const papers = await counter.savedPapers()
  expect(papers.size).toBe(1)
  for (const bytes of papers.values()) {
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(bytes.subarray(-7).toString()).toContain('%%EOF')
    expect(bytes.length).toBeGreaterThan(10_000)
  }
})

test('F2 takes the answers along into intake', async ({ clerk, page }) => {
  await page.getByRole('radio', { name: '家人代办' }).check()
  await clerk.press('F2')
  await expect(clerk.step('身份')).toBeVisible()
  await expect(page.getByRole('complementary').getByRole('radio', { name: '家人代办' })).toBeChecked()
})
