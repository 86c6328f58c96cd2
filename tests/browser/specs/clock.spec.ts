/** A clock that cannot be trusted: one question, one key, and the case goes on. */
import AxeBuilder from '@axe-core/playwright'
import { completeDraft, receivedCase } from '../harness/paperwork'
import { person } from '../harness/sample'
import { misfits } from '../checks/layout'
import { expect, test } from '../harness/test'
import type { Clerk } from '../harness/clerk'
import type { Counter } from '../harness/counter'

/** A draft on its last step, in the window. */
async function atTheDecision(clerk: Clerk, counter: Counter, n: number): Promise<void> {
  await completeDraft(counter, { applicant: person('样例一', n) })
  await clerk.reload()
  await clerk.page.getByRole('button', { name: /接着办/ }).first().click()
  await expect(clerk.step('受理').locator('.btn.primary')).toBeVisible()
}

test.describe('a clock three hours back', () => {
  test.use({ clockAhead: -180 })

  test('is told in the light, asked about before the number, and confirmed once', async ({ clerk, page, counter }) => {
    await expect(clerk.light).toHaveText('本机时间可能不准，差 3 小时')
    await atTheDecision(clerk, counter, 1)
    await clerk.press('F9')
    const dialog = page.getByRole('dialog', { name: '先确认今天的日期' })
    await expect(dialog.getByText(/^\d{4}年\d{1,2}月\d{1,2}日 周. \d\d:\d\d，本机时间比它早 3 小时$/)).toBeVisible()
    await expect(dialog.getByText('什么也没丢')).toBeVisible()
    const confirm = dialog.getByRole('button', { name: /^今天是 \d{4}年\d{1,2}月\d{1,2}日 周./ })
    await expect(confirm).toBeFocused()
    expect(await misfits(page)).toEqual([])

    await clerk.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(clerk.step('受理').locator('.btn.primary')).toBeVisible()
    expect((await counter.call('list_drafts', {})).drafts).toHaveLength(1)

    await clerk.press('F9')
    await expect(confirm).toBeFocused()
    await clerk.press('Enter')
    const first = await clerk.number()
    expect(first).toContain('-0001-')

    await atTheDecision(clerk, counter, 2)
    await clerk.press('F9')
    expect(await clerk.number(), 'nobody is asked again today').toContain('-0002-')
    await expect(dialog).toBeHidden()
  })
})

test.describe('a clock three hours ahead of the platform', () => {
  test.use({ clockAhead: 180 })

  test('is asked about on the case page as well, readable for everybody at any size', async ({ clerk, page, counter, centre }) => {
    const { number } = await receivedCase(counter, { applicant: person('样例一', 1) })
    await centre.start()
    await counter.call('sync_now', {})
    await expect(clerk.light).toHaveText('本机时间可能不准，差 3 小时')
    await clerk.press('F3')
    await page.getByLabel('查办件').fill(number)
    await expect(page.getByText('共 1 件')).toBeVisible()
    await clerk.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: '高龄津贴申领' })).toBeVisible()
    await clerk.press('1')
    const dialog = page.getByRole('dialog', { name: '先确认今天的日期' })
    await expect(dialog.getByText('按上级平台的时间，本机快了 3 小时')).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    for (let larger = 0; larger < 3; larger += 1) await clerk.press('F11')
    await expect(page.locator('html')).toHaveAttribute('data-scale', '200')
    expect(await misfits(page)).toEqual([])

    await clerk.press('Enter')
    // The case page may say so for a moment before its confirmation takes its place.
    await expect(page.locator('.whole')).toHaveText(number)
    await expect(page.getByRole('status').filter({ hasText: '已受理' })).toBeVisible()
  })
})
