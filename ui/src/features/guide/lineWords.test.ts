import { expect, it } from 'vitest'
import type { RequirementLine } from '../../ipc'
import { handingIn, reliefOf } from './lineWords'

const line: RequirementLine = {
  material: 'M', name: '样例材料', form: '原件', copies: 1, issuer: '', status: 'must', rule: null, ruleDetail: null,
  because: null, basis: '', notes: [], criteria: [], certificate: false, original: false, conditional: false, ways: [],
}

it.each([
  [{}, 'guide.hand.original'],
  [{ copies: 3 }, 'guide.hand.originals'],
  [{ form: '复印件' }, 'guide.hand.copy'],
  [{ form: '复印件', original: true }, 'guide.hand.originalAndCopy'],
  [{ form: '原件及复印件' }, 'guide.hand.originalAndCopy'],
  [{ form: '样例形式' }, 'guide.hand.other'],
])('%o is handed in as %s', (change, key) => {
  expect(handingIn({ ...line, ...change }).key).toBe(key)
})

it('a plain must has no relief, anything else names it', () => {
  expect(reliefOf(line)).toBeUndefined()
  expect(reliefOf({ ...line, status: 'promisePossible' })?.key).toBe('guide.relief.promisePossible')
})
