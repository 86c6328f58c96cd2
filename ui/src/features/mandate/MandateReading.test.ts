import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { i18n } from '../../i18n'
import { keyRegistry } from '../../kit'
import MandateReading from './MandateReading.vue'

interface Said { text: string; onend: (() => void) | null }

const LINES = [
  { kind: 'title', text: '授权委托书', value: '' },
  { kind: 'pair', text: '委托人', value: '样例人 3****0014' },
  { kind: 'text', text: '不得转委托。可以随时撤销。', value: '' },
]

function engine(voices: Pick<SpeechSynthesisVoice, 'lang' | 'localService'>[]): Said[] {
  const said: Said[] = []
  vi.stubGlobal('SpeechSynthesisUtterance', class { onend = null; onerror = null; constructor(readonly text: string) {} })
  vi.stubGlobal('speechSynthesis', { getVoices: () => voices, speak: (one: Said) => said.push(one), cancel: vi.fn() })
  return said
}

function show() {
  const reading = mount(MandateReading, {
    props: { said: 'a', load: () => Promise.resolve(LINES), modelValue: false, 'onUpdate:modelValue': (now: boolean) => void reading.setProps({ modelValue: now }) },
    global: { plugins: [i18n] },
    attachTo: document.body,
  })
  return reading
}
const pressL = async (target: EventTarget = document.body) => {
  const event = new KeyboardEvent('keydown', { key: 'l', bubbles: true, cancelable: true })
  Object.defineProperty(event, 'target', { value: target })
  keyRegistry.dispatch(event)
  await flushPromises()
}

beforeEach(() => { i18n.global.locale.value = 'zh-CN' })
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.innerHTML = ''
})

describe('reading a mandate out', () => {
  it('reads sentence by sentence on L, and says that it was read once its end was heard', async () => {
    const said = engine([{ lang: 'zh-CN', localService: true }])
    const reading = show()
    await pressL()
    for (let n = 0; n < 4; n += 1) said[n]?.onend?.()
    await flushPromises()
    expect(said.map(({ text }) => text)).toEqual(['授权委托书', '委托人：样例人 尾号 0014。', '不得转委托。', '可以随时撤销。'])
    expect(reading.props('modelValue')).toBe(true)
    reading.unmount()
  })

  it('stops on L again, and then nobody has heard it', async () => {
    const said = engine([{ lang: 'zh-CN', localService: true }])
    const reading = show()
    await pressL()
    await pressL()
    said[0]?.onend?.()
    await flushPromises()
    expect(said).toHaveLength(1)
    expect(reading.props('modelValue')).toBe(false)
    reading.unmount()
  })

  it('leaves an L that is typed into a field alone', async () => {
    const said = engine([{ lang: 'zh-CN', localService: true }])
    const reading = show()
    await pressL(document.createElement('input'))
    expect(said).toEqual([])
    reading.unmount()
  })

  it('asks to be read by whoever serves where the machine has no voice of its own', async () => {
    engine([{ lang: 'zh-CN', localService: false }])
    const reading = show()
    await pressL()
    expect(reading.text()).toContain('这台机器没有朗读语音，请念给委托人听')
    expect(reading.find('[role=region]').text()).toContain('不得转委托。')
    await reading.find('input[type=checkbox]').setValue(true)
    expect(reading.props('modelValue')).toBe(true)
    await reading.setProps({ said: 'b' })
    expect(reading.find('[role=region]').exists(), 'it says something else by now').toBe(false)
    reading.unmount()
  })
})
