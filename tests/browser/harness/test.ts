/** The fixtures: every test has its own home, bridge, card reader, printers and platform folder. */
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { CardReader } from './card'
import { Centre } from './centre'
import { Clerk } from './clerk'
import { Counter } from './counter'
import { program } from './places'
import { Printers } from './printers'
import { run } from './program'

interface Circumstances {
  /** `demo`: a fresh demo home. `none`: first run. */
  home: 'demo' | 'none'
  /** Who is signed in before the page opens; empty for nobody. */
  role: string
  /** Minutes by which the terminal's clock is ahead. */
  clockAhead: number
}

interface Furniture {
  folder: string
  card: CardReader
  printers: Printers
  counter: Counter
  centre: Centre
  clerk: Clerk
}

interface Workshop {
  /** A port of 127.0.0.1 that was free when the worker began. */
  port: number
  /** A demo home nobody opens; tests copy it. */
  sampleHome: string
}

/** Complaints of the page that no test expects. A refused command (422) is not one. */
const EXPECTED = /status of 422/

export const test = base.extend<Circumstances & Furniture, Workshop>({
  home: ['demo', { option: true }],
  role: ['clerk', { option: true }],
  clockAhead: [0, { option: true }],

  port: [async ({}, use) => use(await freePort()), { scope: 'worker' }],
  sampleHome: [
    async ({ port }, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'yichuang-sample-'))
      await run(program('yichuangctl'), ['--home', join(folder, 'home'), 'init', '--demo', '--platform', `http://127.0.0.1:${port}`])
      await use(join(folder, 'home'))
      await rm(folder, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],

  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'yichuang-browser-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
  card: async ({}, use) => {
    const card = new CardReader()
    await card.start()
    await use(card)
    await card.stop()
  },
  printers: async ({}, use) => {
    const printers = new Printers()
    await printers.start()
    await use(printers)
    await printers.stop()
  },
  counter: async ({ folder, home, sampleHome, card, clockAhead, role }, use) => {
    const at = join(folder, 'home')
    if (home === 'demo') await cp(sampleHome, at, { recursive: true })
    const counter = new Counter({ home: at, papers: join(folder, 'papers'), cardReader: card.line, clockAhead })
    await counter.start()
    if (home === 'demo' && role !== '') await counter.signIn(role)
    await use(counter)
    await counter.stop()
  },
  centre: async ({ folder, port }, use) => {
    const centre = new Centre(join(folder, 'centre'), port)
    await use(centre)
    await centre.stop()
  },
  clerk: async ({ page, counter }, use) => {
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && !EXPECTED.test(message.text())) complaints.push(message.text())
    })
    const clerk = new Clerk(page, () => counter.url)
    await clerk.open()
    await use(clerk)
    base.expect(complaints, 'the page complained').toEqual([])
    // The event stream holds the bridge's connection; the page goes first.
    await page.close()
  },
})

export { expect } from '@playwright/test'

/** A port nobody uses now; the platform takes it when a test starts it. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
