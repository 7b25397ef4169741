import type { Grounds, LogisticTable } from '../../coder/index.js'
import { chanceBy } from '../../coder/index.js'

/** Logistic regression with an L2 penalty, for the few features that a record's confidence rests on. */

/** A record to fit on; `report` keeps the records of one report together in cross-validation. */
export interface FitItem {
  readonly report: string
  readonly grounds: Grounds
  readonly isRight: boolean
}

const MOST_STEPS = 50
const SETTLED = 1e-9
/** Keeps the equations solvable where all records are right. */
const BIAS_PENALTY = 1e-3

/**
 * The weights that make what turned out likeliest, less `penalty`/2 times the sum of their squares (Hastie, Tibshirani &
 * Friedman 2009, The Elements of Statistical Learning, 4.4.1 and 4.4.4), by Newton's method from zero: the same items
 * give the same table. The bias goes all but unpenalised. Weights are rounded to two decimals.
 */
export function fitLogistic(items: readonly FitItem[], penalty: number): LogisticTable {
  const names = [...new Set(items.flatMap((item) => Object.keys(item.grounds)))].sort()
  const rows = items.map(({ grounds }) => [1, ...names.map((name) => grounds[name] ?? 0)])
  const penalties = [BIAS_PENALTY, ...names.map(() => penalty)]
  const wanted = items.map((item) => (item.isRight ? 1 : 0))
  let weights = penalties.map(() => 0)
  for (let step = 0; step < MOST_STEPS; step++) {
    const move = newtonStep(rows, wanted, weights, penalties)
    weights = weights.map((weight, at) => weight - (move[at] ?? 0))
    if (Math.max(...move.map(Math.abs)) < SETTLED) break
  }
  const [bias = 0, ...rest] = weights.map((weight) => Math.round(weight * 100) / 100)
  return { bias, weights: Object.fromEntries(names.map((name, at) => [name, rest[at] ?? 0])) }
}

function newtonStep(
  rows: readonly number[][],
  wanted: readonly number[],
  weights: readonly number[],
  penalties: readonly number[],
): number[] {
  const gradient = weights.map((weight, at) => weight * (penalties[at] ?? 0))
  const curvature = penalties.map((penalty, at) =>
    penalties.map((_, n) => (n === at ? penalty : 0)),
  )
  rows.forEach((row, number) => {
    const chance = 1 / (1 + Math.exp(-dot(row, weights)))
    const spread = chance * (1 - chance)
    row.forEach((value, at) => {
      gradient[at] = (gradient[at] ?? 0) + (chance - (wanted[number] ?? 0)) * value
      const line = curvature[at] ?? []
      row.forEach((other, n) => (line[n] = (line[n] ?? 0) + spread * value * other))
    })
  })
  return solve(curvature, gradient)
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0)

/** The solution of a symmetric positive definite system, by Gaussian elimination; both arguments are used up. */
function solve(matrix: number[][], values: number[]): number[] {
  matrix.forEach((pivot, at) => {
    for (let below = at + 1; below < matrix.length; below++) {
      const row = matrix[below] ?? []
      const factor = (row[at] ?? 0) / (pivot[at] ?? 1)
      pivot.forEach((value, n) => (row[n] = (row[n] ?? 0) - factor * value))
      values[below] = (values[below] ?? 0) - factor * (values[at] ?? 0)
    }
  })
  const solution = values.map(() => 0)
  for (let at = matrix.length - 1; at >= 0; at--) {
    const row = matrix[at] ?? []
    const rest = (values[at] ?? 0) - dot(row.slice(at + 1), solution.slice(at + 1))
    solution[at] = rest / (row[at] ?? 1)
  }
  return solution
}

/** Items in `folds` parts by report, each beside the items of all other parts. */
export function foldsByReport<Item extends { readonly report: string }>(
  items: readonly Item[],
  folds: number,
): { kept: Item[]; others: Item[] }[] {
  const reports = [...new Set(items.map((item) => item.report))].sort()
  const foldOf = new Map(reports.map((report, number) => [report, number % folds]))
  return Array.from({ length: folds }, (_, fold) => ({
    kept: items.filter((item) => foldOf.get(item.report) === fold),
    others: items.filter((item) => foldOf.get(item.report) !== fold),
  }))
}

/** Chances of items by tables fitted on the other reports, in `folds` parts by report. */
export function crossFitted(
  items: readonly FitItem[],
  penalty: number,
  folds: number,
): { item: FitItem; chance: number }[] {
  return foldsByReport(items, folds).flatMap(({ kept, others }) => {
    const table = fitLogistic(others, penalty)
    return kept.map((item) => ({ item, chance: chanceBy(table, item.grounds) }))
  })
}

const LEAST_CHANCE = 1e-6

/** Mean log loss of chances against what turned out; 0 is perfect, 0.69 a coin. */
export function logLoss(fitted: readonly { item: FitItem; chance: number }[]): number {
  const losses = fitted.map(({ item, chance }) =>
    Math.log(Math.max(LEAST_CHANCE, item.isRight ? chance : 1 - chance)),
  )
  return -losses.reduce((sum, loss) => sum + loss, 0) / losses.length
}

/** A share right with one right and one wrong added (Laplace's rule of succession); two decimals. */
export function laplaceShare(right: number, of: number): number {
  return Math.round(((right + 1) / (of + 2)) * 100) / 100
}
