import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref, type EffectScope } from 'vue'
import { answerWith, refusal } from '../testing/transport'
import type { MatterList } from './bindings'
import { forgetQueries, SLOW_AFTER_MS, useQuery } from './query'

let scope: EffectScope
beforeEach(() => {
  scope = effectScope()
  forgetQueries()
})
afterEach(() => {
  scope.stop()
  vi.useRealTimers()
})

const list = (query: string): MatterList => ({ query, modes: [], rows: [] })

function search(text = ref('a'), enabled = ref(true)) {
  return scope.run(() => useQuery('search_matters', () => ({ text: text.value, modes: [], limit: 5 }), { on: ['matter'], enabled }))!
}

it('asks again when its input changes and when one of its kinds changes, not for others', async () => {
  const fake = answerWith({ search_matters: ({ text }) => list(text) })
  const text = ref('a')
  const query = search(text)
  await flushPromises()
  text.value = 'b'
  await flushPromises()
  expect(query.data.value?.query).toBe('b')
  fake.change({ kind: 'matter', id: null })
  fake.change({ kind: 'paper', id: null })
  await flushPromises()
  expect(fake.asked).toHaveLength(3)
})

it('an answer that comes late does not replace a newer one', async () => {
  const waiting: ((value: MatterList) => void)[] = []
  answerWith({ search_matters: () => new Promise<MatterList>((resolve) => waiting.push(resolve)) })
  const text = ref('a')
  const query = search(text)
  text.value = 'ab'
  await nextTick()
  waiting[1]!(list('ab'))
  await flushPromises()
  waiting[0]!(list('a'))
  await flushPromises()
  expect(query.data.value?.query).toBe('ab')
  expect(query.settled.value).toBe(true)
})

it('a failure keeps the rows that were there and says why', async () => {
  let broken = false
  answerWith({ search_matters: ({ text }) => { if (broken) throw refusal('STORE-IO'); return list(text) } })
  const query = search()
  await flushPromises()
  broken = true
  await query.refresh()
  expect(query.data.value?.query).toBe('a')
  expect(query.failure.value?.code).toBe('STORE-IO')
})

it('speaks of waiting only after 300 ms', async () => {
  vi.useFakeTimers()
  answerWith({ search_matters: () => new Promise<MatterList>(() => undefined) })
  const query = search()
  await vi.advanceTimersByTimeAsync(SLOW_AFTER_MS - 1)
  expect(query.slow.value).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(query.slow.value).toBe(true)
})

it('shows a remembered answer at once, and none after a change of person', async () => {
  answerWith({ search_matters: ({ text }) => list(text) })
  search()
  await flushPromises()
  answerWith({ search_matters: () => new Promise<MatterList>(() => undefined) })
  expect(search().data.value?.query).toBe('a')
  forgetQueries()
  expect(search().data.value).toBeUndefined()
})

it('asks nothing while it is not wanted', async () => {
  const fake = answerWith({ search_matters: ({ text }) => list(text) })
  search(ref('a'), ref(false))
  await flushPromises()
  expect(fake.asked).toEqual([])
})
