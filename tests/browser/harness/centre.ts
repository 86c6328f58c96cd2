/** The central platform, there or not as a test says. */
import { program } from './places'
import { Program, run } from './program'

export class Centre {
  #serving: Program | undefined

  constructor(
    readonly data: string,
    readonly port: number,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  async start(): Promise<void> {
    this.#serving = new Program(program('yichuang-platform'), ['serve', '--demo', '--data', this.data, '--listen', `127.0.0.1:${this.port}`])
    await this.#serving.said('listening')
  }

  async stop(): Promise<void> {
    await this.#serving?.terminate()
    this.#serving = undefined
  }

  /** A department's step on a case. */
  async review(number: string, step: { name: string; office: string; state?: string }): Promise<void> {
    const state = step.state ? ['--state', step.state] : []
    await run(program('yichuang-platform'), ['review', '--data', this.data, number, '--step', step.name, '--office', step.office, ...state])
  }

  /** What a department says of a case besides its steps, as `yichuang-platform review ACT` takes it. */
  async says(number: string, act: string, ...args: string[]): Promise<void> {
    await run(program('yichuang-platform'), ['review', act, '--data', this.data, number, '--office', '样例市民政局', ...args])
  }
}
