/** Sample people. Every name says so; numbers have right check characters (GB 11643). */
import type { PersonInput } from '../../../ui/src/ipc/bindings'

/** The matter most tests use: 高龄津贴申领. */
export const ALLOWANCE = '11370481MB9X11814D4370511004000'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/** An identity number for a birthday (`YYYYMMDD`) and an order number. */
export function idNumber(birth: string, order: number): string {
  const body = `370481${birth}${String(order).padStart(3, '0')}`
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(body[at]), 0)
  return `${body}${CHECKS[sum % 11]}`
}

const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** A unified social credit code of a sample firm, with its right check character (GB 32100). */
export function creditCode(): string {
  const body = '91370481MA3000000'
  const sum = [...body].reduce((total, sign, at) => total + SIGNS.indexOf(sign) * (3 ** at % 31), 0)
  return `${body}${SIGNS[(31 - (sum % 31)) % 31]}`
}

/** A sample person, complete enough for every form. */
export function person(name: string, order: number, birth = '19400321'): PersonInput {
  return {
    name,
    idKind: 'citizen',
    idNumber: idNumber(birth, order),
    sex: order % 2 === 0 ? 'female' : 'male',
    birth: `${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6)}`,
    ethnicity: '汉',
    address: '样例省样例市龙阳镇测试村 1 号',
    phone: '0632-1234567',
    verified: 'typed',
  }
}
