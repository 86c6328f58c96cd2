/** C06: one application from person to receipt, without a mouse. */
import { expect, test } from '../harness/test'
import type { Clerk } from '../harness/clerk'
import { acceptedCase, completeDraft } from '../harness/paperwork'
import { newEdition, type PublishedMatter } from '../harness/publisher'
import { ALLOWANCE, idNumber, person } from '../harness/sample'
import { sentences } from '../harness/words'

const RARE = '样例𠮷䶮𬭎'

/** Types the applicant into the open fields, moving on with Enter. */
async function typeApplicant(clerk: Clerk, name: string, number: string): Promise<void> {
  const { page } = clerk
  await page.getByLabel('证件号码').fill(number)
  await page.getByLabel('姓名').focus()
  await page.keyboard.type(name)
  await page.getByLabel('住址').fill('样例省样例市龙阳镇测试村 1 号')
  await page.getByLabel('联系电话').fill('0632-1234567')
}

/** Fills every gap of the allowance's form by the keys alone. */
async function typeForm(clerk: Clerk): Promise<void> {
  const { page } = clerk
  await expect(clerk.step('表单')).toBeVisible()
  for (const [group, digit] of [['年龄段', '1'], ['是否低保或低收入老年人', '2'], ['居住方式', '1']] as const) {
    await page.getByRole('group', { name: group }).getByRole('radio').first().focus()
    await clerk.press(digit)
  }
  await page.getByLabel('开户银行').fill('样例银行')
  await page.getByLabel('银行账号').fill('6200000000000000000')
}

/** Acceptance check 2: a first-time citizen in forty key interactions at most. */
const FIRST_TIME_AT_MOST = 40
/** Acceptance check 1: a returning citizen with nothing changed. */
const RETURNING_AT_MOST = 12

/** From the summary to the number, by the keys of each step. */
async function finish(clerk: Clerk): Promise<string> {
  await clerk.toDecision()
  await clerk.press('F9')
  await expect(clerk.page.getByText('已受理')).toBeVisible()
  const number = await clerk.number()
  await clerk.press('Enter')
  await expect(clerk.page.getByRole('search').getByRole('textbox')).toBeFocused()
  return number
}

test('the keyboard alone takes a first application, from the card to the next resident', async ({ clerk, card, counter }) => {
  await clerk.press('F2')
  await clerk.type('gljt')
  await clerk.press('Enter')
  await expect(clerk.step('身份')).toBeVisible()
  await clerk.lay(card, 'rare')
  await clerk.press('F6')
  await expect(clerk.step('身份').getByText('样例𠮷䶮')).toBeVisible()
  await expect(clerk.step('身份').getByText('读卡核验')).toBeVisible()
  await clerk.press('Control+Enter')
  await clerk.answerForm()
  const number = await finish(clerk)
  expect(clerk.interactions).toBeLessThanOrEqual(FIRST_TIME_AT_MOST)
  expect(number).toMatch(/^LY03-\d{8}-0001-[0-9A-Z*]$/)
  expect((await counter.call('show_case', { number })).row.applicant).toBe('样例𠮷䶮')
  await expect.poll(async () => (await counter.savedPapers()).size).toBeGreaterThan(0)
})

/** The allowance as a place may publish it: a photograph may follow, a proof may be promised. */
function withBoth(matter: PublishedMatter): void {
  const line = (id: string, name: string, necessity: string, waiver: object | null) => ({
    id, name, form: '原件', copies: 1, source: '申请人自备', issuer: '', necessity, situation: null, waiver, basis: '',
  })
  Object.assign(matter, { deferrable: true, commitment: true })
  matter.materials.push(
    line('MAT-PHOTO', '近期一寸免冠照片', '容缺', null),
    line('MAT-NODOUBLE', '未在外地领取的证明', '必要', { rule: '书面承诺', detail: '本人书面承诺' }),
  )
}

