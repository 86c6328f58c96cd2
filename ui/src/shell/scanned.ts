/** What a hand-held scanner read, told apart by its shape. Every scanned byte is a stranger's. */

const LONGEST = 600
const NUMBER = /[A-Z]{2}\d{2}[0-9A-Z]{0,4}-\d{8}-\d{4,5}-[0-9A-Z*]/
const TICKET = /^(?:[0-9A-Z]{3,8}-\d{8}-)?[A-Z]\d{3,5}(?:-[0-9A-Z])?$/
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const RECEIPT = 'YC1:'

/** The case number in a scan: printed plainly, or inside a receipt's code. */
export function caseNumberIn(scan: string): string | undefined {
  const text = scan.trim().slice(0, LONGEST)
  const readable = text.startsWith(RECEIPT) ? asciiOf(text.slice(RECEIPT.length)) : text.toUpperCase()
  return NUMBER.exec(readable ?? '')?.[0]
}

/** The code of a queue ticket, whole or its bare number; whether it is one of here and today is the desk's to say. */
export function ticketCodeIn(text: string): string | undefined {
  const code = text.trim().slice(0, LONGEST).toUpperCase()
  // The bare number stands alone, the whole code with its day and its check character.
  return TICKET.test(code) && [0, 3].includes(code.split('-').length - 1) ? code : undefined
}

/** Base45 (RFC 9285) to one character a byte; undefined when it is not that. */
function asciiOf(encoded: string): string | undefined {
  const digits = [...encoded].map((sign) => ALPHABET.indexOf(sign))
  if (digits.includes(-1) || digits.length % 3 === 1) return undefined
  let bytes = ''
  for (let at = 0; at < digits.length; at += 3) {
    const [low = 0, middle = 0, high] = digits.slice(at, at + 3)
    const value = low + middle * 45 + (high ?? 0) * 2025
    if (value > (high === undefined ? 0xff : 0xffff)) return undefined
    bytes += high === undefined ? String.fromCharCode(value) : String.fromCharCode(value >> 8, value & 0xff)
  }
  return bytes
}
