/**
 * How this window looks and behaves for the person at it: text size, contrast, 回车跳格.
 * Kept per operator on this machine; none of it concerns cases.
 */
import { ref, watchEffect } from 'vue'

export const SCALES = [100, 125, 150, 200] as const
export type Scale = (typeof SCALES)[number]
export type Theme = 'light' | 'contrast'

interface Preferences {
  scale: Scale
  theme: Theme
  enterAdvances: boolean
}

export const scale = ref<Scale>(100)
export const theme = ref<Theme>('light')
export const enterAdvances = ref(true)

let owner = ''

function defaults(): Preferences {
  return { scale: window.innerWidth >= 1600 ? 125 : 100, theme: 'light', enterAdvances: true }
}

function read(key: string): Preferences {
  const base = defaults()
  try {
    const stored = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Preferences>
    return {
      scale: SCALES.find((size) => size === stored.scale) ?? base.scale,
      theme: stored.theme === 'contrast' ? 'contrast' : base.theme,
      enterAdvances: stored.enterAdvances ?? base.enterAdvances,
    }
  } catch {
    return base
  }
}

const keyOf = (operator: string) => `preferences:${operator}`

/** Takes over the preferences of an operator; the empty name is the log-in screen's. */
export function loadPreferences(operator = ''): void {
  owner = operator
  const mine = read(keyOf(operator))
  scale.value = mine.scale
  theme.value = mine.theme
  enterAdvances.value = mine.enterAdvances
}

function save(): void {
  const mine: Preferences = { scale: scale.value, theme: theme.value, enterAdvances: enterAdvances.value }
  try {
    localStorage.setItem(keyOf(owner), JSON.stringify(mine))
  } catch {
    // A full or locked profile costs the preference, nothing else.
  }
}

/** 100 → 125 → 150 → 200 → 100. */
export function nextScale(): void {
  setScale(SCALES[(SCALES.indexOf(scale.value) + 1) % SCALES.length] ?? 100)
}

export function setScale(size: Scale): void {
  scale.value = size
  save()
}

export function toggleTheme(): void {
  theme.value = theme.value === 'light' ? 'contrast' : 'light'
  save()
}

export function toggleEnterAdvances(): void {
  enterAdvances.value = !enterAdvances.value
  save()
}

/** Keeps the page's root attributes equal to the preferences. */
export function applyPreferences(root: HTMLElement = document.documentElement): void {
  watchEffect(() => {
    root.dataset.scale = String(scale.value)
    root.dataset.theme = theme.value
  })
}
