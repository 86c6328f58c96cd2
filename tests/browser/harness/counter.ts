/** One counter: a home, the loopback bridge over it, and its commands without a page. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ByteCommands, Commands, FileInfo, ImportResult, OperatorInfo } from '../../../ui/src/ipc/bindings'
import { face, program } from './places'
import { Program } from './program'

export interface CounterSetup {
  /** The home's folder; it may not exist yet (first run). */
  home: string
  /** Where papers go that no printer takes. */
  papers: string
  /** The line of the card reader. */
  cardReader: string
  /** Minutes by which this machine's clock is ahead. */
  clockAhead: number
}

/** A command the desk refused, by its stable code. */
export class Refused extends Error {
  constructor(readonly code: string) {
    super(code)
  }
}

export class Counter {
  #bridge: Program | undefined
  #url = ''

  constructor(readonly setup: CounterSetup) {}

  /** The address of the face. */
  get url(): string {
    return this.#url
  }

  async start(): Promise<void> {
    const { home, papers, cardReader, clockAhead } = this.setup
    await mkdir(papers, { recursive: true })
    this.#bridge = new Program(program('bridge'), ['--home', home, '--face', face(), '--clock-ahead', String(clockAhead)], {
      env: { YICHUANG_CARD_READER: cardReader, YICHUANG_PRINT_FOLDER: papers },
    })
    this.#url = await this.#bridge.said('listening')
  }

  async stop(): Promise<void> {
    await this.#bridge?.dismiss()
    this.#bridge = undefined
  }

  /** Ends it as a power cut would, and starts it again. */
  async crash(): Promise<void> {
    await this.#bridge?.kill()
    await this.start()
  }

  async call<K extends keyof Commands>(name: K, input: Commands[K]['in']): Promise<Commands[K]['out']> {
    return (await (await this.#post(name, input)).json()) as Commands[K]['out']
  }

  async bytes<K extends keyof ByteCommands>(name: K, input: ByteCommands[K]['in']): Promise<Buffer> {
    return Buffer.from(await (await this.#post(name, input)).arrayBuffer())
  }

  /** Stores a picture of a page with a draft. */
  async addPage(draft: string, name: string, png: Buffer): Promise<FileInfo> {
    const beside = Buffer.from(JSON.stringify({ draft, number: null, name, mediaType: 'image/png' })).toString('base64')
    const answer = await fetch(`${this.#url}/ipc/add_file`, { method: 'POST', headers: { 'yichuang-input': beside }, body: new Uint8Array(png) })
    if (!answer.ok) throw new Refused(((await answer.json()) as { code: string }).code)
    return (await answer.json()) as FileInfo
  }

  /** Takes in a signed pack, as from a file. */
  async takePack(pack: Buffer): Promise<ImportResult> {
    const beside = Buffer.from('{}').toString('base64')
    const answer = await fetch(`${this.#url}/ipc/import_pack`, { method: 'POST', headers: { 'yichuang-input': beside }, body: new Uint8Array(pack) })
    if (!answer.ok) throw new Refused(((await answer.json()) as { code: string }).code)
    return (await answer.json()) as ImportResult
  }

  async #post(name: string, input: unknown): Promise<Response> {
    const answer = await fetch(`${this.#url}/ipc/${name}`, { method: 'POST', body: JSON.stringify(input) })
    if (!answer.ok) throw new Refused(((await answer.json()) as { code: string }).code)
    return answer
  }

  /** Signs somebody in by role; the demo's passwords are public. */
  async signIn(role: string): Promise<OperatorInfo> {
    const { operators } = await this.call('list_operators', {})
    const person = operators.find((one) => one.role === role)
    if (!person) throw new Error(`nobody is ${role}`)
    return this.call('sign_in', { operator: person.id, password: passwordOf(role) })
  }

  /** From now on no paper can be put down: its folder has become a file. */
  async losePaperFolder(): Promise<void> {
    await rm(this.setup.papers, { recursive: true, force: true })
    await writeFile(this.setup.papers, '')
  }

  /** The papers saved so far, by file name. */
  async savedPapers(): Promise<Map<string, Buffer>> {
    const names = (await readdir(this.setup.papers)).sort()
    return new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(this.setup.papers, name))] as const)))
  }
}

/** The demo's password of a role. */
export function passwordOf(role: string): string {
  return `sample-${role}`
}
