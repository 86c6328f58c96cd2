import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { i18n } from '../../i18n'
import { forgetQueries, type MatterList, type MatterRow } from '../../ipc'
import { listenForKeys } from '../../kit'
import { goHome, route } from '../../shell/route'
import { registerScreens, type Screen } from '../../shell/screens'
import { status } from '../../shell/status'
import { answerWith, refusal } from '../../testing/transport'
import MatterSearch from './MatterSearch.vue'
import type { Purpose } from './purpose'

const row = (code: string, name: string, more: Partial<MatterRow> = {}): MatterRow => ({
  code, name, matchedBy: 'name', matched: '', department: '样例局', category: '样例类', promised: '10 工作日', materials: 3, questions: 2, modes: [], favourite: false, here: true, suspended: null, ...more,
})
const elderly = row('A', '高龄津贴申领')
const card = row('B', '老年人优待证办理', { here: false })
const screens: Screen[] = ['intake', 'notice'].map((name) => ({ name, title: 'matter.title', component: MatterSearch }))

function page(rows: (text: string) => MatterRow[] | Promise<MatterRow[]>, purpose?: Purpose) {
  const fake = answerWith({
    search_matters: async ({ text }): Promise<MatterList> => ({ query: text, modes: [], rows: await rows(text) }),
    favourite_matter: () => ({}),
  })
  return { fake, shown: mount(MatterSearch, { attachTo: document.body, props: { purpose }, global: { plugins: [i18n] } }) }
}

/** Somebody with this role at the window; nobody without one. */
function signedIn(role?: string): void {
  status.value = role === undefined ? undefined : ({ operator: { id: 'w', name: '样例', role, daysLeft: null }, catalogue: { matters: 2 } } as typeof status.value)
}

async function press(key: string): Promise<void> {
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  await flushPromises()
}

let stop: () => void
beforeEach(() => {
  goHome()
  forgetQueries()
  registerScreens([screens])
  stop = listenForKeys()
})
afterEach(() => {
  stop()
  signedIn()
  document.body.innerHTML = ''
})

describe('from words to intake', () => {
  it('is typing and Enter, even before the answer has come', async () => {
    let answer: (rows: MatterRow[]) => void = () => undefined
    const { shown } = page((text) => (text ? new Promise((resolve) => (answer = resolve)) : []))
    await flushPromises()
    expect(document.activeElement).toBe(shown.get('input').element)
    await shown.get('input').setValue('gljt')
    await press('Enter')
    expect(route.value.name).toBe('workbench')
    answer([elderly])
    await flushPromises()
    expect(route.value).toEqual({ name: 'intake', params: { code: 'A' } })
  })

  it('is a digit in the list', async () => {
    const { shown } = page(() => [card, elderly])
    await flushPromises()
    await press('ArrowDown')
    expect(document.activeElement?.tagName).toBe('TR')
    await press('2')
    expect(route.value).toEqual({ name: 'intake', params: { code: 'A' } })
    shown.unmount()
  })

  it('opens the guide instead when the matter is not taken at this point', async () => {
    page(() => [card])
    await flushPromises()
    await press('Enter')
    expect(route.value).toEqual({ name: 'guide', params: { code: 'B' } })
  })

  it('opens the guide of a matter that is suspended, which says since when and what to do instead', async () => {
    const { shown } = page(() => [row('C', '老年补贴', { suspended: { on: '2026-09-01', instead: '高龄津贴申领' } })])
    await flushPromises()
    expect(shown.get('.row').text()).toContain('已停用 2026-09-01，改办：高龄津贴申领')
    await press('Enter')
    expect(route.value).toEqual({ name: 'guide', params: { code: 'C' } })
  })

  it('opens the guide of a row with the space bar', async () => {
    page(() => [elderly])
    await flushPromises()
    await press('ArrowDown')
    await press(' ')
    expect(route.value).toEqual({ name: 'guide', params: { code: 'A' } })
  })
})

