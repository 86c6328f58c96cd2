/** What holds on every screen: readable for everybody, nothing cut at any size, focus always seen. */
import AxeBuilder from '@axe-core/playwright'
import { stopsTo, tabStops } from '../checks/focus'
import { misfits } from '../checks/layout'
import type { Clerk } from '../harness/clerk'
import { screens } from '../harness/screens'
import { expect, test } from '../harness/test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const WINDOWS = [[1366, 768], [1440, 900], [1920, 1080]] as const
const SCALES = [100, 125, 150, 200] as const
const ALL = WINDOWS.flatMap(([width, height]) => SCALES.map((scale) => ({ width, height, scale })))
/** The narrowest, the largest text in the smallest window, and the usual large window. */
const SOME = [
  { width: 1366, height: 768, scale: 100 },
  { width: 1366, height: 768, scale: 200 },
  { width: 1920, height: 1080, scale: 125 },
] as const
const SIZES = process.env.YICHUANG_TEST_LONG ? ALL : SOME

/** F11 until the text has the size. */
async function scaleTo({ page }: Clerk, scale: number): Promise<void> {
  for (let step = 0; step < SCALES.length; step += 1) {
    if ((await page.locator('html').getAttribute('data-scale')) === String(scale)) return
    await page.keyboard.press('F11')
  }
  await expect(page.locator('html')).toHaveAttribute('data-scale', String(scale))
}

async function axe({ page }: Clerk): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
  return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`))
}

for (const screen of screens) {
  test.describe(screen.name, () => {
    test.use({ home: screen.home ?? 'demo', role: screen.role ?? 'clerk' })
    test.beforeEach(async ({ clerk, counter, centre }) => {
      if (screen.arrange) {
        await screen.arrange(counter, centre)
        await clerk.reload()
      }
      await screen.open(clerk)
    })

    test('is accessible in both themes and shows the focus wherever Tab goes', async ({ clerk, page }) => {
      expect(await stopsTo(clerk, screen.action(page)), 'Tab stops to what the screen is for').toBeLessThanOrEqual(12)
      expect((await tabStops(clerk)).filter((stop) => stop.hidden !== '')).toEqual([])
      expect(await axe(clerk)).toEqual([])
      await clerk.press('Shift+F11')
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast')
      expect(await axe(clerk)).toEqual([])
    })

    test('fits every window and text size', async ({ clerk, page }) => {
      for (const { width, height, scale } of SIZES) {
        await page.setViewportSize({ width, height })
        await scaleTo(clerk, scale)
        expect.soft(await misfits(page), `${width}×${height} at ${scale} %`).toEqual([])
      }
    })
  })
}
