import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { fakeDesk, sampleSync } from '../../../tests/preview/fakeTransport'
import { i18n } from '../../i18n'
import { useTransport, type SyncCentre } from '../../ipc'
import { headlineOf } from './headline'
import { REASONS, reasonKey } from './reasons'
import { sizeWords } from './size'
import SyncPage from './SyncPage.vue'

const status = sampleSync().status

async function show(centre: SyncCentre) {
  const desk = fakeDesk()
  desk.answers.sync_centre = () => centre
  useTransport(desk)
  i18n.global.locale.value = 'zh-CN'
  const page = mount(SyncPage, { global: { plugins: [i18n] }, attachTo: document.body })
  await flushPromises()
  return page
}

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

  it('lists a case that needs a person and waits only once, first', async () => {
    const sample = sampleSync()
    const page = await show({ ...sample, waiting: [...sample.waiting, ...sample.attention] })
    const numbers = [...sample.attention, ...sample.waiting].map(({ short }) => short)
    expect(page.findAll('tbody tr[tabindex] td:nth-child(2)').map((cell) => cell.text())).toEqual(numbers)
  })

  it('says in words that only text waits, and no size where nothing is left to send', async () => {
    const sample = sampleSync()
    const sent = (row: SyncCentre['waiting'][number]) => ({ ...row, bytes: 0 })
    const page = await show({ ...sample, attention: sample.attention.map(sent), waiting: sample.waiting.map(sent), reportedToday: sample.reportedToday.map(sent), waitingBytes: 0 })
    expect(page.text()).toContain('仅文字')
    expect(page.text()).toContain('只有文字，按先后次序上报')
    expect(page.text()).not.toMatch(/\b0 B/)
    await page.findAll('[role=tab]')[2]?.trigger('mousedown')
    expect(page.text()).not.toContain('大小')
    page.unmount()
  })

  it('writes sizes as people read them', () => {
    expect([512, 655_360, 2_202_010].map(sizeWords)).toEqual(['512 B', '640 KB', '2.1 MB'])
  })
})
