import { expect, it } from 'vitest'
import { segmentsOf } from './matched'

const marked = (text: string, query: string) => segmentsOf(text, query).map(({ text: run, hit }) => (hit ? `[${run}]` : run)).join('')

it.each([
  ['高龄津贴申领', '津贴', '高龄[津贴]申领'],
  ['高龄津贴申领', '高贴领', '[高]龄津[贴]申[领]'],
  ['WiFi 报装', 'wifi', '[WiFi] 报装'],
  ['𠮷祥村办事点', '祥村', '𠮷[祥村]办事点'],
  ['高龄津贴申领', '低保', '高龄津贴申领'],
  ['高龄津贴申领', ' ', '高龄津贴申领'],
])('%s with %s', (text, query, expected) => {
  expect(marked(text, query)).toBe(expected)
})
