import { clearMocks, mockConvertFileSrc } from '@tauri-apps/api/mocks'
import { afterEach, describe, expect, it } from 'vitest'
import { fontUrl } from './fontUrl'

describe('a font file', () => {
  afterEach(() => {
    clearMocks()
    Reflect.deleteProperty(globalThis, '__TAURI_INTERNALS__')
  })

  it.each([
    ['linux', 'fonts://localhost/serif-Bold.ttf'],
    ['macos', 'fonts://localhost/serif-Bold.ttf'],
    ['windows', 'http://fonts.localhost/serif-Bold.ttf'],
  ])('comes from the shell’s scheme on %s', (system, url) => {
    mockConvertFileSrc(system)
    expect(fontUrl('serif-Bold.ttf')).toBe(url)
  })

  it('comes from the bridge in a browser', () => {
    expect(fontUrl('rare.ttf')).toBe('/fonts/rare.ttf')
  })
})
