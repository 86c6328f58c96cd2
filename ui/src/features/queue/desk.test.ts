import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { call, type QueueBoard } from '../../ipc'
import { answerWith, refusal } from '../../testing/transport'
import { acting, actAndSound, refused, unheard } from './desk'

const board = (number: string): QueueBoard => ({
  open: true, hours: [], waiting: [], held: [], missed: [], businesses: [], served: 0, averageWait: null, longestWait: null, overrides: 0, resumed: null,
  serving: { id: number, number, business: '综合', priority: null, booked: null, name: '', takenAt: '2026-11-23T10:00:00+08:00', waited: 0, state: 'serving', calls: 1 },
})
const callNext = () => actAndSound(() => call('call_next', {}))

interface Machine {
  /** What the machine can play to. */
  outputs?: string[]
  /** Its voices. */
  voices?: { lang: string; localService: boolean }[]
}

/** A machine with the sounds it has; what it was made to say. */
function machine({ outputs = ['audiooutput'], voices = [] }: Machine): string[] {
  const said: string[] = []
  vi.stubGlobal('HTMLMediaElement', class { setSinkId(): void { /* Outputs are told. */ } })
  Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: { enumerateDevices: () => Promise.resolve(outputs.map((kind) => ({ kind }))) } })
  // No loudspeaker of its own making: what is heard here is the voice.
  vi.stubGlobal('AudioContext', undefined)
  vi.stubGlobal('SpeechSynthesisUtterance', class { voice: unknown; lang = ''; constructor(readonly text: string) { /* Kept. */ } })
  vi.stubGlobal('speechSynthesis', { getVoices: () => voices, cancel: () => undefined, speak: ({ text }: { text: string }) => said.push(text) })
  return said
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('a key pressed twice calls one person', async () => {
  machine({})
  const fake = answerWith({ call_next: () => board('A017') })
  const calls = [callNext(), callNext()]
  await Promise.all(calls)
  expect(fake.asked.map(({ name }) => name)).toEqual(['call_next'])
  expect(acting.value).toBe(false)
})

it('a refusal is kept until the next act', async () => {
  machine({})
  answerWith({ call_next: () => { throw refusal('QUEUE-001') } })
  await callNext()
  expect(refused.value?.code).toBe('QUEUE-001')
  answerWith({ call_next: () => board('A017') })
  await callNext()
  expect(refused.value).toBeUndefined()
})

describe('a call', () => {
  it('is spoken in Chinese by a voice of the machine’s own, zeros and all', async () => {
    const said = machine({ voices: [{ lang: 'en-US', localService: true }, { lang: 'zh-CN', localService: true }] })
    answerWith({ call_next: () => board('A017') })
    await callNext()
    vi.runAllTimers()
    expect(said).toEqual(['请 A 0 1 7 号到窗口'])
    expect(unheard.value).toBe(false)
  })

  it('is never given to a voice that sends it away', async () => {
    const said = machine({ voices: [{ lang: 'zh-CN', localService: false }] })
    answerWith({ call_next: () => board('A017') })
    await callNext()
    vi.runAllTimers()
    expect(said).toEqual([])
    expect(unheard.value).toBe(true)
  })

  it('is told to be unheard on a machine without a loudspeaker', async () => {
    const said = machine({ outputs: ['videoinput'], voices: [{ lang: 'zh-CN', localService: true }] })
    answerWith({ call_next: () => board('A017') })
    await callNext()
    vi.runAllTimers()
    expect(said).toEqual([])
    expect(unheard.value).toBe(true)
  })
})
