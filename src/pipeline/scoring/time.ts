import { spansOverlap } from '../../core/spans.js'
import { hitScores } from './counts.js'
import type { TimexAnnotation } from './time-tml.js'

/** How well time expressions are found and normalised, in the manner of TempEval-3 (task A). */
export interface TimeScores {
  /** F1 of expressions that overlap an annotated one. */
  readonly relaxedF1: number
  /** F1 of expressions with exactly the annotated span. */
  readonly strictF1: number
  /** F1 of expressions that overlap an annotated one and have its value. */
  readonly valueF1: number
  /** F1 of expressions that overlap an annotated one and have its type. */
  readonly typeF1: number
  readonly precision: number
  readonly recall: number
  readonly gold: number
  readonly found: number
}

export interface ScoredTimes {
  readonly gold: readonly TimexAnnotation[]
  readonly found: readonly TimexAnnotation[]
}

export interface TimePair {
  readonly gold: TimexAnnotation
  readonly found: TimexAnnotation
}

const isExact = ({ gold, found }: TimePair) => gold.start === found.start && gold.end === found.end

const overlapLength = (a: TimexAnnotation, b: TimexAnnotation) =>
  Math.min(a.end, b.end) - Math.max(a.start, b.start)

/** Pairs found expressions with annotated ones, each used once, greatest overlap first. */
export function pairTimes({ gold, found }: ScoredTimes): TimePair[] {
  const pairs = gold.flatMap((one) =>
    found.filter((other) => spansOverlap(one, other)).map((other) => ({ gold: one, found: other })),
  )
  pairs.sort((a, b) => overlapLength(b.gold, b.found) - overlapLength(a.gold, a.found))
  const used = new Set<TimexAnnotation>()
  return pairs.filter((pair) => {
    if (used.has(pair.gold) || used.has(pair.found)) return false
    used.add(pair.gold).add(pair.found)
    return true
  })
}

/** Scores over all documents together (micro-average). Documents are `{gold, found}` with offsets into one text each. */
export function scoreTimes(documents: readonly ScoredTimes[]): TimeScores {
  const pairs = documents.flatMap((document) => pairTimes(document))
  const gold = documents.reduce((sum, document) => sum + document.gold.length, 0)
  const found = documents.reduce((sum, document) => sum + document.found.length, 0)
  const scores = (hits: number) => hitScores({ hits, found, gold })
  const f1 = (fits: (pair: TimePair) => boolean) => scores(pairs.filter(fits).length).f1
  const { precision, recall } = scores(pairs.length)
  return {
    relaxedF1: f1(() => true),
    strictF1: f1(isExact),
    valueF1: f1((pair) => pair.gold.value === pair.found.value),
    typeF1: f1((pair) => pair.gold.type === pair.found.type),
    precision,
    recall,
    gold,
    found,
  }
}
