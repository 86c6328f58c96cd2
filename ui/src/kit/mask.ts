/**
 * Masks of personal numbers: the same signs stay visible as on papers and in lists, which Rust
 * masks. By characters, never by code units.
 */
function masked(text: string, head: number, end: number): string {
  const signs = [...text]
  const hidden = Math.max(0, signs.length - head - end)
  return signs.slice(0, head).join('') + '*'.repeat(hidden) + signs.slice(head + hidden).join('')
}

const count = (text: string): number => [...text].length
/** Spaces and such are how people write a number, not part of it. */
const joined = (text: string): string => text.replace(/[\s()-]/g, '')

/** `3*************0421`. A credit code of an organisation is public. */
export function maskedId(idKind: string, idNumber: string): string {
  if (idKind === 'uscc') return idNumber
  if (count(idNumber) <= 4) return masked(idNumber, 0, 0)
  return count(idNumber) <= 8 ? masked(idNumber, 1, 2) : masked(idNumber, 1, 4)
}

/** `138****6120`; of other numbers the last three digits. */
export function maskedPhone(phone: string): string {
  if (/^1[3-9]\d{9}$/.test(joined(phone))) return masked(joined(phone), 3, 4)
  return masked(phone, 0, count(phone) > 5 ? 3 : 0)
}

/** `****0421`; as long as any other, so that nothing tells banks apart. */
export function maskedAccount(account: string): string {
  return account === '' ? '' : `****${[...account].slice(-4).join('')}`
}

/** The value of a form's field, masked where its kind is personal. */
export function maskedValue(kind: string, value: string): string {
  if (kind === 'idcard') return maskedId('citizen', value)
  if (kind === 'phone') return maskedPhone(value)
  return kind === 'bankcard' ? maskedAccount(value) : value
}
