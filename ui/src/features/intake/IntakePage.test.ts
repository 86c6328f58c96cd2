import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { nextTick } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { APPLICANT, emptyContent, type FakeOptions } from '../../../tests/preview/fakeDraft'
import { fakeDesk, type FakeDesk } from '../../../tests/preview/fakeTransport'
import { i18n } from '../../i18n'
import { useTransport, type DraftContent, type DraftView } from '../../ipc'
import { listenForKeys } from '../../kit'
import { go, goHome, route } from '../../shell/route'
import IntakePage from './IntakePage.vue'

let page: VueWrapper
let desk: FakeDesk
let stopKeys: () => void

/** What a keyboard does: the key, and the click that Enter makes on a focused button. */
async function press(chord: string): Promise<void> {
  const parts = chord.split('+')
  const key = parts.at(-1) ?? ''
  const target = document.activeElement ?? document.body
  const event = new KeyboardEvent('keydown', {
    key, code: /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : key,
    ctrlKey: parts.includes('Ctrl'), altKey: parts.includes('Alt'), bubbles: true, cancelable: true,
  })
  if (target.dispatchEvent(event) && key === 'Enter' && target instanceof HTMLButtonElement) target.click()
  await flushPromises()
  await nextTick()
}

async function open(options: FakeOptions = {}, content: DraftContent = emptyContent()): Promise<void> {
  desk = fakeDesk(options, content)
  useTransport(desk)
  page = mount(IntakePage, { props: { draft: 'draft-1' }, global: { plugins: [i18n] }, attachTo: '#app' })
  await flushPromises()
}

const FORM_SIGNED = { document: 'application_form', files: [], how: 'on_paper', content: 'c'.repeat(64) }
const called = (name: string) => desk.calls.filter((call) => call.name === name)
const current = () => page.find('[aria-current="step"]').text()

beforeEach(() => {
  document.body.innerHTML = '<div id="app"></div>'
  i18n.global.locale.value = 'zh-CN'
  stopKeys = listenForKeys()
})
afterEach(() => {
  page.unmount()
  stopKeys()
  goHome()
  vi.useRealTimers()
})

