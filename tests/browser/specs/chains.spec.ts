/** C07: several matters in one visit, by the keyboard: one form, one set of materials, one receipt. */
import { expect, test } from '../harness/test'
import type { Clerk } from '../harness/clerk'
import { completeChain } from '../harness/paperwork'
import { chainWithout } from '../harness/publisher'
import { idNumber, person } from '../harness/sample'

const CHAIN = '身后一件事'
/** No form has more gaps. */
const MOST_GAPS = 40

/** Opens C07 and goes to a chain with the arrows. */
async function openChain(clerk: Clerk, name: string): Promise<void> {
  const { page } = clerk
  await clerk.press('Control+k')
  await clerk.type(name)
  await expect(page.getByRole('option', { name })).toBeVisible()
  await clerk.press('Enter')
  await expect(page.getByRole('heading', { name, level: 2 })).toBeVisible()
}

/** Answers whatever has the focus, as its kind wants it. */
async function answerFocused(clerk: Clerk): Promise<void> {
  const focused = await clerk.page.evaluate(() => {
    const field = document.activeElement as HTMLInputElement
    const label = field.labels?.[0]?.textContent ?? field.getAttribute('aria-label') ?? ''
    return { type: field.type, tag: field.tagName, label, value: field.value ?? '' }
  })
  if (focused.tag === 'SELECT') {
    await clerk.press('ArrowDown')
    return
  }
  if (focused.type === 'radio' || focused.type === 'checkbox') {
    await clerk.press('1')
    return
  }
  await clerk.page.keyboard.press('Control+a')
  if (/号码|证件号/.test(focused.label)) await clerk.type(idNumber('19440321', 7))
  else if (/电话/.test(focused.label)) await clerk.type('0632-1234567')
  else if (/日期|时间/.test(focused.label)) await clerk.type('2026-11-02')
  else if (/账号/.test(focused.label)) await clerk.type('6200000000000000000')
  else await clerk.type('样例')
}

/** From gap to gap by the key, until nothing is open. */
async function fillGaps(clerk: Clerk): Promise<void> {
  const { page } = clerk
  const form = clerk.step('表单')
  await expect(form).toBeVisible()
  for (let gap = 0; gap < MOST_GAPS && !(await form.getByText('还有 0 项要填').isVisible()); gap += 1) {
    await clerk.press('Alt+g')
    await expect(form.locator('input:focus, select:focus, textarea:focus')).toBeVisible()
    await answerFocused(clerk)
    await page.keyboard.press('Tab')
  }
  await clerk.saved()
  await clerk.press('Control+Enter')
}

test('the keyboard alone takes four matters in as one, with one receipt', async ({ clerk, page, card, counter }) => {
  await openChain(clerk, CHAIN)
  await clerk.press('5')
  await expect(page.getByText(/合并后：表单 \d+ 项 \(原 \d+\) · 材料 \d+ 份 \(原 \d+\) · 来 1 次 \(原 4\)/)).toBeVisible()
  await expect(page.getByText('先后：1 → 3 → 4，2 并行')).toBeVisible()
  await clerk.press('Control+Enter')
  await expect(clerk.step('身份')).toBeVisible()
  await expect(page.getByText('4 项一起办')).toBeVisible()
  await clerk.readCard(card, 'rare')
  await clerk.press('Control+Enter')
  await fillGaps(clerk)
  await expect(clerk.step('材料')).toBeVisible()
  await clerk.press('Alt+a')
  // A written promise is no original to be seen: it is taken as paper.
  for (let row = 0; row < 3; row += 1) await clerk.press('ArrowDown')
  await expect(page.getByRole('complementary', { name: '死亡情况申报承诺书' })).toBeVisible()
  await clerk.press('3')
  await clerk.press('Control+Enter')
  await clerk.confirmAndSign(['1', '2'])
  await clerk.press('F9')
  await expect(page.getByRole('heading', { name: '各项编号' })).toBeVisible()
  const whole = await clerk.number()
  expect(whole).toMatch(/^LY03-\d{8}-0001-[0-9A-Z]$/)
  const found = await counter.call('search_cases', { text: whole, period: 'all', state: '', sync: '', tally: '', offset: 0, limit: 20 })
  expect(found.total).toBe(4)
  const { chain, papers: made } = await counter.call('show_case', { number: found.rows[0]?.number ?? '' })
  expect(chain?.cases.length).toBe(4)
  expect(made.filter(({ document }) => document === 'receipt').length).toBe(1)
})

test('a matter that left the chain is named before the others of a draft go on', async ({ clerk, page, counter, sampleHome, folder }) => {
  const draft = await completeChain(counter, { applicant: person('样例甲', 1), code: 'YJS-02' })
  const last = draft.chain?.matters.filter((matter) => matter.chosen).at(-1)
  await counter.takePack(await chainWithout(sampleHome, folder, 'YJS-02', last?.code ?? ''))
  await expect(counter.call('accept_case', { draft: draft.id })).rejects.toThrow('DRAFT-002')
  await clerk.reload()
  await page.getByRole('button', { name: /接着办/ }).first().press('Enter')
  await expect(page.getByText(`这次不能再办“${last?.name}”`)).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: last?.name })).toContainText('这次不办')
  await expect(page.getByRole('button', { name: /^看过了，接着办/ })).toBeFocused()
  await clerk.press('Enter')
  await expect(clerk.step('受理')).toBeVisible()
  await expect.poll(async () => (await counter.call('show_draft', { id: draft.id })).problems.map(({ rule }) => rule)).not.toContain('changes_unseen')
})
