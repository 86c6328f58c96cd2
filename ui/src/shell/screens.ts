/**
 * The screens of this window. A feature exports its own list; the root puts the lists together,
 * so the navigation, the palette and the keys know only what really exists.
 */
import { shallowRef, type Component } from 'vue'

/** Groups of the navigation, in the order of the information architecture; `home` stands alone above them. */
export const NAV_GROUPS = ['home', 'handle', 'serve', 'manage'] as const
export type NavGroup = (typeof NAV_GROUPS)[number]

export interface NavEntry {
  group: NavGroup
  /** Place within the group, as in the information architecture. */
  order: number
}

export interface Screen {
  /** Route name: the noun of the feature folder, with a suffix when it has several screens. */
  name: string
  /** Message key of the title in navigation, palette and window. */
  title: string
  component: Component
  /** Absent for screens reached from others. */
  nav?: NavEntry
  /** The F-key that opens it from anywhere. */
  key?: string
  /** A scanned case number opens this screen again, with `number`, instead of the case's page. */
  takesNumber?: boolean
  /** Found by Ctrl+K although it has no place in the navigation. */
  inPalette?: boolean
  /** `full` screens take the navigation's place as well (intake with its step rail). */
  frame?: 'nav' | 'full'
  /** The navigation entry that stays marked while this screen is open. */
  under?: string
}

export const screens = shallowRef<readonly Screen[]>([])

export function registerScreens(lists: readonly (readonly Screen[])[]): void {
  screens.value = lists.flat()
}

export function screenNamed(name: string): Screen | undefined {
  return screens.value.find((screen) => screen.name === name)
}

/** Entries of one navigation group, in order. */
export function entriesOf(group: NavGroup): Screen[] {
  return screens.value
    .filter((screen) => screen.nav?.group === group)
    .sort((a, b) => (a.nav?.order ?? 0) - (b.nav?.order ?? 0))
}
