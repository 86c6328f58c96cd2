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

test.describe('what people call a matter', () => {
  test('is added with the keyboard, found at once, and taken back', async ({ clerk, page }) => {
    await clerk.press('F2')
    await clerk.lookFor('gljt')
    await expect(page.getByRole('heading', { name: '高龄津贴申领' })).toBeVisible()
    await clerk.press('Alt+s')
    await expect(page.locator('.aliases input')).toBeFocused()
    await clerk.type('老来补')
    await clerk.press('Enter')
    await expect(page.getByText('加上了“老来补”，现在就能搜到，随下一次上报。')).toBeVisible()
    await clerk.press('Escape')
    await expect(page.locator('#matter-search')).toBeFocused()
    await clerk.lookFor('老来补')
    await expect(page.getByRole('grid').getByRole('row', { name: /高龄津贴申领.*俗称 老来补/ })).toBeVisible()
    await page.getByRole('button', { name: '撤回“老来补”' }).click()
    await expect(page.getByText('没有叫“老来补”的事项。')).toBeVisible()
  })

  test('is refused in words when it is known or may be a personal number', async ({ clerk, page }) => {
    await clerk.lookFor('gljt')
    for (const [words, why] of [
      ['高龄津贴申领', '这就是事项的名称，不用再记。'],
      ['老年补贴', '这个事项已经有这个叫法了。'],
      ['王某13800006120', '里面像是有证件号或电话，没有记。'],
      ['补', '至少写 2 个字。'],
    ] as const) {
      await clerk.press('Alt+s')
      await page.locator('.aliases input').fill(words)
      await clerk.press('Enter')
      await expect(page.getByRole('alert')).toContainText(why)
    }
  })

  test('is told where nothing was found: the matter is searched and takes the words', async ({ clerk, page }) => {
    await clerk.press('F2')
    await clerk.lookFor('老来补')
    await expect(page.getByText('没有叫“老来补”的事项。')).toBeVisible()
    await clerk.press('Alt+s')
    await expect(page.getByText('“老来补”是哪个事项的叫法？')).toBeVisible()
    await expect(page.locator('#matter-search')).toBeFocused()
    await clerk.type('gljt')
    await expect(page.getByRole('heading', { name: '高龄津贴申领' })).toBeVisible()
    await clerk.press('Enter')
    await expect(page.getByText('记上了：“老来补”就是“高龄津贴申领”，现在就能搜到。')).toBeVisible()
    await expect(page.getByRole('grid').getByRole('row', { name: /高龄津贴申领.*俗称 老来补/ })).toBeVisible()
  })

  test('is given up with Esc, and the words are back in the search', async ({ clerk, page }) => {
    await clerk.lookFor('老来补')
    await expect(page.getByText('没有叫“老来补”的事项。')).toBeVisible()
    await clerk.press('Alt+s')
    await expect(page.getByText('“老来补”是哪个事项的叫法？')).toBeVisible()
    await clerk.press('Escape')
    await expect(page.locator('#matter-search')).toHaveValue('老来补')
    await expect(page.getByText('没有叫“老来补”的事项。')).toBeVisible()
  })
})

test.describe('ways of handling', () => {
  const chip = (name: string) => new RegExp(`^${name} \\d+`)

  test('narrow the list with Ctrl and a digit, and each says how many are left', async ({ clerk, page }) => {
    await clerk.press('F2')
    await clerk.lookFor('社保')
    const onTheSpot = page.getByRole('button', { name: chip('马上办') })
    await expect(onTheSpot).toHaveAttribute('aria-pressed', 'false')
    await expect(onTheSpot.locator('.num')).not.toHaveText('35')
    const told = Number(await onTheSpot.locator('.num').innerText())
    await clerk.press('Control+1')
    await expect(onTheSpot).toHaveAttribute('aria-pressed', 'true')
    await expect(page.getByText(`${told} 个`, { exact: true })).toBeVisible()
    await expect(page.locator('.summary dd', { hasText: '马上办' })).toBeVisible()
    await clerk.press('Control+0')
    await expect(onTheSpot).toHaveAttribute('aria-pressed', 'false')
  })

  test('that leave nothing say so, and how to see everything again', async ({ clerk, page }) => {
    await clerk.press('F2')
    await clerk.lookFor('林木采伐')
    await expect(page.locator('.summary h2')).toContainText('林木采伐')
    await clerk.press('Control+1')
    await expect(page.getByText('没有能“马上办”的“林木采伐”。')).toBeVisible()
    await page.locator('.k-empty').getByRole('button', { name: '不按办理方式筛' }).click()
    await expect(page.locator('.summary h2')).toContainText('林木采伐')
  })
})

test('the names the list had before find what is done in one visit', async ({ clerk, page }) => {
  await clerk.press('F2')
  for (const name of ['最多跑一次', '零跑腿', '只跑一次']) {
    await clerk.lookFor(name)
    await expect(page.getByText('50 个', { exact: true })).toBeVisible()
    await clerk.lookFor('')
  }
})
