import type { Reason, RecordKind } from '../../core/index.js'
import table from './tables.json' with { type: 'json' }

/**
 * What the confidence of a record rests on: features by name, 1 where one holds and left out where not, or a number.
 * The same are fitted (`evals/fit-confidence.ts`) and used here.
 */
export type Grounds = Readonly<Record<string, number>>

/** A logistic sum: bias and a weight a feature. */
export interface LogisticTable {
  readonly bias: number
  readonly weights: Readonly<Record<string, number>>
}

/** What `tables.json` holds: a logistic sum for some kinds, for the others the share right by reason. */
export interface ConfidenceTables {
  readonly comment: string
  readonly sums: Readonly<Partial<Record<RecordKind, LogisticTable>>>
  readonly reasons: Readonly<Partial<Record<Reason, number>>>
}

const TABLES: ConfidenceTables = table
/** Of a reason that never was judged: as often right as wrong. */
const UNJUDGED = 0.5

/** Grounds from marks: those that hold, by name. */
export function marked(marks: Readonly<Record<string, boolean>>): Grounds {
  return Object.fromEntries(Object.entries(marks).flatMap(([name, is]) => (is ? [[name, 1]] : [])))
}

/** Scores are taken as no surer than this, so that a score of 1 is not beyond doubt. */
const SUREST = 0.98

/** The log odds of a score from 0 to 1: what a logistic sum weighs (Platt 1999). */
export function logOdds(score: number): number {
  const bounded = Math.min(SUREST, Math.max(1 - SUREST, score))
  return Math.log(bounded / (1 - bounded))
}

/** Chance by a logistic sum, 0 to 1. A feature without weight counts nothing. */
export function chanceBy({ bias, weights }: LogisticTable, grounds: Grounds): number {
  const sum = Object.entries(grounds).reduce(
    (total, [name, value]) => total + (weights[name] ?? 0) * value,
    bias,
  )
  return 1 / (1 + Math.exp(-sum))
}

/** Probability that a record is right, as the ledger's evaluation judges it; two decimals. */
export function confidenceOf(record: {
  readonly kind: RecordKind
  readonly reason: Reason
  readonly grounds?: Grounds
}): number {
  const sum = TABLES.sums[record.kind]
  const chance = sum
    ? chanceBy(sum, record.grounds ?? {})
    : (TABLES.reasons[record.reason] ?? UNJUDGED)
  return Math.round(chance * 100) / 100
}
