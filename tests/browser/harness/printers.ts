/** The simulated printers: a ticket printer on the network and one of sheets behind a print service. */
import type { Counter } from './counter'
import { program } from './places'
import { Program } from './program'

export type TicketState = 'well' | 'paper_out' | 'cover_open' | 'torn'
export type PagesState = 'well' | 'held' | 'paper_out'

export class Printers {
  #program: Program | undefined
  /** Where the product reaches each. */
  ticket = ''
  pages = ''

  async start(): Promise<void> {
    this.#program = new Program(program('printer-simulator'), [])
    this.ticket = await this.#program.said('ticket')
    this.pages = await this.#program.said('pages')
  }

  async turnTicket(state: TicketState): Promise<void> {
    await this.#tell(`ticket ${state}`)
  }

  async turnPages(state: PagesState): Promise<void> {
    await this.#tell(`pages ${state}`)
  }

  /** What has come out so far. */
  async out(): Promise<{ tickets: number; sheets: number }> {
    this.#program?.tell('count')
    const [tickets = 0, sheets = 0] = (await this.#program?.said('out') ?? '').split(' ').map(Number)
    return { tickets, sheets }
  }

  async stop(): Promise<void> {
    await this.#program?.dismiss()
    this.#program = undefined
  }

  async #tell(order: string): Promise<void> {
    this.#program?.tell(order)
    await this.#program?.said('done')
  }
}

/** Sets printers up as whoever may, and signs the clerk in again. */
export async function setUp(counter: Counter, printers: readonly { name: string; kind: string; address: string }[], role = 'clerk'): Promise<void> {
  await counter.signIn('admin')
  for (const one of printers) {
    const ticket = one.kind.startsWith('ticket')
    await counter.call('keep_printer', { id: null, ...one, width: ticket ? 80 : null, cutter: ticket, textMode: false })
  }
  await counter.signIn(role)
}

export const ticketPrinter = (address: string) => ({ name: '小票机', kind: 'ticket_network', address })
export const sheetPrinter = (address: string) => ({ name: 'A4 打印机', kind: 'ipp', address })
/** A port where nothing listens. */
export const NOWHERE = '127.0.0.1:9'
