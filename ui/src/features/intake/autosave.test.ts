import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiFailure } from '../../ipc'
import { AT_MOST_MS, createAutosave, PAUSE_MS, SLOW_MS } from './autosave'

function setUp(save: (text: string) => Promise<string> = (text) => Promise.resolve(text)) {
  const state = { text: '', adopted: [] as string[] }
  const saved = vi.fn(save)
  const autosave = createAutosave<string, string>({ snapshot: () => state.text, save: saved, adopt: (answer) => state.adopted.push(answer) })
  const type = (text: string) => {
    state.text += text
    autosave.touch()
  }
  return { state, saved, autosave, type }
}

describe('autosave', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
  afterEach(() => void vi.useRealTimers())

  it('saves after a short pause', async () => {
    const { saved, type } = setUp()
    type('a')
    await vi.advanceTimersByTimeAsync(PAUSE_MS - 1)
    expect(saved).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(saved).toHaveBeenCalledExactlyOnceWith('a')
  })

  it('saves within a second although the typing never pauses', async () => {
    const { saved, type } = setUp()
    for (let elapsed = 0; elapsed < AT_MOST_MS; elapsed += 100) {
      type('x')
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(saved).toHaveBeenCalledOnce()
  })

  it('saves once more what changed while a save was under way', async () => {
    let release: (text: string) => void = () => undefined
    const { saved, autosave, type } = setUp(() => new Promise((resolve) => (release = resolve)))
    type('a')
    const flushed = autosave.flush()
    type('b')
    release('a')
    await vi.advanceTimersByTimeAsync(0)
    expect(saved).toHaveBeenLastCalledWith('ab')
    release('ab')
    await expect(flushed).resolves.toBe(true)
    expect(autosave.unsaved.value).toBe(false)
  })

  it('never runs two saves side by side', async () => {
    let running = 0
    let most = 0
    const { autosave, type } = setUp(async (text) => {
      running += 1
      most = Math.max(most, running)
      await Promise.resolve()
      running -= 1
      return text
    })
    type('a')
    void autosave.flush()
    type('b')
    void autosave.flush()
    await autosave.flush()
    expect(most).toBe(1)
  })

  it('says so when a save fails, keeps the change, and tries again when asked', async () => {
    let works = false
    const { autosave, type, state } = setUp((text) => (works ? Promise.resolve(text) : Promise.reject(new ApiFailure('STORE-IO'))))
    type('a')
    await expect(autosave.flush()).resolves.toBe(false)
    expect(autosave.failure.value?.code).toBe('STORE-IO')
    expect(autosave.unsaved.value).toBe(true)
    works = true
    await expect(autosave.flush()).resolves.toBe(true)
    expect(autosave.failure.value).toBeUndefined()
    expect(state.adopted).toEqual(['a'])
  })

  it('says that it is storing only when that takes longer than 300 ms', async () => {
    let release: (text: string) => void = () => undefined
    const { autosave, type } = setUp(() => new Promise((resolve) => (release = resolve)))
    type('a')
    void autosave.flush()
    await vi.advanceTimersByTimeAsync(SLOW_MS - 1)
    expect(autosave.slow.value).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(autosave.slow.value).toBe(true)
    release('a')
    await vi.advanceTimersByTimeAsync(0)
    expect(autosave.slow.value).toBe(false)
  })
})
