/** C03: from the resident's words to the right matter. */
import { expect, test } from '../harness/test'

const WAYS = [
  ['全拼', 'gaolingjintie'],
  ['首字母', 'gljt'],
  ['编码', '11370481MB9X11814D4370511004000'],
  ['名称', '高龄津贴'],
  ['俗称', '老年补贴'],
] as const

for (const [way, text] of WAYS) {
  test(`the allowance is found by ${way}`, async ({ clerk, page }) => {
    await clerk.lookFor(text)
    const rows = page.getByRole('grid', { name: '找到的事项' }).getByRole('row').filter({ has: page.locator('kbd') })
    await expect(rows.filter({ hasText: '高龄津贴申领' })).toBeVisible()
    const found = await rows.allInnerTexts()
    expect(found.findIndex((row) => row.includes('高龄津贴申领'))).toBeLessThan(3)
  })
}

test('words nobody uses are answered with what to try, rare characters included', async ({ clerk, page }) => {
  await page.getByRole('search').getByRole('textbox').pressSequentially('𠮷䶮𬭎')
  await expect(page.getByText('没有叫“𠮷䶮𬭎”的事项。换个说法，或输拼音首字母、编码。')).toBeVisible()
  await clerk.lookFor('gljt')
  await expect(page.getByRole('heading', { name: '高龄津贴申领' })).toBeVisible()
})

test('words nobody uses are kept with F4 for whoever keeps the aliases', async ({ clerk, page }) => {
  await clerk.press('F2')
  await clerk.lookFor('老来补')
  await expect(page.getByText('没有叫“老来补”的事项。')).toBeVisible()
  await clerk.press('F4')
  await expect(page.getByText('记下了“老来补”，随下一次上报，供补充俗称。')).toBeVisible()
  await expect(page.locator('#matter-search')).toBeFocused()
})

test('Enter pressed before the answer opens what was typed, not what was listed', async ({ clerk, page }) => {
  await clerk.press('F2')
  await clerk.type('gljt')
  await clerk.press('Enter')
  await expect(clerk.step('身份')).toBeVisible()
  await expect(page.getByText('高龄津贴申领').first()).toBeVisible()
})

test('a matter kept with Ctrl+D is the first thing on the empty search', async ({ clerk, page }) => {
  await clerk.press('F2')
  await clerk.lookFor('gljt')
  await expect(page.getByRole('heading', { name: '高龄津贴申领' })).toBeVisible()
  await clerk.press('Control+d')
  await expect(page.locator('.summary').getByRole('button', { name: /移出常用/ })).toBeVisible()
  await clerk.lookFor('')
  await expect(page.getByRole('grid').getByRole('row', { name: /1\s*★\s*高龄津贴申领/ })).toBeVisible()
})
