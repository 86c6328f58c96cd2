/** C04: the guide for exactly this situation. */
import AxeBuilder from '@axe-core/playwright'
import { misfits } from '../checks/layout'
import { passwordOf } from '../harness/counter'
import { newEdition } from '../harness/publisher'
import { ALLOWANCE } from '../harness/sample'
import { expect, test } from '../harness/test'

/** The official sample guide, which ends its list with a catch-all. */
const LOOSE = '预防接种异常反应鉴定'

test.describe('of an allowance', () => {
  test.beforeEach(async ({ clerk, page }) => {
    await clerk.lookFor('gljt')
    await expect(page.getByRole('heading', { name: '高龄津贴申领' })).toBeVisible()
    await clerk.press('ArrowDown')
    await clerk.press('Space')
    await expect(page.getByRole('heading', { name: '高龄津贴申领', level: 1 })).toBeVisible()
  })

  test('an answer changes the list at once, and the list is the exact one of the desk', async ({ page, counter }) => {
    const materials = page.locator('table.materials tbody tr')
    await expect(materials.filter({ hasText: '授权委托书' })).toHaveCount(0)
    await page.getByRole('radio', { name: '家人代办' }).check()
    await expect(materials.filter({ hasText: '授权委托书' })).toBeVisible()
    const guide = await counter.call('show_guide', { code: ALLOWANCE, answers: { who: 'agent' } })
    await expect(materials.locator('td:nth-child(2) b')).toHaveText(guide.requirements.lines.map((line) => line.name))
  })

  test('digits answer the questions without a mouse', async ({ clerk, page }) => {
    await clerk.press('6')
    await expect(page.getByRole('radio', { name: '家人代办' })).toBeChecked()
  })

  test('an answer that rules the matter out says why and where to go instead', async ({ page }) => {
    await page.getByRole('radio', { name: '还没到80' }).check()
    await expect(page.locator('table.materials')).toHaveCount(0)
    await expect(page.getByRole('status').filter({ hasText: /80/ }).first()).toBeVisible()
  })

  test('F8 prints the guide of this situation: a PDF is saved where no printer is', async ({ clerk, page, counter }) => {
    await page.getByRole('radio', { name: '家人代办' }).check()
    await clerk.press('F8')
    await expect(page.getByText(/已存成文件：.*\.pdf/)).toBeVisible()
    const papers = await counter.savedPapers()
    expect(papers.size).toBe(1)
    for (const bytes of papers.values()) {
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
      expect(bytes.subarray(-7).toString()).toContain('%%EOF')
      expect(bytes.length).toBeGreaterThan(10_000)
    }
  })

  test('F2 takes the answers along into intake', async ({ clerk, page }) => {
    await page.getByRole('radio', { name: '家人代办' }).check()
    await clerk.press('F2')
    await expect(clerk.step('身份')).toBeVisible()
    await expect(page.getByRole('complementary').getByRole('radio', { name: '家人代办' })).toBeChecked()
  })

  test('Shift+F8 goes through the styles; a ticket says what to bring on a roll of 80 mm', async ({ clerk, page, counter }) => {
    const style = page.getByRole('radiogroup').or(page.getByRole('group')).filter({ hasText: '小票要点' }).first()
    for (const next of ['A4 大字', '小票要点']) {
      await clerk.press('Shift+F8')
      await expect(style.getByRole('radio', { name: next })).toBeChecked()
    }
    await clerk.press('F8')
    await expect(page.getByText(/《办事要点》已存成文件：.*guide_ticket.*\.pdf/)).toBeVisible()
    const [bytes] = (await counter.savedPapers()).values()
    expect(bytes?.toString('latin1')).toMatch(/\/MediaBox\s*\[\s*0\s+0\s+226\.7/)
  })

  test('another level is not spoken of while the catalogue has none', async ({ page }) => {
    await expect(page.getByRole('heading', { name: '上下级对照' })).toHaveCount(0)
  })
})

test('a catch-all is told where it is, and stands only by a supervisor’s name and reason', async ({ clerk, page }) => {
  await clerk.lookFor(LOOSE)
  await expect(page.getByRole('heading', { name: LOOSE })).toBeVisible()
  await clerk.press('ArrowDown')
  await clerk.press('Space')
  await page.getByRole('button', { name: '1 处待完善' }).click()
  const finding = page.locator('#guide-findings li')
  await expect(finding).toContainText('“五、申请材料”第 6 项')
  await expect(finding).toContainText('窗口不得据此要求清单以外的材料')
  await finding.getByRole('button', { name: '批准保留…' }).click()
  const dialog = page.getByRole('dialog', { name: '批准保留这处表述' })
  await page.keyboard.type('原文')
  await dialog.getByRole('button', { name: '批准保留' }).click()
  await expect(dialog.getByText('写明理由，至少 4 个字')).toBeVisible()
  expect(await misfits(page)).toEqual([])
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
  await dialog.getByLabel('为什么保留').fill('鉴定办法原文如此，等省里修改')
  await dialog.getByLabel('负责人口令').fill(passwordOf('supervisor'))
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(finding).toContainText(/样例负责人批准保留，.+：鉴定办法原文如此，等省里修改/)
  expect(await misfits(page)).toEqual([])
})

test('the same matter at another level is told with every difference', async ({ clerk, page, counter, sampleHome, folder }) => {
  const pack = await newEdition(sampleHome, folder, ALLOWANCE, (matter) => {
    matter.code = matter.code.replace('11370481', '11370400')
    matter.materials = matter.materials.slice(1)
  })
  await counter.takePack(pack)
  await clerk.lookFor(ALLOWANCE)
  await expect(page.getByRole('heading', { name: '高龄津贴申领' })).toBeVisible()
  await clerk.press('ArrowDown')
  await clerk.press('Space')
  const copies = page.locator('#guide-copies')
  await expect(copies.getByRole('heading', { name: '上下级对照' })).toBeVisible()
  await expect(copies.locator('li')).toHaveText(/本级要，那边不要。 本级要求多/)
  expect(await misfits(page)).toEqual([])
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
})
