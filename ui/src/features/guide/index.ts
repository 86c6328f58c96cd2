import type { Screen } from '../../shell/screens'

export const screens: readonly Screen[] = []