describe('intake', () => {
  it('accepts a returning person with nothing changed in nine keys after the matter is open', async () => {
    go('intake', { draft: 'draft-1' })
    await open({ simple: true, returning: true })
    const keys = ['F6', 'Ctrl+Enter', 'Ctrl+Enter', 'Alt+a', 'Ctrl+Enter', 'Enter', 'Enter', 'F9', 'Enter']
    for (const key of keys.slice(0, -1)) await press(key)
    expect(called('accept_case').map(({ input }) => input)).toEqual([{ draft: 'draft-1' }])
    expect(page.text()).toContain('1123-0012')
    expect(page.text()).toContain('村级核实公示')
    await press('Enter')
    expect(route.value.name).not.toBe('intake')
    // F2, gljt and Enter come before: twelve in all.
    expect(keys.length + 3).toBeLessThanOrEqual(12)
  })

  it('decides once, however often F9 is pressed', async () => {
    const seen = (material: string) => ({ material, how: 'original_seen', files: [], pages: null, supplyBy: null, note: null, certificate: null })
    await open({ simple: true, returning: true }, {
      ...emptyContent(), step: 4, applicant: APPLICANT, answers: { age: 'yes', hukou: 'yes', who: 'self' }, materials: [seen('MAT-IDCARD'), seen('MAT-HUKOU')],
    })
    for (const key of ['Ctrl+s', 'Enter', 'Enter']) await press(key)
    desk.answers.accept_case = () => new Promise(() => undefined)
    for (let times = 0; times < 3; times += 1) await press('F9')
    expect(called('accept_case')).toHaveLength(1)
  })

  it('masks personal numbers in the summary as everywhere else', async () => {
    await open({ simple: true, returning: true }, {
      ...emptyContent(), step: 4, applicant: { ...APPLICANT, phone: '13800006120' },
      form: { applicant_id_no: APPLICANT.idNumber, applicant_phone: '13800006120', bank_account: '6217000000000000421' },
    })
    const summary = page.find('[aria-label="核对"]').text()
    for (const masked of ['3*************0421', '138****6120', '****0421']) expect(summary).toContain(masked)
    for (const whole of [APPLICANT.idNumber, '13800006120', '6217000000000000421']) expect(summary).not.toContain(whole)
  })

  it('ticks no step for a new person before their data is judged, and asks at once', async () => {
    await open({ simple: true, returning: true }, { ...emptyContent(), step: 1, applicant: { ...APPLICANT, idNumber: '370481193001010017' } })
    const ticked = () => page.findAll('.k-rail .done').length
    expect(ticked()).toBeGreaterThan(0)
    let answer: () => void = () => undefined
    const plain = fakeDesk({ simple: true, returning: true }, desk.content)
    desk.answers.save_draft = (input) => new Promise((resolve) => (answer = () => resolve(plain.call('save_draft', input))))
    await press('F6')
    expect(ticked()).toBe(0)
    answer()
    await flushPromises()
    expect(ticked()).toBeGreaterThan(0)
  })

  it('names the next thing to do once only the check and the signature are left', async () => {
    const seen = (material: string) => ({ material, how: 'original_seen', files: [], pages: null, supplyBy: null, note: null, certificate: null })
    await open({ simple: true, returning: true }, {
      ...emptyContent(), step: 4, applicant: APPLICANT, answers: { age: 'yes', hukou: 'yes', who: 'self' }, materials: [seen('MAT-IDCARD'), seen('MAT-HUKOU')],
    })
    await press('Ctrl+s')
    const verdict = () => page.find('.k-verdict').text()
    expect(verdict()).toContain('还差核对和签字')
    await press('Enter')
    expect(verdict()).toContain('签完“申请表”即可受理')
    await press('Enter')
    expect(verdict()).toContain('可以受理')
  })

  it('does not decide while something is missing, and says what', async () => {
    await open({ simple: true }, { ...emptyContent(), step: 6, applicant: APPLICANT })
    await press('F9')
    expect(called('accept_case')).toHaveLength(0)
    expect(document.activeElement?.textContent).toMatch(/还有 \d+ 处要改/)
  })

  it('stores what was typed within a second and says when', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    await open({}, { ...emptyContent(), step: 2, applicant: APPLICANT })
    await vi.advanceTimersByTimeAsync(1_000)
    const before = called('save_draft').length
    await page.find('#field-form_bank_name').setValue('样例农商银行')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(called('save_draft').length).toBeGreaterThan(before)
    expect(desk.content.form.bank_name).toBe('样例农商银行')
    expect(page.text()).toMatch(/草稿已存本机 \d\d:\d\d:\d\d/)
  })

  it('keeps typing that is newer than the answer of a save', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    await open({}, { ...emptyContent(), step: 2, applicant: APPLICANT })
    await vi.advanceTimersByTimeAsync(1_000)
    const save = desk.answers.save_draft
    let release: () => void = () => undefined
    const field = page.find<HTMLInputElement>('#field-form_bank_name')
    const plain = fakeDesk({}, desk.content)
    desk.answers.save_draft = (input) => new Promise((resolve) => (release = () => resolve(plain.call('save_draft', input))))
    await field.setValue('样')
    await vi.advanceTimersByTimeAsync(500)
    await field.setValue('样例')
    release()
    await vi.advanceTimersByTimeAsync(0)
    expect(field.element.value).toBe('样例')
    desk.answers.save_draft = save!
  })

  it('says that nothing was stored, what is safe and what to do when the disk fails', async () => {
    await open({}, { ...emptyContent(), step: 2, applicant: APPLICANT })
    desk.answers.save_draft = () => Promise.reject({ code: 'STORE-IO', params: {}, problems: [] })
    await page.find('#field-form_bank_name').setValue('样例')
    await press('Ctrl+s')
    expect(page.find('[role="alert"]').text()).toMatch(/没存上：.+先别关机，按 Ctrl\+S 再试/)
  })

  it('lists what is missing on leaving a step, takes the focus there and stays', async () => {
    await open({}, { ...emptyContent(), step: 2, applicant: APPLICANT })
    await press('Ctrl+Enter')
    expect(document.activeElement?.textContent).toContain('还有 6 处要改')
    expect(current()).toContain('表单')
    await page.findAll('[role="alert"] button')[0]?.trigger('click')
    expect(document.activeElement?.id).toBe('field-form_applicant_phone')
  })

  it('jumps from gap to gap with Alt+G', async () => {
    await open({}, { ...emptyContent(), step: 2, applicant: APPLICANT })
    expect(document.activeElement?.id).toBe('field-form_applicant_phone')
    await press('Alt+g')
    expect(document.activeElement?.closest('fieldset')?.id).toBe('field-form_age_band')
  })

  it('chooses the way of a material by digit and never defers by itself', async () => {
    await open({ returning: true }, { ...emptyContent(), step: 3, applicant: APPLICANT })
    await press('Alt+a')
    expect(page.text()).not.toContain('容缺，')
    for (let down = 0; down < 3; down += 1) await press('ArrowDown')
    await press('5')
    expect(page.text()).toContain('容缺，11月27日前补')
    expect(document.activeElement?.id).toBe('field-materials_MAT-PHOTO_supplyBy')
  })

  it('refuses one card for both people and changes nothing', async () => {
    await open({}, { ...emptyContent(), applicant: APPLICANT, agent: { kind: 'child', relation: '', mandate: null, person: { ...APPLICANT, name: '', idNumber: '' } } })
    desk.answers.read_card = () => ({ person: APPLICANT, validTo: null, expired: false, linked: null, rare: [] })
    await press('F6')
    expect(page.text()).toContain('申请人和代办人读了同一张证')
    await press('Ctrl+s')
    expect(desk.content.agent?.person.idNumber).toBe('')
  })

  it('voids check and signature when something changes afterwards', async () => {
    await open({ returning: true }, { ...emptyContent(), step: 2, applicant: APPLICANT, confirmed: true, signed: [FORM_SIGNED] })
    await press('Ctrl+s')
    Object.assign(desk.content, { confirmed: true, signed: [FORM_SIGNED] })
    await page.find('#field-form_bank_name').setValue('另一家')
    await press('Ctrl+s')
    expect(desk.content).toMatchObject({ confirmed: false, signed: [] })
    expect(page.text()).toContain('表单改过，申请表要重签')
  })

  it('signs by one digit a paper and goes on to deciding with the last', async () => {
    const promised = (material: string, how: string) => ({ material, how, files: [], pages: null, supplyBy: null, note: null, certificate: null })
    await open({ returning: true }, { ...emptyContent(), step: 5, applicant: APPLICANT, confirmed: true, materials: [promised('MAT-PROOF', 'promised'), promised('MAT-PHOTO', 'deferred')] })
    expect(page.findAll('.papers > li').map((row) => row.find('b').text())).toEqual(['申请表', '告知承诺书（未在外地重复领取的证明）', '申请容缺受理承诺书'])
    for (const digit of ['2', '1', '3']) await press(digit)
    expect(desk.content.signed.map(({ document, how }) => `${document} ${how}`)).toEqual(['promise.MAT-PROOF on_paper', 'application_form on_paper', 'deferral on_paper'])
    expect(current()).not.toContain('签字')
  })

  it('prints the paper to be signed with F8, never a correction notice', async () => {
    await open({ simple: true, returning: true }, { ...emptyContent(), step: 5, applicant: APPLICANT, confirmed: true })
    desk.answers.print_draft_paper = () => ({ id: 'p1', document: 'application_form', title: '申请表', copy: 1, pages: 1, missing: [], madeAt: '', outcome: 'ready', place: null, reason: null })
    desk.answers.print_paper = () => ({ id: 'p1', document: 'application_form', title: '申请表', copy: 1, pages: 1, missing: [], madeAt: '', outcome: 'saved', place: '样例文件夹', reason: null })
    await press('F8')
    expect(called('print_draft_paper').map(({ input }) => input)).toEqual([{ draft: 'draft-1', document: 'application_form', reason: null }])
    expect(page.text()).toContain('《申请表》已存成文件')
    expect(current()).toContain('签字')
  })

  it('asks to print a paper again that was changed since it was printed, before it can be marked as signed', async () => {
    await open({ simple: true, returning: true }, { ...emptyContent(), step: 5, applicant: APPLICANT, confirmed: true })
    const plain = fakeDesk({ simple: true, returning: true }, desk.content)
    const outdated = async (name: string, input: unknown) => {
      const view = (await plain.call(name, input)) as DraftView
      return { ...view, toSign: view.toSign.map((paper) => ({ ...paper, outdated: called('print_draft_paper').length === 0 })) }
    }
    desk.answers.save_draft = (input) => outdated('save_draft', input)
    desk.answers.print_draft_paper = () => ({ id: 'p1', document: 'application_form', title: '申请表', copy: 2, pages: 1, missing: [], madeAt: '', outcome: 'saved', place: '样例文件夹', reason: null })
    await press('Alt+4')
    await press('Alt+5')
    await press('Ctrl+s')
    const row = () => page.find('.papers > li').text()
    expect(row()).toContain('打印后内容改过，先重新打印')
    await press('1')
    expect(plain.content.signed).toEqual([])
    await press('F8')
    expect(row()).toContain('还没签')
    await press('1')
    expect(plain.content.signed.map(({ document }) => document)).toEqual(['application_form'])
  })

  it('keeps photographs of a signed paper and lets it be signed again', async () => {
    await open({ simple: true, returning: true }, { ...emptyContent(), step: 5, applicant: APPLICANT, confirmed: true })
    const chooser = page.find<HTMLInputElement>('input[type="file"]')
    Object.defineProperty(chooser.element, 'files', { value: [new File(['x'], '申请表.pdf', { type: 'application/pdf' })], writable: true })
    await chooser.trigger('change')
    await flushPromises()
    expect(page.find('.papers > li').text()).toContain('已签，照片 1 页')
    expect(page.find('.papers figure').exists()).toBe(true)
    await page.findAll('.papers button').find((button) => button.text() === '重签')?.trigger('click')
    expect(page.find('.papers > li').text()).toContain('还没签')
  })

  it('shows an ending answer as a page with its reason and the next door', async () => {
    await open({}, { ...emptyContent(), step: 2, applicant: APPLICANT, answers: { age: 'no', hukou: 'yes', who: 'self' } })
    expect(page.text()).toContain('高龄津贴从80周岁开始发')
    expect(page.text()).toContain('老年人优待证办理')
  })

  it('puts every open line on the one correction notice', async () => {
    await open({ simple: true }, { ...emptyContent(), step: 6, applicant: APPLICANT, answers: { age: 'yes', hukou: 'yes', who: 'self' } })
    await press('2')
    await press('Ctrl+Enter')
    const items = (called('ask_correction')[0]?.input as { items: { material: string }[] }).items
    expect(items.map(({ material }) => material)).toEqual(
      expect.arrayContaining(['MAT-IDCARD', 'MAT-HUKOU', 'form.bank_account']),
    )
    expect(items).toHaveLength(8)
  })

  it('does not refuse without a ground and plain words', async () => {
    await open({ simple: true }, { ...emptyContent(), step: 6, applicant: APPLICANT })
    await press('3')
    await press('Ctrl+Enter')
    expect(called('refuse_case')).toHaveLength(0)
    expect(document.activeElement?.textContent).toContain('还有 2 处要改')
  })

  it('returns with the draft kept on Esc', async () => {
    go('intake', { draft: 'draft-1' })
    await open({}, { ...emptyContent(), step: 2, applicant: APPLICANT })
    await page.find('#field-form_bank_name').setValue('样例')
    await press('Escape')
    expect(desk.content.form.bank_name).toBe('样例')
    expect(route.value.name).toBe('workbench')
  })
})
