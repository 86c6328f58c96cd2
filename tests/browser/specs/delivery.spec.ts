/** C11: results reach the right hand, by mandate or by post; H02: mandates given, used and taken back. */
import type { Clerk } from '../harness/clerk'
import { granted, openDelivery, report, today } from '../harness/deliveryScreens'
import { acceptedCase } from '../harness/paperwork'
import { idNumber, person } from '../harness/sample'
import { expect, test } from '../harness/test'

const WANG = person('样例王秀兰', 2)
const SON = { ...person('样例长子', 5), idNumber: idNumber('19700103', 5) }

/** Opens the first that waits and waits for its ways. */
async function openFirst(clerk: Clerk): Promise<void> {
  await clerk.press('ArrowDown')
  await clerk.press('Enter')
  await expect(clerk.page.locator('input[type=radio]:focus')).toBeVisible()
}

test.beforeEach(async ({ centre }) => centre.start())

test('nothing waits, then a decided case does, and its holder takes it against a signature', async ({ clerk, page, counter, centre }) => {
  await openDelivery(clerk)
  await expect(page.getByText('没有待领取。')).toBeVisible()
  const number = await granted(counter, centre, WANG)
  await expect(page.getByRole('grid', { name: '出件送达' }).getByText('结果还没到柜台')).toBeVisible()

  await page.getByLabel('出件', { exact: true }).fill('王秀兰')
  await expect(page.getByText('待领取 1 件')).toBeVisible()
  await clerk.press('Enter')
  await expect(page.getByText('样例〔2026〕0012 号')).toBeVisible()
  await clerk.press('Control+Enter')
  await expect(page.getByText('先核领取人的证件')).toBeVisible()

  await page.getByLabel('证件号码', { exact: true }).fill(SON.idNumber)
  await page.getByLabel('姓名').fill(SON.name)
  await expect(page.getByText('证件和申请人不是同一人。 没有交付。 要有授权委托书，按 2。')).toBeVisible()
  await page.getByLabel('证件号码', { exact: true }).fill(WANG.idNumber)
  await page.getByLabel('姓名').fill(WANG.name)
  await expect(page.getByText('是申请人本人')).toBeVisible()
  await clerk.press('F8')
  await expect(page.getByText(/领取凭证/).first()).toBeVisible()
  await clerk.press('Control+Enter')
  await expect(page.getByRole('status').getByText('已送达')).toBeVisible()
  await expect(page.getByText('送达回证')).toBeVisible()
  await clerk.press('Enter')
  await expect(page.getByText('没有待领取。')).toBeVisible()
  const view = await counter.call('show_case', { number })
  expect(view.row.state).toBe('delivered')
  expect(view.events.find(({ kind }) => kind === 'delivered')?.params).toMatchObject({ way: 'window', recipient: 'applicant' })
})

