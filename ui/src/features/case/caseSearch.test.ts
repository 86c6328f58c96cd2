import { flushPromises } from '@vue/test-utils'
import { effectScope } from 'vue'
import { describe, expect, it } from 'vitest'
import { fakeDesk, sampleRow } from '../../../tests/preview/fakeTransport'
import { announce, useTransport, type CaseRow } from '../../ipc'
import { PAGE, useCaseSearch } from './caseSearch'

function search(total = 128) {
  const desk = fakeDesk()
  desk.answers.search_cases = ({ offset, limit }: { offset: number; limit: number }) => ({
    total,
    rows: Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, index) => sampleRow(offset + index)),
  })
  useTransport(desk)
  const scope = effectScope()
  const found = scope.run(() => useCaseSearch({}))!
  return { desk, found, stop: () => scope.stop() }
}

describe('searching cases', () => {
  it('lists a hundred at a time', async () => {
    const { found, stop } = search()
    await flushPromises()
    expect(found.rows.value).toHaveLength(PAGE)
    expect(found.hasMore.value).toBe(true)
    await found.more()
    expect(found.rows.value).toHaveLength(128)
    expect(found.hasMore.value).toBe(false)
    stop()
  })

  it('reads as many rows again when a case changed', async () => {
    const { desk, found, stop } = search()
    await flushPromises()
    await found.more()
    desk.calls.length = 0
    announce({ kind: 'case', id: null })
    await flushPromises()
    expect(desk.calls.filter(({ name }) => name === 'search_cases')).toHaveLength(2)
    expect(found.rows.value).toHaveLength(128)
    stop()
  })

  it('settles on what was typed, not on what was listed before it', async () => {
    const { desk, found, stop } = search()
    await flushPromises()
    desk.answers.search_cases = ({ text }: { text: string }) => ({ total: 1, rows: text === 'wxl' ? [sampleRow(7)] : [sampleRow(1)] })
    found.filter.text = 'wxl'
    await flushPromises()
    expect(await found.settled()).toBe(true)
    expect(found.rows.value.map(({ short }) => short)).toEqual([sampleRow(7).short])
    stop()
  })

  it('trusts no rows once the page was left or the box typed on', async () => {
    const { found, stop } = search()
    await flushPromises()
    const typedOn = found.settled()
    found.filter.text = 'w'
    expect(await typedOn).toBe(false)
    const afterwards = found.settled()
    stop()
    expect(await afterwards).toBe(false)
  })

  it('never lets a slower, older answer overtake a newer one', async () => {
    const { desk, found, stop } = search()
    await flushPromises()
    const answers: ((rows: CaseRow[]) => void)[] = []
    desk.answers.search_cases = () => new Promise((resolve) => answers.push((rows) => resolve({ total: rows.length, rows })))
    found.filter.period = 'today'
    await flushPromises()
    found.filter.period = 'week'
    await flushPromises()
    answers[1]?.([sampleRow(1)])
    await flushPromises()
    answers[0]?.([sampleRow(2), sampleRow(3)])
    await flushPromises()
    expect(found.rows.value.map(({ short }) => short)).toEqual([sampleRow(1).short])
    stop()
  })
})
