import { describe, expect, it } from 'vitest'
import { sampleSync } from '../../../tests/preview/fakeTransport'
import { i18n } from '../../i18n'
import { headlineOf } from './headline'
import { REASONS, reasonKey } from './reasons'
import { sizeWords } from './size'

const status = sampleSync().status

describe('the sync centre', () => {
  it('says offline first and stays calm about it', () => {
    expect(headlineOf({ ...status, attention: 0 })).toMatchObject({ lamp: 'ring', link: 'offline', waiting: 7, clear: false })
  })

  it('lets what needs a person win over the network', () => {
    expect(headlineOf(status).lamp).toBe('amber')
  })

  it('shows progress only while online', () => {
    expect(headlineOf({ ...status, connectivity: 'online', sendingDone: 1, sendingTotal: 3 }).link).toBe('sending')
    expect(headlineOf({ ...status, connectivity: 'offline', sendingDone: 1, sendingTotal: 3 }).link).toBe('offline')
    expect(headlineOf({ ...status, connectivity: 'online', waiting: 0, attention: 0 })).toMatchObject({ lamp: 'green', clear: true })
  })

  it('has all three sentences for every reason in both languages', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const words = i18n.global.messages.value[language].sync.reason
      for (const reason of [...REASONS, 'other'] as const) {
        expect(words[reason], `${language} ${reason}`).toMatchObject({ label: expect.stringMatching(/\S/) as string, what: expect.stringMatching(/\S/) as string, safe: expect.stringMatching(/\S/) as string })
        expect(words[reason].todo.length, `${language} ${reason}`).toBeGreaterThan(0)
      }
    }
  })

  it('explains a reason of a newer version as such', () => {
    expect(reasonKey('matter_suspended')).toBe('matter_suspended')
    expect(reasonKey('something_new')).toBe('other')
    expect(reasonKey(null)).toBe('other')
  })

  it('writes sizes as people read them', () => {
    expect([512, 655_360, 2_202_010].map(sizeWords)).toEqual(['512 B', '640 KB', '2.1 MB'])
  })
})
