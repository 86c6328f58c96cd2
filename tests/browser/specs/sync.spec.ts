/** C16 and the sync light, with the platform there, gone and there again. */
import { expect, test } from '../harness/test'
import { acceptedCase } from '../harness/paperwork'
import { person } from '../harness/sample'
import type { SyncStatus } from '../../../ui/src/ipc/bindings'

test('the light goes from no answer to all reported and back as the platform comes and goes', async ({ clerk, page, counter, centre }) => {
  await acceptedCase(counter, { applicant: person('样例一', 1) })
  await expect(clerk.light).toHaveText(/^上级平台没有应答，已存本机\d\d:\d\d 再试$/)
  await clerk.light.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('上级平台没有应答，办事不受影响。1 件等待上报。')
  await expect(page.getByRole('grid').getByText('仅存本机')).toBeVisible()

  await centre.start()
  await clerk.press('F5')
  await expect(clerk.light).toHaveText('已联网，全部已上报')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('已联网。全部已上报。')
  await page.getByRole('tab', { name: /今日已上报/ }).click()
  await expect(page.getByRole('grid').getByText('样例一')).toBeVisible()

  await centre.stop()
  await acceptedCase(counter, { applicant: person('样例二', 2) })
  await expect(clerk.light).toHaveText(/^上级平台没有应答，已存本机\d\d:\d\d 再试$/)
  await page.getByRole('tab', { name: /待上报/ }).click()
  await expect(page.getByRole('grid').getByText('样例二')).toBeVisible()

  await centre.start()
  await clerk.press('F5')
  await expect(clerk.light).toHaveText('已联网，全部已上报')
})

test('progress from the department appears on the open case page by itself', async ({ clerk, page, counter, centre }) => {
  await centre.start()
  const { number } = await acceptedCase(counter, { applicant: person('样例一', 1) })
  await counter.call('sync_now', {})
  await expect(clerk.light).toHaveText('已联网，全部已上报')
  await clerk.press('F3')
  await page.getByLabel('查办件').fill(number)
  await expect(page.getByText('共 1 件')).toBeVisible()
  await clerk.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '高龄津贴申领' })).toBeVisible()
  await centre.review(number, { name: '样例审核', office: '样例市民政局' })
  await counter.call('sync_now', {})
  await expect(page.getByText('样例审核').first()).toBeVisible()
  await expect(page.getByText(/上级进度截至/)).toBeVisible()
  await expect(page.getByText('样例市民政局').first()).toBeVisible()
})

test.describe('a clock three hours ahead', () => {
  test.use({ clockAhead: 180 })

  test('is told after the first contact, and does not stop work', async ({ clerk, counter, centre }) => {
    await centre.start()
    await counter.call('sync_now', {})
    await expect(clerk.light).toHaveText('本机时间可能不准，差 3 小时')
  })
})

const QUIET: SyncStatus = {
  connectivity: 'online', waiting: 0, attention: 0, sendingDone: null, sendingTotal: null, nextTry: null,
  lastSuccess: null, clockSkewMinutes: null, diskFreeMb: null, storeBroken: false,
}
const LIGHTS: readonly [string, Partial<SyncStatus>, string][] = [
  ['everything is reported', {}, '已联网，全部已上报'],
  ['cases are on their way', { waiting: 9, sendingDone: 3, sendingTotal: 12 }, '已联网，正在上报 3/12'],
  ['there is no route', { connectivity: 'offline', waiting: 7 }, '未联网，可正常办理7 件待上报'],
  ['the server is down', { connectivity: 'no_answer', nextTry: '2026-11-23T10:47:00+08:00' }, '上级平台没有应答，已存本机10:47 再试'],
  ['the point exchanges by USB', { connectivity: 'usb_only', waiting: 2, lastSuccess: '2026-11-20T09:00:00+08:00' }, '离线站点，11月20日 交换过2 件待导出'],
  ['somebody is needed', { connectivity: 'offline', attention: 2, waiting: 7 }, '2 件需要处理'],
  ['the clock is off', { clockSkewMinutes: 180 }, '本机时间可能不准，差 3 小时'],
  ['the disk is nearly full', { diskFreeMb: 800 }, '本机磁盘快满，先备份再办'],
  ['the data does not verify', { storeBroken: true }, '本机数据校验不过，停止收件'],
]

test('each state of the light has exactly its words', async ({ clerk, page }) => {
  let facts: Partial<SyncStatus> = {}
  await page.clock.setFixedTime('2026-11-23T10:42:00+08:00')
  await page.route('**/ipc/app_status', async (route) => {
    const answer = await route.fetch()
    const status = (await answer.json()) as { sync: SyncStatus }
    await route.fulfill({ response: answer, json: { ...status, sync: { ...QUIET, ...facts } } })
  })
  for (const [state, its, words] of LIGHTS) {
    facts = its
    await clerk.reload()
    await expect(clerk.light, state).toHaveText(words)
  }
})
