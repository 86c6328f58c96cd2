/** Characters no face draws: cut out of a photograph of the document, or framed and said so before printing. */
import type { Page } from '@playwright/test'
import type { Clerk } from '../harness/clerk'
import { CHARACTER, UNDRAWN, startCutting, undrawn } from '../harness/characterScreens'
import type { Counter } from '../harness/counter'
import { ofdText } from '../harness/ofd'
import { completeDraft } from '../harness/paperwork'
import { barelyBegun, resume } from '../harness/screenParts'
import { person } from '../harness/sample'
import { expect, test } from '../harness/test'
import { sentences } from '../harness/words'

const DRAWN = `注：“样例${UNDRAWN}”的“${UNDRAWN}”本机打不出，已用证件上的字样打印。`

async function accept(clerk: Clerk): Promise<string> {
  await clerk.reload()
  await resume(clerk)
  await expect(clerk.page.locator('.work .btn.primary')).toBeVisible()
  await clerk.press('F9')
  await expect(clerk.page.locator('.whole')).toBeVisible()
  return clerk.number()
}

async function receiptOf(counter: Counter, number: string) {
  const { papers } = await counter.call('show_case', { number })
  const receipt = papers.find(({ document }) => document === 'receipt')
  if (!receipt) throw new Error('the case has no receipt')
  return { receipt, text: ofdText(await counter.bytes('paper_ofd', { id: receipt.id })) }
}

/** On which sides the square holds the character of the photograph. */
async function margins(page: Page): Promise<Record<'left' | 'top' | 'right' | 'bottom', boolean>> {
  const [picture, square] = [await page.locator('.cut img').boundingBox(), await page.locator('.cut .square').boundingBox()]
  if (!picture || !square) throw new Error('nothing is being cut')
  // The photograph is shown in its own size.
  const [left, top] = [square.x - picture.x, square.y - picture.y]
  const within = (edge: number, from: number, to: number) => edge >= from && edge <= to
  return {
    left: within(left, 0, CHARACTER.left),
    top: within(top, 0, CHARACTER.top),
    right: within(CHARACTER.left + CHARACTER.side, left, left + square.width),
    bottom: within(CHARACTER.top + CHARACTER.side, top, top + square.height),
  }
}

test('a name nobody can print is told of once it is stored, and no more when it is typed otherwise', async ({ clerk, page, counter }) => {
  await barelyBegun(1, {}, person('样例甲', 4))(counter)
  await clerk.reload()
  await resume(clerk)
  const name = page.getByLabel('姓名')
  await expect(name).toHaveValue('样例甲')
  await expect(page.getByRole('region', { name: '打不出的字' })).toHaveCount(0)
  await name.fill(`样例${UNDRAWN}`)
  await expect(page.getByText(sentences(`本机打不出“${UNDRAWN}”。字已原样存好，查询、上报都是这个字。从证件照片上截下这个字，打印时用证件上的字样。`))).toBeVisible()
  await expect(page.locator('#field-characters')).toContainText('U+313C9')
  await name.fill('样例甲')
  await expect(page.locator('#field-characters')).toHaveCount(0)
})

test('a character is cut out of a photograph by the keys, and papers print it as it stands there', async ({ clerk, page, counter }) => {
  const { id, content } = await completeDraft(counter, { applicant: undrawn })
  await counter.call('save_draft', { id, content: { ...content, step: 1 } })
  await clerk.reload()
  await resume(clerk)
  await startCutting(clerk)
  for (const key of [...Array<string>(9).fill('ArrowLeft'), ...Array<string>(3).fill('ArrowUp'), '-', '-']) await clerk.press(key)
  await expect.poll(() => margins(page)).toEqual({ left: true, top: true, right: true, bottom: true })
  await clerk.press('Control+Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const line = page.locator('#field-characters li')
  await expect(line.locator('img')).toBeVisible()
  await expect(line.getByRole('button', { name: '重新截' })).toBeFocused()
  await expect.poll(async () => (await counter.call('show_draft', { id })).content.characters.length).toBe(1)

  const kept = await counter.call('show_draft', { id })
  await counter.call('save_draft', { id, content: { ...kept.content, step: 6 } })
  const { receipt, text } = await receiptOf(counter, await accept(clerk))
  expect(receipt.missing).toEqual([])
  expect(text).toContain(`样例${UNDRAWN}`)
  expect(text).toContain(DRAWN)
})

test('a square with nothing written in it is not taken, and says what to do', async ({ clerk, page, counter }) => {
  await barelyBegun(1, {}, undrawn)(counter)
  await clerk.reload()
  await resume(clerk)
  await startCutting(clerk)
  for (let step = 0; step < 15; step += 1) await clerk.press('ArrowRight')
  await clerk.press('Control+Enter')
  await expect(page.getByRole('alert')).toContainText(sentences('这一块里看不清有字。没有存下，还是方框加编码。重新截，让方框正好框住这个字。'))
})

test('a character without a picture is told of before its papers are printed, and framed on them', async ({ clerk, page, counter }) => {
  await completeDraft(counter, { applicant: undrawn })
  const number = await accept(clerk)
  const row = page.getByRole('listitem').filter({ hasText: '申请材料接收凭证' })
  await expect(row).toContainText(`“${UNDRAWN}”本机打不出，纸上画方框并注明编码`)
  await expect(row).toContainText('待打印')
  expect((await counter.savedPapers()).size).toBe(0)
  await row.getByRole('button', { name: '预览' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(sentences(`本机打不出的字：${UNDRAWN}。纸上画了方框和编码。`))
  await clerk.press('F8')
  await expect(row).toContainText('已存到')
  expect((await receiptOf(counter, number)).text).not.toContain(DRAWN)
})
