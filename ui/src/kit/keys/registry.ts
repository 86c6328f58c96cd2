/**
 * One registry of key bindings. It dispatches, and it feeds the F1 overlay and the key bar, so
 * what is drawn is what acts. Layers are stacked: the newest wins, a modal layer hides those
 * beneath it except bindings marked `always`.
 */
import { computed, shallowReactive, type ComputedRef } from 'vue'
import { canonical, chordOf, isBareCharacter, isComposing, isTextTarget } from './chord'
import { createScanRecogniser } from './scanner'

export interface KeyBinding {
  /** Combination, see `chord.ts`. */
  keys: string
  /** What it does, in the operator's language. */
  label: string
  /** Returns false when it did nothing, so that the key goes on to the page. */
  run: (event: KeyboardEvent) => unknown
  /** Whether it acts now; absent means always. */
  when?: () => boolean
  /** Drawn in the key bar (default) or only in the F1 overlay. */
  bar?: boolean
  /** Listed in the F1 overlay (default); false for a key that another's caps already show. */
  help?: boolean
  /** Acts above dialogs too (F1, F11, F12). */
  always?: boolean
  /** Drawn instead of the caps of `keys`, e.g. a range of digits. */
  caps?: readonly string[]
}

export interface KeyLayer {
  modal: boolean
  bindings: () => readonly KeyBinding[]
}

export interface KeyRegistry {
  push(layer: KeyLayer): () => void
  /** Bindings that act now, the newest layer's first, without those a newer one overrides. */
  active: ComputedRef<KeyBinding[]>
  /** Handles an event; true when a binding took it. */
  dispatch(event: KeyboardEvent): boolean
  /** Watches every key for a scanner's burst, before fields see it; true when one just ended. */
  scan(event: KeyboardEvent): boolean
  /** Calls back with text typed by a scanner. */
  onScan(listener: (text: string) => void): () => void
}

export function createKeyRegistry(): KeyRegistry {
  const layers = shallowReactive<KeyLayer[]>([])
  const scanListeners = new Set<(text: string) => void>()
  const recogniser = createScanRecogniser()

  const active = computed(() => collect(layers))

  function dispatch(event: KeyboardEvent): boolean {
    if (isComposing(event) || event.defaultPrevented) return false
    const chord = chordOf(event)
    if (isBareCharacter(chord) && isTextTarget(event.target)) return false
    const binding = active.value.find((candidate) => canonical(candidate.keys) === chord)
    if (!binding || binding.run(event) === false) return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }

  function scan(event: KeyboardEvent): boolean {
    if (isComposing(event)) return false
    const scanned = recogniser.take(event.key, event.timeStamp)
    if (scanned === undefined || scanListeners.size === 0) return false
    event.preventDefault()
    event.stopPropagation()
    takeBack(event.target, scanned)
    for (const listener of [...scanListeners]) listener(scanned)
    return true
  }

  return {
    active,
    dispatch,
    scan,
    push(layer) {
      layers.push(layer)
      return () => {
        const index = layers.indexOf(layer)
        if (index >= 0) layers.splice(index, 1)
      }
    },
    onScan(listener) {
      scanListeners.add(listener)
      return () => void scanListeners.delete(listener)
    },
  }
}

/** Removes from a field what the scanner typed into it before it was recognised. */
function takeBack(target: EventTarget | null, scanned: string): void {
  if (!(target instanceof HTMLInputElement) || !target.value.endsWith(scanned)) return
  target.value = target.value.slice(0, -scanned.length)
  target.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Left to right as people look for them: F1…F10, what is peculiar to the screen, then F11 and F12. */
export function inReadingOrder(bindings: readonly KeyBinding[]): KeyBinding[] {
  const place = ({ keys }: KeyBinding) => {
    const figure = Number(/^F(\d+)$/.exec(keys)?.[1] ?? Number.NaN)
    if (Number.isNaN(figure)) return 20
    return figure <= 10 ? figure : 20 + figure
  }
  return [...bindings].sort((a, b) => place(a) - place(b))
}

function collect(layers: readonly KeyLayer[]): KeyBinding[] {
  const seen = new Set<string>()
  const found: KeyBinding[] = []
  let covered = false
  for (const layer of [...layers].reverse()) {
    for (const binding of layer.bindings()) {
      const chord = canonical(binding.keys)
      const acts = (!covered || binding.always === true) && (binding.when?.() ?? true)
      if (!acts || seen.has(chord)) continue
      seen.add(chord)
      found.push(binding)
    }
    covered ||= layer.modal
  }
  return found
}
