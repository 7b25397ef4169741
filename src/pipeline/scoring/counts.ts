/** What was to be found, what was found, and how much of it was right. Counts add up over items. */
export interface HitCounts {
  readonly hits: number
  readonly found: number
  readonly gold: number
}

/** Shares from 0 to 1. */
export interface HitScores {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export const NO_COUNTS: HitCounts = { hits: 0, found: 0, gold: 0 }

/** Counts of two lists compared as sets: what stands twice counts once. `keyOf` tells when two are the same. */
export function countShared<T>(
  gold: readonly T[],
  found: readonly T[],
  keyOf: (one: T) => string,
): HitCounts {
  const wanted = new Set(gold.map(keyOf))
  const given = new Set(found.map(keyOf))
  const hits = [...given].filter((key) => wanted.has(key)).length
  return { hits, found: given.size, gold: wanted.size }
}

/** Counts added up, field by field. */
export function addCounts(a: HitCounts, b: HitCounts): HitCounts {
  return { hits: a.hits + b.hits, found: a.found + b.found, gold: a.gold + b.gold }
}

/** Sum over items, so that every span weighs the same (micro-average). */
export function sumCounts(counts: readonly HitCounts[]): HitCounts {
  return counts.reduce(addCounts, NO_COUNTS)
}

/**
 * Precision, recall and F1 of counts. Where there was nothing to find and nothing was found all three are 1; where only
 * one side is empty they are 0.
 */
export function hitScores({ hits, found, gold }: HitCounts): HitScores {
  if (found + gold === 0) return { precision: 1, recall: 1, f1: 1 }
  return {
    precision: found === 0 ? 0 : hits / found,
    recall: gold === 0 ? 0 : hits / gold,
    f1: (2 * hits) / (found + gold),
  }
}

/** A share as a percentage with two decimals, the form in which all scores are shown. */
export function percent(share: number): number {
  return Math.round(share * 1e4) / 100
}

/** Precision, recall and F1 of counts as percentages. */
export function percentScores(counts: HitCounts): HitScores {
  const { precision, recall, f1 } = hitScores(counts)
  return { precision: percent(precision), recall: percent(recall), f1: percent(f1) }
}
