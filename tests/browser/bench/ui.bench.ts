/** The rows of `cargo xtask bench ui`: what the acceptance checks say of time, as measured here. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { CardReader } from '../harness/card'
import { Clerk } from '../harness/clerk'
import { Counter } from '../harness/counter'
import { assets, program } from '../harness/places'
import { run } from '../harness/program'
import { expect, test as base } from '../harness/test'

interface Row { check: string; what: string; measured: number; unit: 'ms' | 's'; limit: number }

const MATTERS = process.env.YICHUANG_BENCH_MATTERS ?? '3000'
const CASES = process.env.YICHUANG_BENCH_CASES ?? '10000'
/** Phrases of people asked for the times of searching. */
const PHRASES = 200

const test = base.extend<object, { busyHome: string }>({
  busyHome: [
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'yichuang-bench-'))
      await run(program('busy-home'), ['--home', join(folder, 'home'), '--matters', MATTERS, '--cases', CASES])
      await use(folder)
      await rm(folder, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 1_800_000 },
  ],
})

/** The middle and the ninety-fifth of a hundred. */
function spread(times: readonly number[]): { middle: number; high: number } {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { middle: at(0.5), high: at(0.95) }
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await act()
  return performance.now() - begun
}

async function phrases(): Promise<string[]> {
  const sets = JSON.parse(await readFile(join(assets, 'catalogue/aliases.json'), 'utf8')) as { aliases: string[] }[]
  const all = sets.flatMap(({ aliases }) => aliases)
  const step = Math.max(1, Math.floor(all.length / PHRASES))
  return all.filter((_, at) => at % step === 0).slice(0, PHRASES)
}

test('times at the window', async ({ busyHome, page }) => {
  const rows: Row[] = []
  const row = (check: string, what: string, ms: number, unit: Row['unit'], limit: number) =>
    rows.push({ check, what, measured: unit === 's' ? ms / 1000 : ms, unit, limit })
  const card = new CardReader()
  await card.start()
  const counter = new Counter({ home: join(busyHome, 'home'), papers: join(busyHome, 'papers'), cardReader: card.line, clockAhead: 0 })
  const clerk = new Clerk(page, () => counter.url)

  row('29', `start of the program, ${CASES} cases, ${MATTERS} matters`, await timed(() => counter.start()), 's', 5)
  await counter.signIn('clerk')
  row('29', 'first page to the workbench', await timed(() => clerk.open()), 's', 5)

  const asked = await phrases()
  const searches = []
  for (const text of asked) searches.push(await timed(() => counter.call('search_matters', { text, limit: 20, modes: [] })))
  row('4', `matter search by ${asked.length} phrases, middle`, spread(searches).middle, 'ms', 50)
  row('4', 'the same, ninety-fifth of a hundred', spread(searches).high, 'ms', 50)

  const initials = ['g', 'gl', 'glj', 'gljt'].map((text) => ({ text, limit: 20, modes: [] }))
  const keys = []
  for (const search of initials) keys.push(await timed(() => counter.call('search_matters', search)))
  row('4', 'matter search letter by letter, slowest', Math.max(...keys), 'ms', 50)

  await clerk.press('F3')
  await expect(page.getByRole('status').getByText(/共 [\d,]+ 件/)).toBeVisible()
  const finding = await timed(async () => {
    await page.getByLabel('查办件').fill('王秀兰')
    await expect(page.getByRole('grid').getByText('王秀兰').first()).toBeVisible()
  })
  row('29', 'a name in the list of all cases', finding, 'ms', 500)
  await clerk.press('Escape')

  const begun = performance.now()
  await clerk.press('F2')
  await clerk.type('gljt')
  await expect(page.getByRole('grid').or(page.getByRole('listbox')).getByText('高龄津贴申领').first()).toBeVisible()
  await clerk.press('Enter')
  await expect(clerk.step('身份')).toBeVisible()
  await clerk.readCard(card, 'ever')
  await clerk.press('Control+Enter')
  await clerk.answerForm()
  await clerk.toDecision()
  row('2', 'the program’s share of a first application, all keys', performance.now() - begun, 's', 240)
  const accepting = await timed(async () => {
    await clerk.press('F9')
    await expect(page.locator('.whole')).toBeVisible()
  })
  row('29', 'F9 to the number', accepting, 'ms', 1000)
  await clerk.press('Enter')
  await expect(page.getByRole('search').getByRole('textbox')).toBeFocused()

  const again = performance.now()
  await clerk.type('gljt')
  await clerk.press('Enter')
  await expect(clerk.step('身份')).toBeVisible()
  await card.lift()
  await clerk.readCard(card, 'ever')
  await clerk.press('Control+Enter')
  await expect(clerk.step('表单')).toBeVisible()
  await clerk.press('Control+Enter')
  await clerk.toDecision()
  await clerk.press('F9')
  await expect(page.locator('.whole')).toBeVisible()
  row('1', 'the program’s share of a returning citizen', performance.now() - again, 's', 90)
  await clerk.press('Enter')
  await expect(page.getByRole('search').getByRole('textbox')).toBeFocused()

  const notice = performance.now()
  await clerk.type('gljt')
  await expect(page.getByRole('heading', { name: '高龄津贴申领', exact: true })).toBeVisible()
  await clerk.press('F4')
  await expect(page.locator('input[type=radio]:focus')).toBeVisible()
  for (const digit of '1111') await clerk.press(digit)
  await clerk.press('F8')
  await expect(page.getByText(/《一次性告知单》已存成文件/)).toBeVisible()
  row('3', 'the program’s share from the workbench to a printed notice', performance.now() - notice, 's', 30)

  await page.close()
  await counter.stop()
  await card.stop()
  const report = process.env.YICHUANG_BENCH_REPORT ?? join(tmpdir(), 'yichuang-bench-ui.json')
  await mkdir(dirname(report), { recursive: true })
  await writeFile(report, JSON.stringify(rows, null, 1))
})