describe('from words to the notice', () => {
  it('is F4 on the selected row', async () => {
    const { shown } = page(() => [card, elderly])
    await flushPromises()
    await press('ArrowDown')
    await press('ArrowDown')
    await press('F4')
    expect(route.value).toEqual({ name: 'notice', params: { code: 'A' } })
    shown.unmount()
  })

  it('is Enter where the search was opened for it, wherever the matter is taken', async () => {
    const { shown } = page(() => [card], 'notice')
    await flushPromises()
    await press('Enter')
    expect(route.value).toEqual({ name: 'notice', params: { code: 'B' } })
    shown.unmount()
  })
})

it('says in words that nothing has that name', async () => {
  const { shown } = page(() => [])
  await flushPromises()
  await shown.get('input').setValue('老来补')
  await flushPromises()
  expect(shown.text()).toContain('没有叫“老来补”的事项。')
})

it('marks the favourites and keeps them apart from the recent ones', async () => {
  const { shown } = page(() => [row('A', '高龄津贴申领', { favourite: true }), card])
  await flushPromises()
  expect(shown.findAll('.group').map((one) => one.text())).toEqual(['★ 常用', '最近办过'])
})

describe('words no matter answers to', () => {
  async function unknown(text: string, note: (text: string) => Record<string, never>) {
    const fake = answerWith({ search_matters: ({ text: asked }) => ({ query: asked, modes: [], rows: [] }), note_question: (input) => note(input.text) })
    const shown = mount(MatterSearch, { attachTo: document.body, global: { plugins: [i18n] } })
    await shown.get('#matter-search').setValue(text)
    await flushPromises()
    await shown.get('.k-empty .btn').trigger('click')
    await flushPromises()
    return { fake, shown }
  }

  it('are kept once, and the screen says so', async () => {
    const { fake, shown } = await unknown('老来补', () => ({}))
    expect(shown.get('.k-empty').text()).toContain('记下了“老来补”')
    expect(fake.asked.filter(({ name }) => name === 'note_question')).toHaveLength(1)
  })

  it('are refused in words when they hold a personal number', async () => {
    const { shown } = await unknown('王某 13800006120', () => {
      throw { ...refusal('CASE-001'), problems: [{ field: 'text', rule: 'personal_number', label: null, params: {} }] }
    })
    expect(shown.get('[role="alert"]').text()).toContain('里面像是有证件号或电话，没有记。')
  })
})

describe('words given to the matter they mean', () => {
  it('are added to the row that is opened, and then searched for', async () => {
    signedIn('clerk')
    const fake = answerWith({
      search_matters: ({ text }) => ({ query: text, modes: [], rows: text === 'gljt' ? [elderly] : [] }),
      list_aliases: ({ code }) => ({ code, rows: [], room: 20, mayAdd: true }),
      add_alias: () => ({}),
    })
    const shown = mount(MatterSearch, { attachTo: document.body, global: { plugins: [i18n] } })
    await shown.get('#matter-search').setValue('老来补')
    await flushPromises()
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 's', code: 'KeyS', altKey: true, bubbles: true, cancelable: true }))
    await flushPromises()
    expect(shown.text()).toContain('“老来补”是哪个事项的叫法？')
    await shown.get('#matter-search').setValue('gljt')
    await flushPromises()
    await press('Enter')
    expect(fake.asked).toContainEqual({ name: 'add_alias', input: { code: 'A', text: '老来补' } })
    expect(route.value.name).toBe('workbench')
    expect((shown.get('#matter-search').element as HTMLInputElement).value).toBe('老来补')
    expect(shown.text()).toContain('记上了：“老来补”就是“高龄津贴申领”')
    shown.unmount()
  })

  it('are not offered to somebody who takes no cases', async () => {
    signedIn('admin')
    const { shown } = page(() => [])
    await shown.get('#matter-search').setValue('老来补')
    await flushPromises()
    expect(shown.get('.k-empty').text()).not.toContain('记作俗称')
    shown.unmount()
  })
})
