import { hitScores } from './counts.js'

/** Scores of quantities in the manner of NewsQuant (Almasian et al., EMNLP 2023). */

export interface QuantityAnswer {
  /** The number, or the first end of a range. */
  readonly value: number
  /** The other end of a range, else null. */
  readonly high: number | null
  /** Canonical unit name in lower case; "-" for none. */
  readonly unit: string
}

export interface ScoredQuantities {
  readonly gold: readonly QuantityAnswer[]
  readonly found: readonly QuantityAnswer[]
}

export interface QuantityScores {
  /** F1 of quantities whose value fits. */
  readonly valueF1: number
  /** F1 of quantities whose value and unit fit. */
  readonly valueUnitF1: number
  readonly valuePrecision: number
  readonly valueRecall: number
  readonly gold: number
  readonly found: number
}

const TOLERANCE = 1e-5

const close = (a: number, b: number) =>
  Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b))

/** Do two quantities have the same value? Ranges must agree at both ends. */
export function sameValue(a: QuantityAnswer, b: QuantityAnswer): boolean {
  if ((a.high === null) !== (b.high === null)) return false
  return close(a.value, b.value) && (a.high === null || close(a.high, b.high ?? 0))
}

const sameUnit = (a: QuantityAnswer, b: QuantityAnswer) =>
  a.unit.toLowerCase().trim() === b.unit.toLowerCase().trim()

/** Pairs of one sentence by value, each used once; where two values are alike the units decide who goes with whom. */
export function pairQuantities({ gold, found }: ScoredQuantities) {
  const pairs: { gold: QuantityAnswer; found: QuantityAnswer; unitFits: boolean }[] = []
  const used = new Set<QuantityAnswer>()
  for (const wantUnit of [true, false])
    for (const one of gold) {
      if (used.has(one)) continue
      const fits = (other: QuantityAnswer) =>
        !used.has(other) && sameValue(one, other) && (!wantUnit || sameUnit(one, other))
      const other = found.find(fits)
      if (!other) continue
      used.add(one).add(other)
      pairs.push({ gold: one, found: other, unitFits: wantUnit })
    }
  return pairs
}

/** Scores over all sentences together (micro-average). */
export function scoreQuantities(sentences: readonly ScoredQuantities[]): QuantityScores {
  const pairs = sentences.flatMap((sentence) => pairQuantities(sentence))
  const gold = sentences.reduce((sum, sentence) => sum + sentence.gold.length, 0)
  const found = sentences.reduce((sum, sentence) => sum + sentence.found.length, 0)
  const withUnit = pairs.filter((pair) => pair.unitFits).length
  return {
    valueF1: hitScores({ hits: pairs.length, found, gold }).f1,
    valueUnitF1: hitScores({ hits: withUnit, found, gold }).f1,
    valuePrecision: found === 0 ? 0 : pairs.length / found,
    valueRecall: gold === 0 ? 0 : pairs.length / gold,
    gold,
    found,
  }
}
