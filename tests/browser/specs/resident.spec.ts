/** S01: the clerk's window and the residents' screen over one desk. */
import AxeBuilder from '@axe-core/playwright'
import type { Locator } from '@playwright/test'
import { misfits } from '../checks/layout'
import type { Clerk } from '../harness/clerk'
import type { Counter } from '../harness/counter'
import { acceptedCase, completeDraft } from '../harness/paperwork'
import { Resident } from '../harness/resident'
import { person } from '../harness/sample'
import { expect, test as base } from '../harness/test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const DISPLAYS = [[1920, 1080], [1024, 600]] as const
const applicant = person('样例𠮷䶮', 1)

const test = base.extend<{ resident: Resident }>({
  resident: async ({ context, clerk, counter }, use) => {
    const page = await context.newPage()
    const resident = new Resident(page)
    await page.setViewportSize({ width: 1024, height: 600 })
    await resident.open(counter)
    await use(resident)
    expect(resident.complaints, `the screen complained beside ${clerk.address()}`).toEqual([])
    await page.close()
  },
})

/** A draft with nothing confirmed and nothing signed, open at a step. */
async function draftAt(step: number, clerk: Clerk, counter: Counter): Promise<string> {
  const draft = await completeDraft(counter, { applicant })
  await counter.call('save_draft', { id: draft.id, content: { ...draft.content, step, confirmed: step > 4, signed: [] } })
  await clerk.reload()
  await clerk.page.locator('.drafts .btn').first().click()
  await expect(clerk.step(step === 4 ? '核对' : step === 5 ? '签字' : '受理')).toBeVisible()
  return draft.id
}

/** The paper in step 5, once the window knows that there is a screen. */
async function askForSignature(clerk: Clerk): Promise<Locator> {
  const form = clerk.page.locator('#field-signed_application_form')
  await expect(form).toContainText('还没签')
  await expect(form).not.toContainText('没接群众屏')
  await clerk.press('Alt+s')
  await expect(form).toContainText('群众正在屏上看和签')
  return form
}

const shows = (counter: Counter) => async () => (await counter.call('resident_state', {})).shows

