/**
 * The sync light: one pure function from facts to words, in the order of what matters. Offline is
 * a normal colour; red is only for the two conditions in which taking in more would risk data.
 */
import type { SyncStatus } from '../ipc'

export type Lamp = 'green' | 'ring' | 'amber' | 'red'

/** Message keys below `shell.sync`, with parameters already worded by the caller's `words`. */
export interface SyncLight {
  lamp: Lamp
  key: string
  params: Record<string, string | number>
  /** The small second text. */
  note?: { key: string; params: Record<string, string | number> }
}

/** Times and days inside the light are worded by the caller, in the person's language. */
export interface SyncWords {
  time(instant: string): string
  day(instant: string): string
  duration(minutes: number): string
}

/** The light for the facts of `app_status`. */
export function syncLight(status: SyncStatus, words: SyncWords): SyncLight {
  return stopped(status) ?? needsPerson(status, words) ?? onTheWay(status, words)
}

function stopped(status: SyncStatus): SyncLight | undefined {
  if (status.storeBroken) return { lamp: 'red', key: 'integrity', params: {} }
  if (status.diskFreeMb !== null) return { lamp: 'red', key: 'disk', params: {} }
  return undefined
}

function needsPerson(status: SyncStatus, words: SyncWords): SyncLight | undefined {
  if (status.attention > 0) return { lamp: 'amber', key: 'attention', params: { n: status.attention } }
  if (status.clockSkewMinutes === null) return undefined
  return { lamp: 'amber', key: 'clock', params: { off: words.duration(Math.abs(status.clockSkewMinutes)) } }
}

function onTheWay(status: SyncStatus, words: SyncWords): SyncLight {
  switch (status.connectivity) {
    case 'online':
      return online(status)
    case 'usb_only':
      return byUsb(status, words)
    case 'no_answer':
      return {
        lamp: 'ring',
        key: 'unanswered',
        params: {},
        note: status.nextTry === null ? undefined : { key: 'retry', params: { time: words.time(status.nextTry) } },
      }
    default:
      return { lamp: 'ring', key: 'offline', params: {}, note: waiting(status, 'waiting') }
  }
}

function online(status: SyncStatus): SyncLight {
  const total = status.sendingTotal ?? status.waiting
  if (total === 0) return { lamp: 'green', key: 'allSent', params: {} }
  return { lamp: 'green', key: 'sending', params: { done: status.sendingDone ?? 0, total } }
}

function byUsb(status: SyncStatus, words: SyncWords): SyncLight {
  const note = waiting(status, 'waitingExport')
  if (status.lastSuccess === null) return { lamp: 'ring', key: 'usbNever', params: {}, note }
  return { lamp: 'ring', key: 'usb', params: { day: words.day(status.lastSuccess) }, note }
}

function waiting(status: SyncStatus, key: string): SyncLight['note'] {
  return status.waiting > 0 ? { key, params: { n: status.waiting } } : undefined
}
