import { describe, expect, it } from 'vitest'
import type { ChainMatter } from '../../ipc'
import { handlingOrder } from './order'

function matter(order: number, waitsFor: number[], more: Partial<ChainMatter> = {}): ChainMatter {
  return {
    order, waitsFor, code: `C${order}`, name: `事项${order}`, department: '', optional: false, chosen: true, gone: false, ended: null, neededBy: [], promised: '', due: null, dueProvisional: false, ...more,
  }
}

describe('the order of handling', () => {
  it('follows the longest way of waiting and names what goes beside it', () => {
    expect(handlingOrder([matter(1, []), matter(2, []), matter(3, [1]), matter(4, [3])])).toEqual({ path: [1, 3, 4], beside: [2] })
  })

  it('leaves out what is not handled', () => {
    const ended = { question: '', reason: '', instead: '' }
    expect(handlingOrder([matter(1, []), matter(2, [], { chosen: false }), matter(3, [], { ended })])).toEqual({ path: [1], beside: [] })
  })

  it('is empty of nothing', () => {
    expect(handlingOrder([])).toEqual({ path: [], beside: [] })
  })
})
