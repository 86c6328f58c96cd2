import { beforeEach, describe, expect, it, vi } from 'vitest'
import { canonical, capsOf } from './chord'
import { createKeyRegistry, inReadingOrder, type KeyBinding, type KeyRegistry } from './registry'

let registry: KeyRegistry
const target = document.createElement('input')

function press(key: string, options: KeyboardEventInit & { on?: EventTarget } = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, cancelable: true, ...options })
  if (options.on) Object.defineProperty(event, 'target', { value: options.on })
  return registry.dispatch(event)
}

function layer(bindings: KeyBinding[], modal = false): () => void {
  return registry.push({ modal, bindings: () => bindings })
}

beforeEach(() => {
  registry = createKeyRegistry()
})

describe('keys act', () => {
  it('once, and are taken from the webview', () => {
    const run = vi.fn()
    layer([{ keys: 'F5', label: 'a', run }])
    const event = new KeyboardEvent('keydown', { key: 'F5', cancelable: true })
    expect(registry.dispatch(event)).toBe(true)
    expect(event.defaultPrevented).toBe(true)
    expect(run).toHaveBeenCalledOnce()
  })

  it('for the newest screen, and for the older one when it has gone', () => {
    const older = vi.fn()
    const newer = vi.fn()
    layer([{ keys: 'F2', label: 'a', run: older }])
    const remove = layer([{ keys: 'F2', label: 'b', run: newer }])
    press('F2')
    remove()
    press('F2')
    expect([newer.mock.calls.length, older.mock.calls.length]).toEqual([1, 1])
  })

  it('by the physical key when Alt changes the character', () => {
    const run = vi.fn()
    layer([{ keys: 'Alt+1', label: 'a', run }])
    press('¡', { altKey: true, code: 'Digit1' })
    expect(run).toHaveBeenCalledOnce()
  })

  it('beneath a dialog only when they are marked so', () => {
    const beneath = vi.fn()
    const always = vi.fn()
    layer([{ keys: 'F2', label: 'a', run: beneath }, { keys: 'F12', label: 'b', run: always, always: true }])
    layer([], true)
    press('F2')
    press('F12')
    expect([beneath.mock.calls.length, always.mock.calls.length]).toEqual([0, 1])
  })
})

describe('keys keep still', () => {
  it('while an input method is composing', () => {
    const run = vi.fn()
    layer([{ keys: 'F2', label: 'a', run }])
    press('F2', { isComposing: true })
    press('Process', { keyCode: 229 } as KeyboardEventInit)
    expect(run).not.toHaveBeenCalled()
  })

  it('for single letters and digits inside a text field', () => {
    const run = vi.fn()
    layer([{ keys: 'n', label: 'a', run }, { keys: '1', label: 'b', run }])
    press('n', { on: target })
    press('1', { on: target })
    expect(run).not.toHaveBeenCalled()
    press('n')
    expect(run).toHaveBeenCalledOnce()
  })

  it('when their time has not come', () => {
    const run = vi.fn()
    layer([{ keys: 'F9', label: 'a', run, when: () => false }])
    expect(press('F9')).toBe(false)
    expect(registry.active.value).toEqual([])
  })
})

it('a scan reaches its listener and leaves nothing in the field', () => {
  const receive = vi.fn()
  registry.onScan(receive)
  const field = document.createElement('input')
  field.value = '王LY03-20261123-0012-6'
  let at = 0
  for (const key of [...'LY03-20261123-0012-6', 'Enter']) {
    const event = new KeyboardEvent('keydown', { key, cancelable: true })
    Object.defineProperty(event, 'target', { value: field })
    Object.defineProperty(event, 'timeStamp', { value: (at += 5) })
    registry.scan(event)
  }
  expect(receive).toHaveBeenCalledWith('LY03-20261123-0012-6')
  expect(field.value).toBe('王')
})

it('lists F1 to F10 first and F11, F12 last', () => {
  const order = inReadingOrder(['F12', 'Escape', 'F2', 'F11', 'F10', 'F1'].map((keys) => ({ keys, label: '', run: () => true })))
  expect(order.map(({ keys }) => keys)).toEqual(['F1', 'F2', 'F10', 'Escape', 'F11', 'F12'])
})

it('writes combinations in one way only', () => {
  expect(canonical('Shift+Ctrl+A')).toBe('Ctrl+Shift+a')
  expect(capsOf('Alt+ArrowLeft')).toEqual(['Alt', '←'])
})
