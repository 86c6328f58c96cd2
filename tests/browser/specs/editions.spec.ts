/** F15: a matter is published anew while a clerk has a draft of it open. */
import { expect, test } from '../harness/test'
import { completeDraft } from '../harness/paperwork'
import { newEdition, type PublishedMatter } from '../harness/publisher'
import { ALLOWANCE, person } from '../harness/sample'

const BANK = '开户银行（社会保障卡发卡行）'

/** No bank's name, no identity card; whether there is a pension is asked, and then which. */
function anew(matter: PublishedMatter): void {
  const field = (key: string, label: string, type: string, more: object) => ({ key, label, type, required: true, options: [], fill_from: null, hint: '', ...more })
  matter.form_fields = matter.form_fields.filter(({ key }) => key !== 'bank_name')
  matter.form_fields.push(
    field('has_pension', '是否领取养老金', 'bool', {}),
    field('pension_kinds', '领取哪些养老金', 'several', { options: ['城乡居民养老金', '职工养老金', '其他'], ask_if: { field: 'has_pension', value: 'true' } }),
    field('pension_since', '从哪个月开始领', 'month', { required: false, ask_if: { field: 'has_pension', value: 'true' } }),
  )
  matter.materials = matter.materials.filter(({ id }) => id !== 'MAT-IDCARD')
}

test('what a new edition drops and asks is read first, then the draft goes on and the form follows its answers', async ({ clerk, page, counter, sampleHome, folder }) => {
  const draft = await completeDraft(counter, { applicant: person('样例甲', 1) })
  await clerk.reload()
  await page.getByRole('button', { name: /接着办/ }).first().press('Enter')
  await expect(clerk.step('受理')).toBeVisible()
  await counter.takePack(await newEdition(sampleHome, folder, ALLOWANCE, anew))
  const changes = page.getByRole('region', { name: '这个事项更新了' }).last()
  await expect(changes).toContainText('这个事项今天起少要 1 份材料。本件已按新规则重排，减掉的是“申请人居民身份证”。')
  await expect(changes.getByRole('listitem').filter({ hasText: BANK })).toContainText('原来填的是“样例”')
  await expect(changes.getByRole('listitem').filter({ hasText: '是否领取养老金' })).toContainText('现在要填')
  await clerk.press('Enter')
  await expect(page.getByText('事项更新时放下了 2 项，不会交上去。')).toBeVisible()
  await page.getByRole('button', { name: '看一看' }).press('Enter')
  await expect(page.getByRole('listitem').filter({ hasText: BANK })).toContainText('样例')

  await clerk.press('Alt+2')
  await expect(page.getByRole('group', { name: '领取哪些养老金' })).toHaveCount(0)
  await page.getByRole('group', { name: '是否领取养老金' }).getByRole('radio').first().focus()
  await clerk.press('1')
  const kinds = page.getByRole('group', { name: '领取哪些养老金' })
  await kinds.getByRole('checkbox').first().focus()
  await clerk.press('3')
  await clerk.press('1')
  await expect(kinds.getByRole('checkbox', { checked: true })).toHaveCount(2)
  await expect.poll(async () => (await counter.call('show_draft', { id: draft.id })).content.form.pension_kinds).toBe('城乡居民养老金\n其他')
  await expect.poll(async () => (await counter.call('show_draft', { id: draft.id })).problems.map(({ field }) => field)).toEqual(['signed.application_form'])
})

test('nothing is accepted before the changes were read', async ({ clerk, page, counter, sampleHome, folder }) => {
  const draft = await completeDraft(counter, { applicant: person('样例乙', 2) })
  await counter.takePack(await newEdition(sampleHome, folder, ALLOWANCE, anew))
  await expect(counter.call('accept_case', { draft: draft.id })).rejects.toThrow('DRAFT-002')
  await clerk.reload()
  await page.getByRole('button', { name: /接着办/ }).first().press('Enter')
  await expect(page.getByRole('heading', { name: '这个事项更新了' })).toBeVisible()
  await clerk.press('Escape')
  await expect(page.getByRole('button', { name: /接着办/ }).first()).toBeVisible()
  await expect(counter.call('accept_case', { draft: draft.id })).rejects.toThrow('CASE-001')
})
