/** The questions a page has put to Rust and not heard of yet. */
import type { Page, Request } from '@playwright/test'

/** Commands somebody waits for at a device; a person goes on pressing keys meanwhile. */
const AT_A_DEVICE = new Set(['read_card', 'find_printers', 'ask_printer', 'try_printer', 'print_paper', 'print_papers', 'print_elsewhere'])
/** How long a person looks at a page that does not answer before they press a key all the same. */
const PATIENCE_MS = 3_000

export class UnderWay {
  readonly #questions = new Set<Request>()
  #quiet: () => void = () => undefined

  constructor(readonly page: Page) {
    page.on('request', (request) => {
      const command = request.method() === 'POST' && /\/ipc\/(\w+)$/.exec(request.url())?.[1]
      if (command && !AT_A_DEVICE.has(command)) this.#questions.add(request)
    })
    const over = (request: Request) => {
      this.#questions.delete(request)
      if (this.#questions.size === 0) this.#quiet()
    }
    page.on('requestfinished', over)
    page.on('requestfailed', over)
  }

  /** Waits until the page has its answers and shows them, or until a person would wait no longer. */
  async answered(): Promise<void> {
    // A turn of the page's own loop: what the last key asked is under way after it.
    await this.page.evaluate(() => undefined)
    if (this.#questions.size === 0) return
    await new Promise<void>((resolve) => {
      const patience = setTimeout(resolve, PATIENCE_MS)
      this.#quiet = () => {
        clearTimeout(patience)
        resolve()
      }
    })
    // Another turn: what was answered is shown.
    await this.page.evaluate(() => undefined)
  }
}
