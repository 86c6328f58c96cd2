/** What the sync centre says first: whether work is affected, what waits, what needs a person. */
import type { SyncStatus } from '../../ipc'

export type Lamp = 'ring' | 'green' | 'amber'

export interface Headline {
  lamp: Lamp
  /** Message key below `sync.headline`. */
  link: 'online' | 'sending' | 'offline' | 'noAnswer' | 'usbOnly' | 'starting'
  waiting: number
  attention: number
  /** Nothing waits and nothing needs anybody. */
  clear: boolean
}

const LINKS: Readonly<Record<string, Headline['link']>> = {
  online: 'online',
  offline: 'offline',
  no_answer: 'noAnswer',
  usb_only: 'usbOnly',
  starting: 'starting',
}

export function headlineOf(status: SyncStatus): Headline {
  const link = LINKS[status.connectivity] ?? 'offline'
  const sending = link === 'online' && status.sendingTotal !== null && status.sendingTotal > 0
  return {
    lamp: status.attention > 0 ? 'amber' : link === 'online' ? 'green' : 'ring',
    link: sending ? 'sending' : link,
    waiting: status.waiting,
    attention: status.attention,
    clear: status.waiting === 0 && status.attention === 0,
  }
}