async function fine(resident: Resident): Promise<void> {
  for (const [width, height] of DISPLAYS) {
    await resident.page.setViewportSize({ width, height })
    expect.soft(await misfits(resident.page), `${width}×${height}`).toEqual([])
    expect.soft(await resident.smallTargets(), `${width}×${height}: targets of at least 96 px`).toEqual([])
    expect.soft(await resident.smallText(), `${width}×${height}: text a resident can read`).toEqual([])
  }
  const { violations } = await new AxeBuilder({ page: resident.page }).withTags(RULES).analyze()
  expect.soft(violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${String(target)} ${failureSummary}`))).toEqual([])
}

test('what the clerk checks stands on the screen, and the resident’s own word goes on', async ({ clerk, counter, resident }) => {
  const id = await draftAt(4, clerk, counter)
  await expect(resident.page.getByRole('heading', { name: '请看一遍，对不对' })).toBeVisible()
  await expect(clerk.page.getByText('群众屏上也有')).toBeVisible()
  const clerkRows = await clerk.page.locator('.rows dt').allInnerTexts()
  const rows = await resident.page.locator('dl dt').allInnerTexts()
  expect(rows, 'the same lines').toEqual(clerkRows.filter((label) => label !== '代办人'))
  const said = await resident.page.locator('main').innerText()
  expect(said).toContain(`证件号后四位 ${applicant.idNumber.slice(-4)}`)
  expect(said).not.toContain(applicant.idNumber)
  await fine(resident)
  await resident.page.getByRole('button', { name: '我看过了' }).click()
  await expect(clerk.step('签字')).toBeVisible()
  expect((await counter.call('show_draft', { id })).content.confirmed).toBe(true)
  await expect(resident.page.locator('.idle')).toBeVisible()
})

test('what changed while somebody reads is read again', async ({ clerk, counter, resident }) => {
  const id = await draftAt(4, clerk, counter)
  const seen = resident.page.getByRole('button', { name: '我看过了' })
  await expect(seen).toBeVisible()
  await expect(clerk.page.getByText('群众屏上也有')).toBeVisible()
  const { content } = await counter.call('show_draft', { id })
  await counter.call('save_draft', { id, content: { ...content, form: { ...content.form, bank_name: '样例第二银行' } } })
  await seen.click()
  await expect(resident.page.getByText('内容改过，请再看一遍')).toBeVisible()
  await expect(resident.page.getByText('样例第二银行')).toBeVisible()
  await expect(clerk.step('核对')).toBeVisible()
})

test('a paper is read to its end, then signed by hand, and goes with the case', async ({ clerk, counter, resident }) => {
  const id = await draftAt(5, clerk, counter)
  await askForSignature(clerk)
  await expect(resident.page.getByRole('heading', { name: '请看完再签字' })).toBeVisible()
  await expect(resident.page.getByText('请先把上面的内容看到底')).toBeVisible()
  await resident.write()
  await expect(resident.page.getByRole('button', { name: '签好了' }), 'unread').toBeDisabled()
  await resident.readOn()
  await expect(resident.page.getByText('请在框里签名')).toBeVisible()
  await fine(resident)
  await resident.write()
  await resident.page.getByRole('button', { name: '重签' }).click()
  await expect(resident.page.locator('polyline')).toHaveCount(0)
  await resident.write()
  await resident.page.getByRole('button', { name: '签好了' }).click()
  await expect(resident.page.locator('.idle')).toBeVisible()
  await expect(clerk.step('受理')).toBeVisible()
  await clerk.press('F9')
  const number = await clerk.number()
  const { signed } = await counter.call('show_case', { number })
  expect(signed).toMatchObject([{ document: 'application_form', how: 'on_screen', files: [{ mediaType: 'image/png' }] }])
  const picture = await counter.bytes('file_bytes', { sha256: signed[0]?.files[0]?.sha256 ?? '', number })
  expect(picture.subarray(1, 4).toString()).toBe('PNG')
  await expect.poll(async () => (await counter.call('list_drafts', {})).drafts.some((draft) => draft.id === id)).toBe(false)
})

test('who cannot read has it read out', async ({ clerk, counter, resident }) => {
  await draftAt(5, clerk, counter)
  await askForSignature(clerk)
  await expect(resident.page.getByText('请先把上面的内容看到底')).toBeVisible()
  await clerk.page.getByRole('button', { name: '已念给群众听', exact: true }).click()
  await expect(resident.page.getByText('工作人员已经念过，可以签名')).toBeVisible()
  await resident.write()
  await resident.page.keyboard.press('Enter')
  await expect(clerk.step('受理')).toBeVisible()
})

test('a screen that goes in the middle of signing leaves paper', async ({ clerk, counter, context, resident }) => {
  await draftAt(5, clerk, counter)
  const form = await askForSignature(clerk)
  await expect(resident.page.locator('svg.sign')).toBeVisible()
  const other = await context.newPage()
  await resident.page.close()
  await expect(clerk.page.getByText('群众屏断开。')).toBeVisible()
  await expect(form).toContainText('没接群众屏，改用纸上签')
  await clerk.press('1')
  await expect(clerk.step('受理')).toBeVisible()
  const again = new Resident(other)
  await again.open(counter)
  await expect(other.locator('.idle'), 'nobody’s paper comes back').toBeVisible()
  await other.close()
})

test('after F9 the resident rates, unseen, and the counter sees totals', async ({ clerk, counter, resident }) => {
  const draft = await completeDraft(counter, { applicant })
  await clerk.reload()
  await clerk.page.locator('.drafts .btn').first().click()
  await expect(clerk.step('受理')).toBeVisible()
  await clerk.press('F9')
  await expect(clerk.page.getByText('群众屏已请评价')).toBeVisible()
  await expect(resident.page.getByRole('heading', { name: '您对这次服务满意吗？' })).toBeVisible()
  const names = ['非常满意', '满意', '基本满意', '不满意', '非常不满意']
  expect(await resident.page.locator('.level').allInnerTexts()).toEqual(names)
  const sizes = await resident.page.locator('.level').evaluateAll((all) => all.map((one) => [one.getBoundingClientRect().width, one.getBoundingClientRect().height].map(Math.round).join('×')))
  expect(new Set(sizes).size, 'equal').toBe(1)
  await expect(resident.page.locator('main')).not.toContainText(draft.content.applicant?.name ?? '')
  await fine(resident)
  await resident.page.setViewportSize({ width: 1024, height: 600 })
  await resident.page.getByRole('button', { name: '不满意', exact: true }).click()
  await expect(resident.page.getByText('哪里不好？（可不选）')).toBeVisible()
  await resident.page.getByRole('button', { name: '多跑' }).click()
  await fine(resident)
  await resident.page.getByRole('button', { name: '交上去' }).click()
  await expect(resident.page.getByText('已记下，1 个工作日内有人联系您')).toBeVisible()
  await expect(resident.page.locator('.idle')).toBeVisible()
  await clerk.press('Enter')
  await expect(clerk.page.locator('.ratings')).toContainText('0·0·0·1·0')
  const { bad } = await counter.call('rating_board', {})
  expect(bad, 'not for a clerk').toBeNull()
})

test('five buttons answer to the digits of a keypad', async ({ counter, resident }) => {
  const { number } = await acceptedCase(counter, { applicant })
  await counter.call('ask_rating', { number })
  await expect(resident.page.locator('.level').first()).toBeVisible()
  await resident.page.keyboard.press('1')
  await expect(resident.page.getByText('记下了，谢谢')).toBeVisible()
  await expect.poll(async () => (await counter.call('rating_board', {})).levels.map(({ count }) => count)).toEqual([1, 0, 0, 0, 0])
})

test('left alone for a minute the screen is the point’s again and nothing is written', async ({ counter, resident }) => {
  const { number } = await acceptedCase(counter, { applicant })
  await resident.page.clock.install()
  await counter.call('ask_rating', { number })
  await expect(resident.page.locator('.level').first()).toBeVisible()
  await resident.page.clock.fastForward(59_000)
  expect(await shows(counter)()).toBe('rate')
  await resident.page.mouse.move(40, 40)
  await resident.page.clock.fastForward(59_000)
  expect(await shows(counter)(), 'a touch extends').toBe('rate')
  await resident.page.clock.fastForward(2_000)
  await expect(resident.page.locator('.idle')).toBeVisible()
  expect((await counter.call('rating_board', {})).rated).toBe(0)
})

test('the screen clears itself when the counter is locked', async ({ clerk, counter, resident }) => {
  await draftAt(4, clerk, counter)
  await expect(resident.page.getByText(applicant.name).first()).toBeVisible()
  await clerk.press('F12')
  await expect(resident.page.locator('.idle')).toBeVisible()
  await expect(resident.page.locator('main')).not.toContainText(applicant.name)
  await fine(resident)
})

test('the screen speaks the language the counter speaks', async ({ clerk, resident }) => {
  await expect(resident.page.getByText('请看窗口，听工作人员说')).toBeVisible()
  await clerk.page.locator('header .cell[aria-haspopup=menu]').click()
  await clerk.page.getByRole('menuitem', { name: 'English' }).click()
  await expect(resident.page.getByText('Please listen to the person at the window')).toBeVisible()
  await expect(resident.page.locator('html')).toHaveAttribute('lang', 'en')
})

/** What a window's door answers to a command. */
async function tried(counter: Counter, door: string, name: string): Promise<number> {
  return (await fetch(`${counter.url}${door}/${name}`, { method: 'POST', body: '{}' })).status
}

test('the screen’s door opens to nothing of the clerk’s, and the clerk’s to none of its answers', async ({ counter }) => {
  for (const name of ['accept_case', 'show_case', 'search_people', 'save_draft', 'reveal_fields', 'file_bytes', 'add_file', 'sign_in', 'resident_state']) {
    expect(await tried(counter, '/resident/ipc', name), name).toBe(403)
  }
  for (const name of ['resident_rated', 'resident_signed', 'resident_confirmed', 'resident_put_away', 'resident_screen']) {
    expect(await tried(counter, '/ipc', name), name).toBe(403)
  }
  expect(await tried(counter, '/resident/ipc', 'resident_screen')).toBe(200)
})
