/** English is complete: every screen reads in it; what stays Chinese came from the desk, not the face. */
import { screens } from '../harness/screens'
import { expect, test } from '../harness/test'

const CHINESE = /[\u3400-\u9fff\u{20000}-\u{3ffff}]+/gu
/** A message key that no language has shows as itself. */
const BARE_KEY = /\b(?:shell|kit|matter|guide|intake|case|sync|paper|setup|operator)(?:\.[a-z]\w*)+/
/** The mark is a seal, not a word; the menu names the other language in that language. */
const SIGNS = ['办', '中文']

for (const screen of screens) {
  test.describe(screen.name, () => {
    test.use({ home: screen.home ?? 'demo', role: screen.role ?? 'clerk' })

    test('reads in English with no word missing', async ({ clerk, counter, page }) => {
      const told: string[] = []
      page.on('response', (answer) => {
        if (answer.url().includes('/ipc/') && !answer.url().endsWith('events')) void answer.text().then((text) => told.push(text), () => undefined)
      })
      await screen.arrange?.(counter)
      await page.evaluate(() => localStorage.setItem('language', 'en'))
      await page.reload()
      await screen.open(clerk)
      const text = await page.locator('#app').innerText()
      expect(text).not.toMatch(BARE_KEY)
      const known = [...told, ...SIGNS].join('\n')
      expect([...text.matchAll(CHINESE)].map(([words]) => words).filter((words) => !known.includes(words))).toEqual([])
    })
  })
}
