/** English is complete: every screen reads in it; what stays Chinese came from the desk, not the face. */
import { screens } from '../harness/screens'
import { expect, test } from '../harness/test'

const CHINESE = /[\u3400-\u9fff\u{20000}-\u{3ffff}]+/gu
/** A message key that no language has shows as itself. */
const BARE_KEY = /\b(?:shell|kit|matter|guide|notice|intake|case|sync|paper|person|printing|settings|setup|operator|queue|resident)(?:\.[a-z]\w*)+/
/** The mark is a seal, not a word; the menu names the other language in that language. */
const SIGNS = ['办', '中文']

/** Every piece of text the page shows. */
function shownTexts(root: Element): string[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const texts: string[] = []
  while (walker.nextNode()) if (walker.currentNode.parentElement?.checkVisibility()) texts.push(walker.currentNode.textContent ?? '')
  return texts
}

for (const screen of screens) {
  test.describe(screen.name, () => {
    test.use({ home: screen.home ?? 'demo', role: screen.role ?? 'clerk' })

    test('reads in English with no word missing', async ({ clerk, counter, centre, page }) => {
      const told: string[] = []
      page.on('response', (answer) => {
        if (answer.url().includes('/ipc/') && !answer.url().endsWith('events')) void answer.text().then((text) => told.push(text), () => undefined)
      })
      await screen.arrange?.(counter, centre)
      await page.evaluate(() => localStorage.setItem('language', 'en'))
      await clerk.reload()
      await screen.open(clerk)
      const texts = await page.locator('#app').evaluate(shownTexts)
      expect(texts.filter((text) => BARE_KEY.test(text))).toEqual([])
      const known = [...told, ...SIGNS].join('\n')
      const words = texts.flatMap((text) => [...text.matchAll(CHINESE)].map(([run]) => run))
      expect(words.filter((run) => !known.includes(run))).toEqual([])
    })
  })
}
