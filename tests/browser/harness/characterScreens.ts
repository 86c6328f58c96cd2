/** Characters no face draws: the panel on the first step, and cutting one out of a photograph. */
import { expect, type Page } from '@playwright/test'
import type { Clerk } from './clerk'
import type { Counter } from './counter'
import { barelyBegun, resume, type Screen } from './screenParts'
import { person } from './sample'

/** CJK Extension H: in no face a terminal has. */
export const UNDRAWN = '\u{313C9}'
export const undrawn = person(`样例${UNDRAWN}`, 4)

/** Where the character of the photograph is, in its pixels. */
export const CHARACTER = { left: 190, top: 130, side: 70 }

/** A photograph of a document with one character. */
export async function photograph(page: Page): Promise<Buffer> {
  const { left, top, side } = CHARACTER
  const other = await page.context().newPage()
  await other.setViewportSize({ width: 600, height: 380 })
  await other.setContent(`<body style="margin:0;background:#fff"><div style="position:absolute;left:${left}px;top:${top}px;width:${side}px;height:${side}px;box-sizing:border-box;border:9px solid #111;background:linear-gradient(#111 0 0) center/100% 9px no-repeat"></div></body>`)
  const picture = await other.screenshot()
  await other.close()
  return picture
}

/** Chooses a photograph for the only character that has no picture. */
export async function startCutting(clerk: Clerk): Promise<void> {
  const { page } = clerk
  const buffer = await photograph(page)
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.locator('#field-characters .acts .btn').first().click()])
  await chooser.setFiles({ name: '证件.png', mimeType: 'image/png', buffer })
  await expect(page.locator('.cut:focus .square')).toBeVisible()
}

async function openPanel(clerk: Clerk): Promise<void> {
  await resume(clerk)
  await expect(clerk.page.locator('#field-characters')).toBeVisible()
}

const begun = (counter: Counter) => barelyBegun(1, {}, undrawn)(counter)

export const characterScreens: readonly Screen[] = [
  { name: 'intake, a character no face draws', arrange: begun, open: openPanel, action: (page) => page.locator('.work input, .work select').first() },
  {
    name: 'cutting a character out of a photograph',
    arrange: begun,
    async open(clerk) {
      await openPanel(clerk)
      await startCutting(clerk)
    },
    action: (page) => page.locator('.dialog .btn.primary'),
  },
]
