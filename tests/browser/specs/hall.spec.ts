/** Guides for the hall by the dozen, and the list of proofs for the wall. */
import AxeBuilder from '@axe-core/playwright'
import { misfits } from '../checks/layout'
import { expect, test } from '../harness/test'

test.beforeEach(async ({ clerk }) => {
  await clerk.page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '办事指南' }).click()
  await expect(clerk.page.getByRole('button', { name: '成批打印指南…' })).toBeVisible()
})

test('a category is printed guide by guide, with how far it is, while other pages are open', async ({ clerk, page, counter }) => {
  const { guides } = await counter.call('list_guides', {})
  const of = (name: string) => guides.filter((one) => one.category === name)
  const category = guides.map((one) => one.category).find((name) => of(name).length > 2 && of(name).length < 12) ?? ''
  const wanted = of(category)
  expect(wanted.length).toBeGreaterThan(2)
  await page.getByRole('button', { name: '成批打印指南…' }).click()
  const dialog = page.getByRole('dialog', { name: '成批打印指南' })
  await dialog.getByLabel('打哪些').selectOption(`category ${category}`)
  await dialog.getByText('小票要点').click()
  expect(await misfits(page)).toEqual([])
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
  await dialog.getByRole('button', { name: `开始打印 ${String(wanted.length)} 份` }).click()
  await expect(dialog.getByRole('progressbar')).toBeVisible()
  await clerk.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText(`${String(wanted.length)} / ${String(wanted.length)}`)).toBeVisible({ timeout: 60_000 })
  expect((await counter.savedPapers()).size).toBe(wanted.length)
  await page.getByRole('button', { name: '成批打印…' }).click()
  await expect(dialog.getByText(`打完了，共 ${String(wanted.length)} 份。`)).toBeVisible()
  expect(await misfits(page)).toEqual([])
})

test('it is stopped after the guide under way and taken up again where it stopped', async ({ page, counter }) => {
  await page.getByRole('button', { name: '成批打印指南…' }).click()
  const dialog = page.getByRole('dialog', { name: '成批打印指南' })
  await dialog.getByRole('button', { name: /^开始打印 \d+ 份/ }).click()
  await dialog.getByRole('button', { name: '停下' }).click()
  await expect(dialog.getByText(/已停下，还有 \d+ 份没打。/)).toBeVisible()
  const before = (await counter.savedPapers()).size
  expect(before).toBeGreaterThan(0)
  const { guides } = await counter.call('list_guides', {})
  expect(before).toBeLessThan(guides.filter(({ here }) => here).length)
  await dialog.getByRole('button', { name: /^接着打 \d+ 份/ }).click()
  await expect.poll(async () => (await counter.savedPapers()).size).toBeGreaterThan(before)
  await dialog.getByRole('button', { name: '停下' }).click()
  await dialog.getByRole('button', { name: '不打了' }).click()
  await expect(dialog.getByLabel('打哪些')).toBeVisible()
})

test('the list of proofs for the wall is saved where no printer is', async ({ page, counter }) => {
  await page.getByRole('button', { name: '打印证明事项清单' }).click()
  await expect(page.getByText(/《证明事项清单》已存成文件：.*\.pdf/)).toBeVisible()
  const [bytes] = (await counter.savedPapers()).values()
  expect(bytes?.subarray(0, 5).toString()).toBe('%PDF-')
})
