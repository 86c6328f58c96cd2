import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { nextTick } from 'vue'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fakeDesk, type FakeDesk } from '../../../tests/preview/fakeTransport'
import { i18n } from '../../i18n'
import { useTransport, type ArchivePackage, type CaseView } from '../../ipc'
import { listenForKeys } from '../../kit'
import PackageEditor from './PackageEditor.vue'

const NUMBER = 'LY03-20261123-0004-6'
const PLACE = `/样例/${NUMBER}.zip`

let page: VueWrapper
let desk: FakeDesk
let stopKeys: () => void

async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  const target = document.activeElement ?? document.body
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
  await flushPromises()
  await nextTick()
}

beforeEach(async () => {
  document.body.innerHTML = '<div id="app"></div>'
  i18n.global.locale.value = 'zh-CN'
  stopKeys = listenForKeys()
  desk = fakeDesk()
  useTransport(desk)
  const view = (await desk.call('show_case', { number: NUMBER })) as CaseView
  page = mount(PackageEditor, { props: { view, busy: false }, global: { plugins: [i18n] }, attachTo: '#app' })
})
afterEach(() => {
  page.unmount()
  stopKeys()
})

const writes = (told: Partial<ArchivePackage>) => () => ({ place: PLACE, already: false, parts: 7, madeAnew: 0, ...told })

it('says before anything is written that whole numbers go out, with the verb in focus', () => {
  expect(page.text()).toContain('没有加密')
  expect(desk.calls.filter(({ name }) => name === 'write_archive_package')).toEqual([])
  expect(document.activeElement?.textContent).toContain('写出')
})

it('tells where the package lies and how many parts it has, and Esc goes back', async () => {
  desk.answers.write_archive_package = writes({})
  await press('Enter', { ctrlKey: true })
  expect(desk.calls.at(-1)).toEqual({ name: 'write_archive_package', input: { number: NUMBER } })
  expect(page.get('[role="alert"]').text()).toContain('共 7 个部件')
  expect(page.get('[role="alert"]').text()).toContain(PLACE)
  expect(page.text()).not.toContain('重新生成')
  expect(document.activeElement?.textContent).toContain('好')
  await press('Escape')
  expect(page.emitted('cancel')).toHaveLength(1)
})

it('tells of a package that lay there already and of papers that were made anew', async () => {
  desk.answers.write_archive_package = writes({ already: true, madeAnew: 2 })
  await press('Enter', { ctrlKey: true })
  expect(page.text()).toContain('早就在那里，没有重写')
  expect(page.text()).toContain('有 2 份文书是重新生成的')
})

it('keeps the way back and the verb when it was refused', async () => {
  desk.answers.write_archive_package = () => Promise.reject({ code: 'ARCHIVE-001', params: { title: '居民户口簿' }, problems: [] })
  await press('Enter', { ctrlKey: true })
  expect(page.get('[role="alert"]').text()).toContain('「居民户口簿」有一页读不出来')
  desk.answers.write_archive_package = writes({})
  await press('Enter', { ctrlKey: true })
  expect(page.get('[role="alert"]').text()).toContain(PLACE)
})
