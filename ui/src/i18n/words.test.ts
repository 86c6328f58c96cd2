import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ApiFailure, ERROR_CODES } from '../ipc'
import en from './en'
import { failureWords } from './errors'
import errorsEn from './errors.en'
import errorsZh from './errors.zh-CN'
import zhCN from './zh-CN'

function leaves(tree: object, path = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(tree)) {
    const here = path ? `${path}.${key}` : key
    if (typeof value === 'string') found.set(here, value)
    else for (const [name, words] of leaves(value as object, here)) found.set(name, words)
  }
  return found
}

function parameters(words: string): string[] {
  return [...new Set([...words.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))].sort()
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'i18n' ? [] : sources(path)
    return /\.(vue|ts)$/.test(entry.name) && !entry.name.endsWith('.test.ts') ? [path] : []
  })
}

const chinese = leaves(zhCN)
const english = leaves(en)

describe('both languages', () => {
  it('have the same keys', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
  })

  it('use the same parameters', () => {
    const differing = [...chinese].filter(([key, words]) => String(parameters(words)) !== String(parameters(english.get(key) ?? '')))
    expect(differing.map(([key]) => key)).toEqual([])
  })

  it('leave no Chinese in the English but names', () => {
    const kept = new Set(['shell.mark', 'shell.operator.language'])
    expect([...english].filter(([key, words]) => /[\u3400-\u9fff]/.test(words) && !kept.has(key)).map(([key]) => key)).toEqual([])
  })
})

it('every key a component asks for exists', () => {
  const root = join(import.meta.dirname, '..')
  const missing: string[] = []
  for (const path of sources(root)) {
    for (const match of readFileSync(path, 'utf8').matchAll(/\bt\(\s*'([^']+)'/g)) {
      if (match[1] && !chinese.has(match[1])) missing.push(`${path.slice(root.length)}: ${match[1]}`)
    }
  }
  expect(missing).toEqual([])
})

describe('messages', () => {
  it('never use the words that blame or frighten', () => {
    const banned = /操作失败|系统异常|无效|非法|！/
    const all = [...chinese.values(), ...Object.values(errorsZh).flatMap((words) => [words.what, words.safe ?? '', words.todo ?? ''])]
    expect(all.filter((words) => banned.test(words))).toEqual([])
  })

  it('say for every error what happened, what is safe and what to do', () => {
    for (const code of ERROR_CODES) {
      expect(errorsZh[code], code).toMatchObject({ what: expect.stringMatching(/。$/), safe: expect.any(String), todo: expect.any(String) })
      expect(parameters(JSON.stringify(errorsEn[code])), code).toEqual(parameters(JSON.stringify(errorsZh[code])))
    }
  })

  it('stay within ninety characters for clerks', () => {
    const long = ERROR_CODES.filter((code) => Object.values(errorsZh[code]).join('').length > 90)
    expect(long).toEqual([])
  })

  it('name times as clocks do', () => {
    expect(failureWords(new ApiFailure('OPS-003', { until: '2026-11-23T08:14:00+08:00' }), 'zh-CN').todo).toBe('到 08:14 再试，或由负责人解锁。')
  })

  it('fill in what came and leave no empty brackets for what did not', () => {
    expect(failureWords(new ApiFailure('SYNC-001', { reason: 'TLS' }), 'zh-CN').what).toBe('没有连上上级平台（TLS）。')
    expect(failureWords(new ApiFailure('SYNC-001', { reason: '' }), 'zh-CN').what).toBe('没有连上上级平台。')
  })
})
