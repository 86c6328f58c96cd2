/** C06.5: a form left unsigned for a reason is accepted, waits on C10, and is signed from the case's page. */
import { openCorrections } from '../harness/correctionScreens'
import { unsignedDraft } from '../harness/paperwork'
import { person } from '../harness/sample'
import { resume } from '../harness/screenParts'
import { expect, test } from '../harness/test'

test('a form is left unsigned with a reason, and signed when its applicant comes back', async ({ clerk, page, counter }) => {
  await unsignedDraft(counter, { applicant: person('样例补签', 1) })
  await clerk.reload()
  await resume(clerk)
  const form = page.locator('.papers').getByRole('listitem').filter({ hasText: '申请表' })
  await expect(form).toContainText('还没签')
  await clerk.press('Alt+t')
  const reasons = page.getByRole('group', { name: '“申请表”为什么先不签' })
  await expect(reasons.getByRole('radio').first()).toBeFocused()
  await clerk.press('4')
  await clerk.press('Enter')
  await expect(page.getByText('写上先不签的原因')).toBeVisible()
  await clerk.press('Escape')
  await expect(form, 'nothing is left without its words').toContainText('还没签')
  await clerk.press('Alt+t')
  await expect(reasons.getByRole('radio').first()).toBeFocused()
  await clerk.press('3')
  await clerk.press('Enter')
  await expect(clerk.step('受理')).toBeVisible()
  await clerk.press('F9')
  await expect(page.getByText('已受理')).toBeVisible()
  const number = await clerk.number()
  await clerk.press('Enter')

  await openCorrections(clerk)
  const waiting = page.getByRole('grid', { name: '要补签的' })
  await expect(waiting.getByText('申请人要求带回签字')).toBeVisible()
  await waiting.getByRole('row').filter({ hasText: '样例补签' }).dblclick()
  await expect(page.getByText('受理时没签：申请人要求带回签字')).toBeVisible()
  await expect(form).toContainText('还没签')
  await clerk.press('Control+Enter')
  await expect(form, 'nothing is kept unsigned').toContainText('还没签')
  await clerk.press('1')
  await expect(form).toContainText('已签在纸上')
  await clerk.press('Control+Enter')
  await expect.poll(async () => (await counter.call('show_case', { number })).unsigned).toEqual([])
  const { signed, row, events } = await counter.call('show_case', { number })
  expect(signed).toMatchObject([{ document: 'application_form', how: 'on_paper' }])
  expect(row.state).toBe('accepted')
  expect(events.find(({ kind }) => kind === 'supplied')?.params).toMatchObject({ later: 'true' })
})
