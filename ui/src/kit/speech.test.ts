import { afterEach, describe, expect, it, vi } from 'vitest'
import { localVoice, readOut, sentencesOf } from './speech'

interface Said { text: string; onend: (() => void) | null; onerror: (() => void) | null }

const voice = (lang: string, localService = true) => ({ lang, localService, name: lang }) as SpeechSynthesisVoice

/** An engine that says nothing until it is told that a sentence is over. */
function engine(voices: SpeechSynthesisVoice[]) {
  const said: Said[] = []
  const cancel = vi.fn()
  vi.stubGlobal('SpeechSynthesisUtterance', class { onend = null; onerror = null; constructor(readonly text: string) {} })
  vi.stubGlobal('speechSynthesis', { getVoices: () => voices, speak: (one: Said) => said.push(one), cancel })
  return { said, cancel }
}

afterEach(() => vi.unstubAllGlobals())

describe('a text that is read out', () => {
  it('is cut where a reader takes breath, and loses nothing', () => {
    expect(sentencesOf('受托人不得转委托。委托人可以随时撤销；帮办不收费。')).toEqual(['受托人不得转委托。', '委托人可以随时撤销；', '帮办不收费。'])
    expect(sentencesOf('  ')).toEqual([])
  })

  it('is read by a Chinese voice of this machine, never by one that sends it away', () => {
    engine([voice('en-US'), voice('zh-CN', false), voice('zh-CN')])
    expect(localVoice()).toMatchObject({ lang: 'zh-CN', localService: true })
    engine([voice('zh-CN', false), voice('en-US')])
    expect(localVoice()).toBeUndefined()
  })

  it('is read sentence by sentence to its end', () => {
    const { said } = engine([voice('zh-CN')])
    const [begun, ended] = [vi.fn(), vi.fn()]
    readOut(['一。', '二。'], voice('zh-CN'), begun, ended)
    expect(said.map(({ text }) => text)).toEqual(['一。'])
    said[0]?.onend?.()
    said[1]?.onend?.()
    expect(begun.mock.calls).toEqual([[0], [1]])
    expect(ended.mock.calls).toEqual([[true]])
  })

  it('was not read when it is stopped, and nothing is said after', () => {
    const { said, cancel } = engine([voice('zh-CN')])
    const ended = vi.fn()
    const stop = readOut(['一。', '二。'], voice('zh-CN'), vi.fn(), ended)
    stop()
    said[0]?.onend?.()
    stop()
    expect(said).toHaveLength(1)
    expect(ended.mock.calls).toEqual([[false]])
    expect(cancel).toHaveBeenCalled()
  })
})