test('a first citizen with an agent, one material to follow and one promised is taken in by forty', async ({ clerk, page, card, counter, sampleHome, folder }) => {
  await counter.takePack(await newEdition(sampleHome, folder, ALLOWANCE, withBoth))
  await clerk.press('F2')
  await clerk.type('gljt')
  await clerk.press('Enter')
  await expect(clerk.step('身份')).toBeVisible()
  await clerk.readCard(card, 'ever')
  await clerk.press('2')
  await expect(page.getByLabel('和申请人的关系')).toBeFocused()
  await clerk.type('长子')
  await clerk.readCard(card, 'rare', 2)
  await clerk.press('Control+Enter')
  await clerk.answerForm()
  const lines = page.getByRole('grid')
  await expect(lines.getByRole('row', { name: /授权委托书/ })).toBeVisible()
  await clerk.press('Alt+a')
  await lines.getByRole('row', { name: /未在外地领取的证明/ }).waitFor()
  for (let n = 0; n < 4; n += 1) await clerk.press('ArrowDown')
  await clerk.press('6')
  await expect(lines.getByRole('row', { name: /未在外地领取的证明/ })).toContainText('告知承诺代替')
  await clerk.press('ArrowUp')
  await clerk.press('5')
  await expect(lines.getByRole('row', { name: /近期一寸免冠照片/ })).toContainText('容缺')
  await clerk.press('Control+Enter')
  await clerk.confirmAndSign(['1', '2', '3'])
  await clerk.press('F9')
  await expect(page.locator('.whole')).toBeVisible()
  expect(clerk.interactions).toBeLessThanOrEqual(FIRST_TIME_AT_MOST)
  const { materials, agent } = await counter.call('show_case', { number: await clerk.number() })
  expect(agent).toContain('样例𠮷䶮')
  expect(materials.map(({ how }) => how)).toEqual(expect.arrayContaining(['deferred', 'promised']))
})

test('a returning citizen with nothing changed is taken in by twelve key interactions', async ({ clerk, card, counter }) => {
  await acceptedCase(counter, { applicant: { ...person('样例长', 1, '19480815'), idNumber: '370481194808150012' } })
  await clerk.reload()
  await clerk.type('gljt')
  await clerk.press('Enter')
  await expect(clerk.step('身份')).toBeVisible()
  await clerk.readCard(card, 'ever')
  await clerk.press('Control+Enter')
  await expect(clerk.step('表单')).toBeVisible()
  await clerk.press('Control+Enter')
  await finish(clerk)
  expect(clerk.interactions).toBeLessThanOrEqual(RETURNING_AT_MOST)
})

test('characters of every plane are typed, stored, shown and found again', async ({ clerk, page, counter }) => {
  await clerk.takeIn('gljt')
  await clerk.press('2')
  await typeApplicant(clerk, RARE, idNumber('19400321', 1))
  await clerk.press('Control+Enter')
  await typeForm(clerk)
  await clerk.press('Control+Enter')
  await expect(clerk.step('材料')).toBeVisible()
  await clerk.press('Alt+a')
  await clerk.press('Control+Enter')
  await expect(clerk.step('核对').getByText(RARE).first()).toBeVisible()
  await clerk.press('Enter')
  await expect(clerk.step('签字')).toBeVisible()
  await clerk.press('1')
  await expect(clerk.step('受理')).toBeVisible()
  await clerk.press('F9')
  await expect(page.getByText('已受理')).toBeVisible()
  expect((await counter.call('show_case', { number: await clerk.number() })).row.applicant).toBe(RARE)
  await clerk.press('F3')
  await page.getByLabel('查办件').fill('𬭎')
  await expect(page.getByRole('grid').getByText(RARE)).toBeVisible()
})

test('leaving a step unfinished lists every problem, takes the focus there and clears nothing', async ({ clerk, page, card }) => {
  await clerk.takeIn('gljt')
  await card.lay('ever')
  await clerk.press('F6')
  await expect(clerk.step('身份').getByText('读卡核验')).toBeVisible()
  await clerk.press('Control+Enter')
  await page.getByLabel('开户银行').fill('样例银行')
  await clerk.press('Control+Enter')
  const summary = page.getByRole('alert').filter({ hasText: /还有 \d 处要改/ })
  await expect(summary).toBeFocused()
  await expect(summary.getByRole('button', { name: '居住方式：还没有填' })).toBeVisible()
  await expect(page.getByRole('group', { name: '居住方式' }).getByText('还没有填')).toBeVisible()
  await summary.getByRole('button', { name: '银行账号：还没有填' }).press('Enter')
  await expect(page.getByLabel('银行账号')).toBeFocused()
  await expect(page.getByLabel('开户银行')).toHaveValue('样例银行')
})

