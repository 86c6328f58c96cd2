/** The residents' screen as a second page over the same bridge, and somebody in front of it. */
import { expect, type Locator, type Page } from '@playwright/test'
import type { Counter } from './counter'

export class Resident {
  readonly complaints: string[] = []

  constructor(readonly page: Page) {
    page.on('pageerror', (error) => this.complaints.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 422/.test(message.text())) this.complaints.push(message.text())
    })
  }

  /** Opens it and waits until the desk knows that somebody can look at it. */
  async open(counter: Counter): Promise<void> {
    await this.page.goto(`${counter.url}/resident.html`)
    await expect(this.page.locator('main.screen > *')).toBeVisible()
    await expect.poll(async () => (await counter.call('resident_state', {})).attached).toBe(true)
  }

  /** Pages to the end of what is to be read. */
  async readOn(): Promise<void> {
    const down = this.page.locator('.turn button').last()
    while ((await down.isVisible()) && (await down.isEnabled())) await down.click()
  }

  get box(): Locator {
    return this.page.locator('svg.sign')
  }

  /** Writes something like a name in the box. */
  async write(): Promise<void> {
    const place = await this.box.boundingBox()
    if (!place) throw new Error('there is no box to sign in')
    const { mouse } = this.page
    const strokes = [
      [[0.15, 0.3], [0.3, 0.75], [0.5, 0.25]],
      [[0.55, 0.3], [0.8, 0.3], [0.7, 0.8], [0.88, 0.75]],
    ] as const
    for (const stroke of strokes) {
      for (const [at, [x, y]] of stroke.entries()) {
        await mouse.move(place.x + x * place.width, place.y + y * place.height, { steps: 6 })
        if (at === 0) await mouse.down()
      }
      await mouse.up()
    }
  }

  /** Targets of a finger that are too small, one line each. */
  smallTargets(floor = 96): Promise<string[]> {
    return this.page.evaluate((least) => {
      const targets = [...document.querySelectorAll('button, textarea')]
      return targets.flatMap((target) => {
        const { width, height } = target.getBoundingClientRect()
        return width + 0.5 >= least && height + 0.5 >= least ? [] : [`${(target.textContent ?? '').trim()} ${Math.round(width)}×${Math.round(height)}`]
      })
    }, floor)
  }

  /** Text below 28 px, one line each; the hint above the box may be 24. */
  smallText(floor = 24): Promise<string[]> {
    return this.page.evaluate((least) => {
      const own = (one: Element) => [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
      const seen = [...document.querySelectorAll('main *')].filter((one) => own(one) && one.checkVisibility())
      return seen.flatMap((one) => (parseFloat(getComputedStyle(one).fontSize) >= least ? [] : [(one.textContent ?? '').trim().slice(0, 20)]))
    }, floor)
  }
}
