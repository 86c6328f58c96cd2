/** C02: what must be done today, and the quickest way into the next resident. */
import { expect, test } from '../harness/test'
import { acceptedCase, completeDraft, receivedCase } from '../harness/paperwork'
import { ALLOWANCE, person } from '../harness/sample'

const count = (name: string) => new RegExp(`^${name}`)

test('a quiet morning tells zeros and what to do first', async ({ clerk, page }) => {
  await expect(clerk.page.locator('#matter-search')).toBeFocused()
  await expect(page.locator('.tally b')).toHaveText(Array.from({ length: 8 }, () => '0'))
  await expect(page.getByText('今天还没有要紧的事。F2 开始受理，F5 叫号。')).toBeVisible()
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
    for (const [at, told] of [['1', 1], ['5', 2], ['4', 0]] as const) {
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

  test('a paper is printed from the shelf and leaves it', async ({ clerk, page }) => {
    const shelf = page.getByRole('region', { name: '待打印' })
    // Two of the accepted case, one of the received one.
    await expect(shelf.getByRole('listitem')).toHaveCount(3)
    await shelf.getByRole('button', { name: '打印', exact: true }).first().click()
    await expect(shelf.getByRole('listitem')).toHaveCount(2)
    await clerk.press('Alt+6')
    await expect(page.getByRole('heading', { level: 1, name: '2 份等着打' })).toBeVisible()
  })

  test('a paper that cannot be printed stays on the shelf, and the case stands', async ({ counter, page }) => {
    await counter.losePaperFolder()
    const shelf = page.getByRole('region', { name: '待打印' })
    await expect(shelf.getByRole('listitem')).toHaveCount(3)
    await shelf.getByRole('button', { name: '打印', exact: true }).first().click()
    await expect(shelf.getByText(/没打出来：/)).toBeVisible()
    await expect(shelf.getByRole('listitem')).toHaveCount(3)
    await expect(page.locator('.tally li').filter({ hasText: '今日受理' }).locator('b')).toHaveText('1')
  })

  test('the draft goes on where it stopped', async ({ clerk, page }) => {
    await page.getByRole('button', { name: '接着办' }).click()
    await expect(clerk.step('材料')).toBeVisible()
  })
})

test.describe('what was demanded off the list', () => {
  test('is refused in the correction notice with the lawful ways, and is recorded', async ({ counter, clerk, page }) => {
    const taken = await receivedCase(counter, { applicant: person('样例王秀兰', 2), code: ALLOWANCE })
    await clerk.reload()
    await expect(page.locator('tr.row').first()).toBeVisible()
    await clerk.press('ArrowDown')
    await clerk.press('Enter')
    await page.getByRole('button', { name: '补正告知 2' }).click()
    await expect(page.getByRole('heading', { name: '一次补正告知' })).toBeVisible()
    await page.getByLabel('还想要别的？先在清单里对一对').fill('无违法犯罪记录证明')
    await clerk.press('Enter')
    await expect(page.getByRole('alert')).toContainText('清单里没有“无违法犯罪记录证明”，不能要求群众提供。 已记录。')
    await expect(page.getByRole('alert')).toContainText('12345')
    await page.getByRole('button', { name: '记给管目录的人' }).click()
    await expect(page.getByText('记下了，随下一次上报。')).toBeVisible()
    const view = await counter.call('show_case', { number: taken.number })
    expect(view.row.state).toBe('received')
    expect(view.events.map((event) => event.kind)).toContain('off_list_demand')
    // A clerk's own workbench does not count it.
    await clerk.reload()
    await expect(page.locator('.tally')).toBeVisible()
    await expect(page.getByRole('region', { name: '疑似超清单要求' })).toHaveCount(0)
  })

  test('what the list has is put on the notice instead', async ({ counter, clerk, page }) => {
    await receivedCase(counter, { applicant: person('样例王秀兰', 2), code: ALLOWANCE })
    await clerk.reload()
    await expect(page.locator('tr.row').first()).toBeVisible()
    await clerk.press('ArrowDown')
    await clerk.press('Enter')
    await page.getByRole('button', { name: '补正告知 2' }).click()
    await page.getByLabel('还想要别的？先在清单里对一对').fill('身份证')
    await clerk.press('Enter')
    await expect(page.getByText(/清单里有“.*身份证.*”，已勾上/)).toBeVisible()
    await expect(page.getByRole('checkbox', { name: /身份证/ }).first()).toBeChecked()
  })
})

test.describe('for a supervisor', () => {
  test.use({ role: 'supervisor' })

  test('attempts of the month are listed with who, when, what and the matter', async ({ counter, clerk, page }) => {
    const taken = await receivedCase(counter, { applicant: person('样例王秀兰', 2), code: ALLOWANCE })
    await clerk.reload()
    const shelf = page.getByRole('region', { name: '疑似超清单要求' })
    await expect(shelf).toContainText('本月没有。')
    await counter.call('check_demand', { draft: null, number: taken.number, text: '无违法犯罪记录证明' })
    await expect(shelf.getByText('本月 1 次')).toBeVisible()
    await expect(shelf.getByRole('listitem')).toContainText('无违法犯罪记录证明')
    await expect(shelf.getByRole('listitem')).toContainText(/样例负责人 · 高龄津贴申领/)
    await shelf.getByRole('button', { name: '看办件' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '高龄津贴申领' })).toBeVisible()
  })
})
