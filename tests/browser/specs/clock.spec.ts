/** A clock that cannot be trusted: one question, one key, and the case goes on. */
import { completeDraft } from '../harness/paperwork'
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
