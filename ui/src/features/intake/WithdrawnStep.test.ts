import { flushPromises, mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { emptyContent } from '../../../tests/preview/fakeDraft'
import { fakeDesk } from '../../../tests/preview/fakeTransport'
import { i18n } from '../../i18n'
import { useTransport } from '../../ipc'
import { go, goHome, route } from '../../shell/route'
import IntakePage from './IntakePage.vue'

it('says which matters of a chain out of force can go on and makes a draft of each of them', async () => {
  document.body.innerHTML = '<div id="app"></div>'
  i18n.global.locale.value = 'zh-CN'
  go('intake', { draft: 'draft-1' })
  const desk = fakeDesk({ chainGone: true }, { ...emptyContent(), form: { applicant_name: '样例王秀兰' } })
  useTransport(desk)
  const page = mount(IntakePage, { props: { draft: 'draft-1' }, global: { plugins: [i18n] }, attachTo: '#app' })
  await flushPromises()
  expect(page.text()).toContain('这个套餐已停用')
  expect(page.findAll('.parts li').map((one) => one.text())).toEqual([
    '居民死亡医学证明（推断）书签发 滕州市卫生健康局', '遗体火化 已停用，不能办', '注销户口登记 滕州市公安局',
  ])
  expect(page.text()).toContain('申请人姓名')
  await page.findAll('button').find((button) => button.text().startsWith('分开接着办'))?.trigger('click')
  await flushPromises()
  expect(desk.calls.filter(({ name }) => name === 'split_draft').map(({ input }) => input)).toEqual([{ id: 'draft-1', matters: ['A1', 'A3'] }])
  expect(route.value).toEqual({ name: 'intake', params: { draft: 'draft-2' } })
  page.unmount()
  goHome()
})
