import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { i18n } from '../../i18n'
import { forgetQueries, type PaperInfo, type ShelvedGuide } from '../../ipc'
import { answerWith, refusal } from '../../testing/transport'
import { batch } from './batch'
import GuideShelf from './GuideShelf.vue'

const guide = (n: number, more: Partial<ShelvedGuide> = {}): ShelvedGuide => ({ code: `C${n}`, name: `样例事项${n}`, category: '样例类', here: true, ...more })
const GUIDES = [guide(1), guide(2), guide(3), guide(4, { here: false, category: '另一类' })]
const paper = (id: string, outcome: string): PaperInfo => ({
  id, document: 'guide', title: '服务指南', copy: 1, pages: 2, missing: [], madeAt: '2026-11-23T10:42:00+08:00', outcome, place: '样例打印机', reason: null,
})

let shown: VueWrapper
let desk: ReturnType<typeof answerWith>

function open(answers: Parameters<typeof answerWith>[0] = {}): void {
  desk = answerWith({
    list_guides: () => ({ guides: GUIDES }),
    print_guide: ({ code }) => paper(code, 'ready'),
    print_paper: ({ id }) => paper(id, 'done'),
    print_proof_list: () => paper('proofs', 'ready'),
    ...answers,
  })
  shown = mount(GuideShelf, { attachTo: '#app', global: { plugins: [i18n] } })
}

async function click(words: string): Promise<void> {
  const button = [...document.querySelectorAll('button')].find((one) => one.textContent?.includes(words))
  expect(button, words).toBeDefined()
  button!.click()
  await flushPromises()
}

const printed = () => desk.asked.filter(({ name }) => name === 'print_paper').map(({ input }) => (input as { id: string }).id)
const told = () => document.body.textContent ?? ''

beforeEach(() => {
  document.body.innerHTML = '<div id="app"></div>'
  forgetQueries()
})
afterEach(() => {
  shown.unmount()
  batch.stop()
  batch.forget()
  document.body.innerHTML = ''
})

describe('guides for the hall', () => {
  it('are printed one after another, what this point takes in unless said otherwise', async () => {
    open()
    await click('成批打印指南')
    expect(told()).toContain('本点受理的（3 份）')
    expect(told()).toContain('另一类（1 份）')
    await click('开始打印 3 份')
    expect(printed()).toEqual(['C1', 'C2', 'C3'])
    expect(told()).toContain('打完了，共 3 份。')
    expect(told()).toContain('3 / 3')
  })

  it('are stopped after the one under way, and the rest is taken up again', async () => {
    const sent: (() => void)[] = []
    open({ print_paper: ({ id }) => new Promise<PaperInfo>((done) => { sent.push(() => done(paper(id, 'done'))) }) as never })
    await click('成批打印指南')
    await click('开始打印 3 份')
    expect(told()).toContain('正在打：样例事项1')
    expect(told()).toContain('0 / 3')
    await click('停下')
    sent[0]?.()
    await flushPromises()
    expect(printed()).toEqual(['C1'])
    expect(told()).toContain('已停下，还有 2 份没打。')
    await click('接着打 2 份')
    for (const at of [1, 2]) {
      sent[at]?.()
      await flushPromises()
    }
    expect(printed()).toEqual(['C1', 'C2', 'C3'])
    expect(told()).toContain('打完了，共 3 份。')
  })

  it('that lack a section are left out and named; the others are printed', async () => {
    open({
      print_guide: ({ code }) => {
        if (code === 'C2') throw refusal('GUIDE-001', { matter: '样例事项2', missing: '“二、办理依据”' })
        return paper(code, 'ready')
      },
    })
    await click('成批打印指南')
    await click('开始打印 3 份')
    expect(printed()).toEqual(['C1', 'C3'])
    expect(told()).toContain('1 份没有打')
    expect(told()).toContain('“样例事项2”的指南缺“二、办理依据”')
  })

  it('wait while the printer takes nothing, and a guide that was made is not made twice', async () => {
    let works = false
    open({ print_paper: ({ id }) => { if (!works) throw refusal('PAPER-003', { reason: '没接上' }); return paper(id, 'done') } })
    await click('成批打印指南')
    await click('开始打印 3 份')
    expect(told()).toContain('已停下，还有 3 份没打。')
    expect(told()).toContain('PAPER-003')
    works = true
    await click('接着打 3 份')
    expect(desk.asked.filter(({ name }) => name === 'print_guide').map(({ input }) => (input as { code: string }).code)).toEqual(['C1', 'C2', 'C3'])
    expect(told()).toContain('打完了，共 3 份。')
  })
})

it('the list of proofs for the wall is one press away', async () => {
  open()
  await click('打印证明事项清单')
  expect(printed()).toEqual(['proofs'])
})