test('somebody else takes it under a mandate given on the spot, and not after it is taken back', async ({ clerk, page, counter, centre }) => {
  const number = await granted(counter, centre, WANG)
  await openDelivery(clerk)
  await expect(page.locator('tr.row')).toHaveCount(1)
  await openFirst(clerk)
  await clerk.press('2')
  await page.getByLabel('证件号码', { exact: true }).fill(SON.idNumber)
  await page.getByLabel('姓名').fill(SON.name)
  await expect(page.getByText('申请人没有委托这个人代领。')).toBeVisible()
  await page.getByRole('button', { name: '办授权委托书' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('和委托人的关系').fill('长子')
  await clerk.press('F8')
  await expect(dialog.getByText(/授权委托书/).first()).toBeVisible()
  await expect(dialog.getByRole('status').first()).toBeVisible()
  await clerk.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText(/有委托：长子，到 .*，可以代领/)).toBeVisible()

  const { given } = await counter.call('list_mandates', { number, agent: false })
  await counter.call('revoke_mandate', { id: given[0]?.id ?? '', reason: '样例' })
  await expect(page.getByText(/委托在 .* 撤销了，不能再代领。/)).toBeVisible()
  await clerk.press('Control+Enter')
  await expect(page.getByLabel('证件号码', { exact: true })).toBeFocused()
  expect((await counter.call('show_case', { number })).row.state).not.toBe('delivered')
})

test('a parcel is posted, and delivered on the day the post says', async ({ clerk, page, counter, centre }) => {
  const number = await granted(counter, centre, WANG)
  await openDelivery(clerk)
  await expect(page.locator('tr.row')).toHaveCount(1)
  await openFirst(clerk)
  await clerk.press('3')
  await clerk.press('Control+Enter')
  await expect(page.getByLabel('寄递企业')).toBeFocused()
  await clerk.type('邮政特快')
  await page.getByLabel('邮件号').fill('SAMPLE0000001CN')
  await clerk.press('Control+Enter')
  await expect(page.getByText('已交寄')).toBeVisible()
  await expect(page.getByText('邮寄单')).toBeVisible()
  await clerk.press('Enter')
  await expect(page.getByRole('grid').getByText('已寄出')).toBeVisible()
  await clerk.press('ArrowDown')
  await clerk.press('Enter')
  await page.getByRole('button', { name: '邮政已送达' }).click()
  await expect(page.getByRole('status').getByText('已送达')).toBeVisible()
  await report(counter)
  expect((await counter.call('show_case', { number })).row.state).toBe('delivered')
})

test('a case says what came of it, where it lies, and leads to handing it over', async ({ clerk, page, counter, centre }) => {
  const number = await granted(counter, centre, WANG)
  await clerk.press('F3')
  await page.getByLabel('查办件').fill(number)
  await expect(page.getByText('共 1 件')).toBeVisible()
  await clerk.press('Enter')
  await page.locator('.line').getByRole('button', { name: '到件' }).click()
  await page.getByLabel('放在哪里').fill('2 号柜')
  await clerk.press('Control+Enter')
  await expect(page.getByText('在柜台，2 号柜')).toBeVisible()
  await page.locator('.line').getByRole('button', { name: '出件' }).click()
  await expect(page.getByText('今天到件').first()).toBeVisible()
})

test('at intake an earlier mandate is offered and used; on the file it is taken back by one key', async ({ clerk, page, counter }) => {
  const { number } = await acceptedCase(counter, { applicant: WANG })
  const { latest } = await counter.call('list_mandates', { number, agent: false })
  const terms = { agent: SON, relation: '长子', scope: ['submit', 'collect'], matters: [], from: today(), until: latest, witness: '', booklet: null }
  await counter.call('give_mandate', { person: { number, agent: false }, terms, paper: null, how: 'on_paper', files: [], readAloud: false })
  const draft = await counter.call('open_draft', { code: '11370481MB9X11814D5372011001000', answers: {} })
  const content = { ...draft.content, applicant: WANG, agent: { person: SON, kind: 'child', relation: '长子', mandate: null } }
  await counter.call('save_draft', { id: draft.id, content })
  await clerk.reload()
  await page.locator('.drafts .btn').first().click()
  await page.getByRole('button', { name: '用这份委托' }).click()
  await expect(page.getByText('按这份委托办')).toBeVisible()
  await expect.poll(async () => (await counter.call('show_draft', { id: draft.id })).content.agent?.mandate).not.toBeNull()

  await clerk.press('F3')
  await page.getByLabel('查办件').fill(number)
  await expect(page.getByText('共 1 件')).toBeVisible()
  await clerk.press('ArrowDown')
  await clerk.press('Alt+p')
  await page.getByRole('tab', { name: /委托/ }).click()
  await page.getByRole('row').filter({ hasText: SON.name }).click()
  await clerk.press('x')
  await page.getByRole('dialog').getByLabel('为什么撤销').fill('自己来办')
  await clerk.press('Enter')
  await expect(page.getByText(/撤销：自己来办/)).toBeVisible()
})
