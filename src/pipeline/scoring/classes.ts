import { hitScores } from './counts.js'
import type { HitScores } from './counts.js'

/** One item sorted into one class. */
export interface ScoredClass {
  readonly gold: string
  readonly found: string
}

export interface ClassScores {
  /** Mean of the F1 of the classes that occur in the gold; a class that is only found counts through its errors. */
  readonly macroF1: number
  readonly accuracy: number
  readonly perType: Readonly<Record<string, HitScores & { readonly gold: number }>>
}

/** Scores of items that each have one class, as shares from 0 to 1. */
export function scoreClasses(items: readonly ScoredClass[]): ClassScores {
  const types = [...new Set(items.map((item) => item.gold))].sort()
  const perType = Object.fromEntries(
    types.map((type) => {
      const gold = items.filter((item) => item.gold === type).length
      const found = items.filter((item) => item.found === type).length
      const hits = items.filter((item) => item.gold === type && item.found === type).length
      return [type, { ...hitScores({ hits, found, gold }), gold }]
    }),
  )
  const sum = Object.values(perType).reduce((total, scores) => total + scores.f1, 0)
  const right = items.filter((item) => item.gold === item.found).length
  return {
    macroF1: sum / Math.max(1, types.length),
    accuracy: right / Math.max(1, items.length),
    perType,
  }
}
