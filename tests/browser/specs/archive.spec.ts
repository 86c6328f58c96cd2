/** What was photographed at the window before is not asked for again (C06.3). */
import type { Page } from '@playwright/test'
import type { Counter } from '../harness/counter'
import { completeDraft } from '../harness/paperwork'
import { person } from '../harness/sample'
import { expect, test } from '../harness/test'

const RELIEF = '11370481MB9X11814D4370511003000'
const CARD = 'MAT-IDCARD'
const applicant = person('样例𠮷', 1)

/** An accepted case whose identity card was photographed. */
async function photographed(counter: Counter, page: Page): Promise<void> {
  const draft = await completeDraft(counter, { applicant })
  const picture = await counter.addPage(draft.id, '身份证.png', await page.screenshot())
  const materials = draft.content.materials.map((choice) => (choice.material === CARD ? { ...choice, how: 'captured', files: [picture], pages: null } : choice))
  // The form lists how each material was handed in, so it is signed as it says now.
  const signed = draft.content.signed.map((paper) => ({ ...paper, content: '' }))
  await counter.call('save_draft', { id: draft.id, content: { ...draft.content, materials, signed } })
  await counter.call('accept_case', { draft: draft.id })
}

test('the same person has the page used again, with where it came from', async ({ clerk, page, counter }) => {
  await photographed(counter, page)
  const draft = await counter.call('open_draft', { code: RELIEF, answers: {} })
  await counter.call('save_draft', { id: draft.id, content: { ...draft.content, applicant, step: 3 } })
  await clerk.reload()
  await page.getByRole('button', { name: '接着办' }).click()
  const row = clerk.step('材料').getByRole('row').filter({ hasText: '身份证' }).first()
  await expect(row).toContainText('免交，用档案里的')
  await row.click()
  await expect(page.getByText(/\d{4}-\d\d-\d\d 高龄津贴申领 已收/).first()).toBeVisible()
  const stored = async () => (await counter.call('show_draft', { id: draft.id })).content.materials.find(({ material }) => material === CARD)
  await expect.poll(stored).toMatchObject({ how: 'held', files: [{ name: '身份证.png' }] })
})

test('a page compared with its original says so over the picture, by whom and when, and its bytes stay what they are', async ({ clerk, page, counter }) => {
  await photographed(counter, page)
  await clerk.press('F3')
  await expect(page.getByRole('grid').getByText(applicant.name)).toBeVisible()
  await page.getByRole('grid').getByText(applicant.name).click()
  await clerk.press('Enter')
  await page.getByRole('tab', { name: /材料/ }).click()
  await page.getByRole('button', { name: '1 页' }).first().click()
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByText(/此件经与原件核对无误，仅供办理政务服务事项时使用。样例窗口员 \d{4}-\d\d-\d\d/).first()).toBeVisible()
  const { materials } = await counter.call('show_case', { number: (await counter.call('search_cases', { text: applicant.name, period: 'all', state: '', sync: '', tally: '', offset: 0, limit: 1 })).rows[0]!.number })
  const kept = materials.find(({ material }) => material === CARD)
  expect(kept?.level).toBe('b')
  await expect(sheet.getByText(`原图摘要 ${kept?.files[0]?.sha256.slice(0, 16)}…`)).toBeVisible()
})