test('the form says that step 1 answered who acts, and follows it', async ({ clerk, page, card }) => {
  await clerk.takeIn('gljt')
  await card.lay('ever')
  await clerk.press('F6')
  await expect(clerk.step('身份').getByText('读卡核验')).toBeVisible()
  await clerk.press('Control+Enter')
  await expect(clerk.step('表单').getByText('否 第 1 步“谁来办”')).toBeVisible()
  await clerk.press('Alt+1')
  await page.getByRole('group', { name: '谁来办？' }).getByRole('radio', { name: '其他亲属' }).check()
  await clerk.press('Alt+2')
  await expect(clerk.step('表单').getByText('是 第 1 步“谁来办”')).toBeVisible()
})

test('a wrong check character is said at the number, in the field’s own words', async ({ clerk, page }) => {
  await clerk.takeIn('gljt')
  await clerk.press('2')
  const right = idNumber('19400321', 1)
  const wrong = right.slice(0, 17) + (right.endsWith('0') ? '1' : '0')
  await typeApplicant(clerk, '样例错', wrong)
  await clerk.press('Control+Enter')
  await expect(page.getByRole('alert').getByRole('button', { name: /证件号码.*最后一位对不上/ })).toBeVisible()
  await expect(page.getByLabel('证件号码')).toHaveValue(wrong)
})

test('a reader without a card says what happened, what is safe and what to do', async ({ clerk, page }) => {
  test.slow()
  await clerk.takeIn('gljt')
  await clerk.press('F6')
  await expect(page.getByRole('alert')).toContainText(sentences('没读到身份证。已填内容没有变化。把证件平放在读卡区，或手工输入。'), { timeout: 30_000 })
})

test('a draft survives a reload mid-way with everything in it', async ({ clerk, page }) => {
  await clerk.takeIn('gljt')
  await clerk.press('2')
  await typeApplicant(clerk, RARE, idNumber('19400321', 1))
  await page.getByRole('complementary').getByRole('radio', { name: '家人代办' }).check()
  await clerk.press('Control+Enter')
  await expect(clerk.step('表单')).toBeVisible()
  await page.getByLabel('开户银行').fill('样例银行')
  await clerk.press('Control+s')
  await clerk.saved()
  await clerk.reload()
  await page.getByRole('button', { name: /接着办/ }).click()
  await expect(clerk.step('表单').getByText('样例银行')).toBeVisible()
  await clerk.press('Alt+1')
  await expect(page.getByLabel('姓名')).toHaveValue(RARE)
  await expect(page.getByLabel('联系电话')).toHaveValue('0632-1234567')
  await expect(page.getByRole('complementary').getByRole('radio', { name: '家人代办' })).toBeChecked()
})

test('a crash loses nothing: the strip brings the draft back at its step', async ({ clerk, page, counter }) => {
  const draft = await completeDraft(counter, { applicant: person(RARE, 1) })
  await counter.call('save_draft', { id: draft.id, content: { ...draft.content, step: 3 } })
  await page.goto('about:blank')
  await counter.crash()
  await counter.signIn('clerk')
  await clerk.open()
  await expect(page.getByText(sentences('上次没有正常退出。1 件没办完的已自动恢复，最多少了 1 秒内的输入。'))).toBeVisible()
  await clerk.press('Enter')
  await expect(clerk.step('材料')).toBeVisible()
  await expect(page.getByText(RARE).first()).toBeVisible()
})

test('F9 pressed twice gives one number', async ({ clerk, page, counter }) => {
  const draft = await completeDraft(counter, { applicant: person('样例一', 1) })
  const [first, second] = await Promise.all([counter.call('accept_case', { draft: draft.id }), counter.call('accept_case', { draft: draft.id })])
  expect(first.number).toBe(second.number)
  expect([first.already, second.already].filter(Boolean)).toHaveLength(1)
  await clerk.press('F3')
  await expect(page.getByRole('grid').getByText('样例一')).toHaveCount(1)
})
