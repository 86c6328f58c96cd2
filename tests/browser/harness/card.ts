/** The simulated ID-card reader on its line. */
import { program } from './places'
import { Program } from './program'

/** Sample cards by what is special about them. */
export type SampleCard = 'ever' | 'rare' | 'expired' | 'permit'

export class CardReader {
  #program: Program | undefined
  line = ''

  async start(): Promise<void> {
    this.#program = new Program(program('card-simulator'), [])
    this.line = await this.#program.said('reader')
  }

  async lay(card: SampleCard): Promise<void> {
    await this.#tell(card)
  }

  async lift(): Promise<void> {
    await this.#tell('lift')
  }

  async stop(): Promise<void> {
    await this.#program?.dismiss()
    this.#program = undefined
  }

  async #tell(word: string): Promise<void> {
    this.#program?.tell(word)
    await this.#program?.said('done')
  }
}
