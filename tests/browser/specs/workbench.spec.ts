/** C02: what must be done today, and the quickest way into the next resident. */
import { expect, test } from '../harness/test'
import { acceptedCase, completeDraft, receivedCase } from '../harness/paperwork'
import { ALLOWANCE, person } from '../harness/sample'

const count = (name: string) => new RegExp(`^${name}`)

test('a quiet morning tells zeros and what to do first', async ({ clerk, page }) => {
  await expect(clerk.page.locator('#matter-search')).toBeFocused()
  await expect(page.locator('.tally b')).toHaveText(Array.from({ length: 8 }, () => '0'))
  await expect(page.getByText('今天还没有要紧的事。F2 开始受理。')).toBeVisible()
  await expect(page.getByText('没有没办完的草稿。')).toBeVisible()
  await expect(page.getByText('没有等着打印的文书。')).toBeVisible()
})

test.describe('with a morning behind it', () => {
  test.beforeEach(async ({ counter, clerk }) => {
    await acceptedCase(counter, { applicant: person('样例𠮷', 1) })
    await receivedCase(counter, { applicant: person('样例王秀兰', 2), code: ALLOWANCE })
    const draft = await completeDraft(counter, { applicant: person('样例赵', 3) })
    await counter.call('save_draft', { id: draft.id, content: { ...draft.content, step: 3 } })
    await clerk.reload()
  })

  test('each count opens as many cases as it tells', async ({ clerk, page }) => {
    const cells = page.locator('.tally li')
    await expect(cells.filter({ hasText: '今日受理' }).locator('b')).toHaveText('1')
    for (const [at, told] of [['1', 1], ['5', 2], ['6', 2], ['4', 0]] as const) {
      await expect(cells.nth(Number(at) - 1).locator('b')).toHaveText(String(told))
      await clerk.press(`Alt+${at}`)
      await expect(page.getByText(`共 ${told} 件`)).toBeVisible()
      await clerk.press('Escape')
      await expect(page.locator('#matter-search')).toBeFocused()
    }
  })

  test('the undecided case is pressing, is looked at with the space bar and opened with Enter', async ({ clerk, page }) => {
    const row = page.locator('tr.row')
    await expect(row).toHaveCount(1)
    await expect(row).toContainText('决定是否受理')
    await clerk.press('ArrowDown')
    await clerk.press('Space')
    await expect(page.getByRole('dialog', { name: '样例王秀兰 · 高龄津贴申领' })).toBeVisible()
    await clerk.press('Escape')
    await expect(row).toBeFocused()
    await clerk.press('Space')
    await expect(page.getByRole('dialog').locator('dl')).toBeVisible()
    await clerk.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: '高龄津贴申领' })).toBeVisible()
  })

  test('typing in the list goes to the search, and Esc brings the workbench back', async ({ clerk, page }) => {
    await clerk.press('ArrowDown')
    await page.keyboard.type('gljt')
    await expect(page.locator('#matter-search')).toHaveValue('gljt')
    await expect(page.locator('.summary h2')).toHaveText('高龄津贴申领')
    await clerk.press('Escape')
    await expect(page.getByRole('button', { name: count('今日受理') })).toBeVisible()
  })

  test('a paper is printed from the shelf and leaves it', async ({ page }) => {
    const shelf = page.getByRole('region', { name: '待打印' })
    // Two of the accepted case, one of the received one.
    await expect(shelf.getByRole('listitem')).toHaveCount(3)
    await shelf.getByRole('button', { name: '打印' }).first().click()
    await expect(shelf.getByRole('listitem')).toHaveCount(2)
  })

  test('a paper that cannot be printed stays on the shelf, and the case stands', async ({ counter, page }) => {
    await counter.losePaperFolder()
    const shelf = page.getByRole('region', { name: '待打印' })
    await expect(shelf.getByRole('listitem')).toHaveCount(3)
    await shelf.getByRole('button', { name: '打印' }).first().click()
    await expect(shelf.getByText('上次没打成')).toBeVisible()
    await expect(shelf.getByRole('alert')).toBeVisible()
    await expect(shelf.getByRole('listitem')).toHaveCount(3)
    await expect(page.locator('.tally li').filter({ hasText: '今日受理' }).locator('b')).toHaveText('1')
  })

  test('the draft goes on where it stopped', async ({ clerk, page }) => {
    await page.getByRole('button', { name: '接着办' }).click()
    await expect(clerk.step('材料')).toBeVisible()
  })
})
