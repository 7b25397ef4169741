import type { HappeningView } from '../../../src/api/types.js'

/** Levels of contacts, in words. */

export type Level = NonNullable<HappeningView['level']>

export const LEVELS: Readonly<Record<Level, string>> = {
  head: 'head of state or government',
  minister: 'minister',
  envoy: 'deputy minister or envoy',
  official: 'other official',
}

export const LEVEL_ORDER = Object.keys(LEVELS) as readonly Level[]

/** The value of the level filter that asks for contacts of no known level. */
export const UNKNOWN_LEVEL = 'unknown'
export const UNKNOWN_WORDS = 'rank not told'

/** The choices of the level filter. */
export const LEVEL_CHOICES: readonly { readonly value: string; readonly words: string }[] = [
  ...LEVEL_ORDER.map((value) => ({ value, words: LEVELS[value] })),
  { value: UNKNOWN_LEVEL, words: UNKNOWN_WORDS },
]
