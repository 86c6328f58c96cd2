/** How a printer is reached, and what has to be known of it for that. */
import type { KeepPrinter, PrinterInfo } from '../../ipc'

export const PRINTER_KINDS = ['ipp', 'ticket_network', 'ticket_serial', 'ticket_usb', 'queue'] as const
export type PrinterKind = (typeof PRINTER_KINDS)[number]

/** Widths of rolls, in millimetres. */
export const ROLLS = [58, 80] as const
const USUAL_ROLL = 80

/** A printer of rolls, as opposed to sheets. */
export function isTicket(kind: string): boolean {
  return kind.startsWith('ticket')
}

/** What the form begins with for a printer that is set up, was found, or is told by hand. */
export function draftOf(from?: Partial<PrinterInfo>): KeepPrinter {
  const kind = from?.kind ?? 'ticket_network'
  const ticket = isTicket(kind)
  return {
    id: from?.id ?? null,
    name: from?.name ?? '',
    kind,
    address: from?.address ?? '',
    width: ticket ? (from?.width ?? USUAL_ROLL) : null,
    cutter: ticket && (from?.cutter ?? true),
    textMode: ticket && (from?.textMode ?? false),
  }
}

/** The same printer as another kind: what only ticket printers have comes and goes with it. */
export function asKind(draft: KeepPrinter, kind: string): KeepPrinter {
  const ticket = isTicket(kind)
  const was = isTicket(draft.kind)
  return { ...draft, kind, width: ticket ? (draft.width ?? USUAL_ROLL) : null, cutter: ticket && (was ? draft.cutter : true), textMode: ticket && draft.textMode }
}
