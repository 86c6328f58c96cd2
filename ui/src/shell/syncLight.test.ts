import { describe, expect, it } from 'vitest'
import zhCN from '../i18n/zh-CN'
import type { SyncStatus } from '../ipc'
import { syncLight, type Lamp, type SyncLight, type SyncWords } from './syncLight'

const quiet: SyncStatus = {
  connectivity: 'online',
  waiting: 0,
  attention: 0,
  sendingDone: null,
  sendingTotal: null,
  nextTry: null,
  lastSuccess: null,
  clockSkewMinutes: null,
  diskFreeMb: null,
  storeBroken: false,
}
const words: SyncWords = { time: () => '10:47', day: () => '11月20日', duration: () => '3 小时' }
const texts: Record<string, unknown> = zhCN.shell.sync

function fill(key: string, params: Record<string, string | number>): string {
  return String(texts[key]).replace(/\{(\w+)\}/g, (_, name: string) => String(params[name]))
}

function read(light: SyncLight): [Lamp, string, string | undefined] {
  return [light.lamp, fill(light.key, light.params), light.note && fill(light.note.key, light.note.params)]
}

describe('the sync light says exactly what the table says', () => {
  const table: [string, Partial<SyncStatus>, [Lamp, string, string | undefined]][] = [
    ['nothing waits', {}, ['green', '已联网，全部已上报', undefined]],
    ['cases are being sent', { waiting: 9, sendingDone: 3, sendingTotal: 12 }, ['green', '已联网，正在上报 3/12', undefined]],
    ['there is no route', { connectivity: 'offline', waiting: 7 }, ['ring', '未联网，可正常办理', '7 件待上报']],
    ['the server is down', { connectivity: 'no_answer', waiting: 7, nextTry: '2026-11-23T10:47:00+08:00' }, ['ring', '上级平台没有应答，已存本机', '10:47 再试']],
    ['the point exchanges by drive', { connectivity: 'usb_only', waiting: 7, lastSuccess: '2026-11-20T09:36:00+08:00' }, ['ring', '离线站点，11月20日 交换过', '7 件待导出']],
    ['a case needs a person', { attention: 2, connectivity: 'offline', waiting: 7 }, ['amber', '2 件需要处理', undefined]],
    ['the clock is off', { clockSkewMinutes: -180 }, ['amber', '本机时间可能不准，差 3 小时', undefined]],
    ['the disk is nearly full', { diskFreeMb: 800, attention: 2 }, ['red', '本机磁盘快满，先备份再办', undefined]],
    ['the store does not verify', { storeBroken: true, diskFreeMb: 800 }, ['red', '本机数据校验不过，停止收件', undefined]],
  ]
  it.each(table)('when %s', (_, facts, expected) => {
    expect(read(syncLight({ ...quiet, ...facts }, words))).toEqual(expected)
  })

  it('stays calm and grey while the program is still looking for a network', () => {
    expect(read(syncLight({ ...quiet, connectivity: 'starting' }, words))[0]).toBe('ring')
  })

  it('counts what waits as being sent when the run has not said how far it is', () => {
    expect(read(syncLight({ ...quiet, waiting: 4 }, words))[1]).toBe('已联网，正在上报 0/4')
  })
})
