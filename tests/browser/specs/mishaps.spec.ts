/** Power cuts and lost networks while somebody works (acceptance checks 13 and 14), and what the window says of mishaps (16). */
import { setTimeout as passing } from 'node:timers/promises'
import { expect, test } from '../harness/test'
import { Clerk } from '../harness/clerk'
import { completeDraft } from '../harness/paperwork'
import { person } from '../harness/sample'
import { sentences } from '../harness/words'
import type { Counter } from '../harness/counter'

/** Moments tried; the large count is for the long run. */
const MOMENTS = process.env.YICHUANG_TEST_LONG === '1' ? 25 : 3
/** Input younger than this may be lost. */
const AT_MOST_MS = 1000

/** The same moments in every run. */
function moment(n: number, within: number): number {
  return (n * 7919 + 104729) % within
}

async function backAtWork(clerk: Clerk, counter: Counter): Promise<void> {
  await counter.signIn('clerk')
  await clerk.open()
  await expect(clerk.page.getByText(/上次没有正常退出。\d+ 件没办完的已自动恢复，最多少了 1 秒内的输入。/)).toBeVisible()
}

test('killed at any moment of typing, at most a second of it is lost', async ({ page, counter }) => {
  test.setTimeout(20_000 + MOMENTS * 10_000)
  const clerk = new Clerk(page, () => counter.url)
  await clerk.open()
  for (let n = 0; n < MOMENTS; n += 1) {
    await clerk.takeIn('gljt')
    await clerk.press('2')
    const address = page.getByLabel('住址')
    await address.focus()
    const typed: { at: number; length: number }[] = []
    const cut = AT_MOST_MS + moment(n, 1500)
    const begun = Date.now()
    for (let length = 1; Date.now() - begun < cut; length += 1) {
      await page.keyboard.type(String(length % 10))
      typed.push({ at: Date.now(), length })
    }
    const killed = Date.now()
    await counter.crash()
    await counter.signIn('clerk')
    const { drafts } = await counter.call('list_drafts', {})
    const draft = await counter.call('show_draft', { id: drafts[0]!.id })
    const safe = typed.filter(({ at }) => at <= killed - AT_MOST_MS).at(-1)?.length ?? 0
    expect(draft.content.applicant?.address.length ?? 0, `cut after ${cut} ms`).toBeGreaterThanOrEqual(safe)
    await backAtWork(clerk, counter)
  }
})

test('killed at any moment of accepting, there is one number or none, and the draft is still there when there is none', async ({ page, counter }) => {
  test.setTimeout(20_000 + MOMENTS * 10_000)
  const clerk = new Clerk(page, () => counter.url)
  for (let n = 0; n < MOMENTS; n += 1) {
    const name = `样例断电${n}`
    const draft = await completeDraft(counter, { applicant: person(name, n) })
    await clerk.open()
    await page.getByRole('button', { name: /接着办/ }).first().press('Enter')
    await expect(clerk.step('受理')).toBeVisible()
    await clerk.press('F9')
    // The moment of the cut is what is tried, not something waited for.
    await passing(moment(n, 120))
    await counter.crash()
    await counter.signIn('clerk')
    const again = await counter.call('accept_case', { draft: draft.id })
    const found = await counter.call('search_cases', { text: name, period: 'all', state: '', sync: '', tally: '', offset: 0, limit: 10 })
    expect(found.rows.map(({ number }) => number)).toEqual([again.number])
  }
})

test('whatever step the network goes at, nothing stops and nothing asks', async ({ clerk, page, card, counter, centre }) => {
  test.setTimeout(90_000)
  const shaken = async (step: string) => {
    await centre.stop()
    await counter.call('sync_now', {})
    await expect(clerk.light).toHaveText(/^上级平台没有应答，已存本机/, { timeout: 5_000 })
    await expect(page.getByRole('dialog'), step).toHaveCount(0)
  }
  const mended = async () => {
    await centre.start()
    await counter.call('sync_now', {})
  }
  await mended()
  await shaken('工作台')
  await clerk.takeIn('gljt')
  await mended()
  await shaken('身份')
  await clerk.lay(card, 'ever')
  await clerk.press('F6')
  await expect(clerk.step('身份').getByText('读卡核验')).toBeVisible()
  await clerk.press('Control+Enter')
  await expect(page.getByLabel('申请人联系电话')).toBeFocused()
  await mended()
  await shaken('表单')
  for (const answer of ['0632-1234567', '1', '2', '1', '样例银行', '6200000000000000000']) {
    if (answer.length === 1) await clerk.press(answer)
    else await clerk.type(answer)
    await clerk.press('Enter')
  }
  await clerk.press('Control+Enter')
  await expect(clerk.step('材料')).toBeVisible()
  await mended()
  await shaken('材料')
  await clerk.press('Alt+a')
  await clerk.press('Control+Enter')
  await expect(clerk.step('核对')).toBeVisible()
  await mended()
  await shaken('核对')
  await clerk.press('Enter')
  await expect(clerk.step('签字')).toBeVisible()
  await mended()
  await shaken('签字')
  await clerk.press('1')
  await expect(clerk.step('受理')).toBeVisible()
  await mended()
  await shaken('受理')
  await clerk.press('F9')
  await expect(page.locator('.whole')).toBeVisible()
  await expect(page.getByText('已存本机，联网后自动上报，不影响时限。')).toBeVisible()
  await mended()
  await expect(clerk.light).toHaveText('已联网，全部已上报')
})

test('an expired card is read in, and the words say what may serve instead', async ({ clerk, card }) => {
  await clerk.takeIn('gljt')
  await clerk.lay(card, 'expired')
  await clerk.press('F6')
  await expect(clerk.step('身份').getByText(/有效期到 \d{4}-\d\d-\d\d，已过期/)).toBeVisible()
  await expect(clerk.step('身份').getByText('读卡核验')).toBeVisible()
})

test('a reader that is not there leaves typing open', async ({ clerk, page, card }) => {
  await clerk.takeIn('gljt')
  await card.stop()
  await clerk.press('F6')
  await expect(page.getByText(sentences('读卡器没接上。可以手工录入照常办理。插好后按 F6 再读。'))).toBeVisible()
  await clerk.press('2')
  await expect(page.getByLabel('证件号码')).toBeFocused()
})
