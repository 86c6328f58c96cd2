/** A program of the workspace while a test needs it: started, read line by line, ended by its id. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { createInterface, type Interface } from 'node:readline'

export interface Surroundings {
  /** Added to an environment that holds nothing of the person's. */
  env?: Record<string, string>
}

export class Program {
  readonly #child: ChildProcessWithoutNullStreams
  readonly #lines: AsyncIterator<string>
  readonly #ended: Promise<unknown>
  #complaints = ''

  constructor(
    readonly path: string,
    parameters: readonly string[],
    surroundings: Surroundings = {},
  ) {
    // Without PATH no program finds the machine's printer, browser or pager.
    this.#child = spawn(path, parameters, { env: { RUST_BACKTRACE: '1', ...surroundings.env } })
    this.#child.stderr.on('data', (text: Buffer) => (this.#complaints += text.toString()))
    const reader: Interface = createInterface({ input: this.#child.stdout })
    this.#lines = reader[Symbol.asyncIterator]()
    this.#ended = once(this.#child, 'exit')
  }

  /** The rest of the next line that starts with `word`. */
  async said(word: string): Promise<string> {
    for (;;) {
      const line = await this.#lines.next()
      if (line.done) throw new Error(`${this.path} ended without saying “${word}”: ${this.#complaints}`)
      if (line.value === word) return ''
      if (line.value.startsWith(`${word} `)) return line.value.slice(word.length + 1)
    }
  }

  tell(line: string): void {
    this.#child.stdin.write(`${line}\n`)
  }

  /** Ends it by closing its standard input. */
  async dismiss(): Promise<void> {
    this.#child.stdin.end()
    await this.#ended
  }

  /** Ends it by SIGTERM. */
  async terminate(): Promise<void> {
    this.#child.kill('SIGTERM')
    await this.#ended
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.#ended
  }
}

/** Runs a program to its end and returns what it printed. */
export async function run(path: string, parameters: readonly string[]): Promise<string> {
  const child = spawn(path, parameters, { env: {}, stdio: ['ignore', 'pipe', 'pipe'] })
  let [printed, complaints] = ['', '']
  child.stdout.on('data', (text: Buffer) => (printed += text.toString()))
  child.stderr.on('data', (text: Buffer) => (complaints += text.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`${path} ${parameters.join(' ')} ended with ${code}: ${complaints}`)
  return printed
}
