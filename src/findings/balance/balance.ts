import type { PartyRef } from '../../core/index.js'
import { bootstrap, drawFrom, RESAMPLING, type Interval, type Resampling } from './chance.js'
import type { FindingGround } from '../ground.js'
import { groupedBy } from '../groups.js'
import type { Happening } from '../happenings/happenings.js'
import { isCooperative, partneredHappenings, quarterOf, type PartnerOptions } from './partners.js'

/**
 * How evenly a state spreads its cooperation over its partners, quarter by quarter.
 *
 *     p_i = partner i's part of the quarter's cooperative happenings; a happening with k partners is 1/k for each
 *     H   = − Σ p_i ln p_i                 Shannon, A Mathematical Theory of Communication, 1948
 *     J   = H / ln n                       Pielou, The measurement of diversity …, J. Theor. Biol. 13, 1966: evenness
 *     n   = partners in all the rows given
 *
 * J is 1 when all n partners have equal parts and 0 when one has everything. Pielou takes the n of one collection; here it
 * is that of all quarters together, since otherwise a quarter with two partners in equal parts would count as balanced as
 * one with twenty. Whoever wants the other has H and the quarter's own number of partners beside it.
 *
 * Anyone can recompute it from `balanceRows`: a table of happening, quarter and partner.
 */

/** One partner of one happening: a row of the table that balance is computed from. */
export interface BalanceRow {
  /** Id of the happening. */
  readonly happening: string
  /** `2023-Q4` */
  readonly quarter: string
  readonly partner: PartyRef
  /** 1/k, k partners of this state having part in the happening. */
  readonly weight: number
}

export interface QuarterBalance {
  readonly quarter: string
  /** Cooperative happenings in the quarter. */
  readonly happenings: number
  /** Partners in the quarter. */
  readonly partners: number
  /** H in nats. */
  readonly entropy: number
  /**
   * J with its percentile bootstrap interval over the quarter's happenings; null below `BALANCE_LEAST`, and when there is
   * but one partner in all rows. The estimate of H from n happenings is too low by about (partners − 1) / 2n (Miller
   * 1955), and a bootstrap sample's once more: an interval may lie a little low, most so where partners are many and
   * happenings few.
   */
  readonly evenness: (Interval & { readonly value: number }) | null
}

/**
 * Happenings that a quarter needs: with fewer than 20, one more or less moves a share by over five points in a hundred,
 * and with ten partners H comes out more than a fifth of a nat (a tenth of ln 10) too low.
 */
export const BALANCE_LEAST = 20

/**
 * The rows of a state (id of its party): one for each partner of each cooperative happening whose days lie in one
 * quarter, in the order of the happenings. Those of unknown days, or of days in several quarters, are left out.
 */
export function balanceRows(
  ground: Pick<FindingGround, 'parties'>,
  happenings: readonly Happening[],
  state: string,
  options: PartnerOptions = {},
): readonly BalanceRow[] {
  return partneredHappenings(ground, happenings, state, options)
    .filter(({ happening }) => isCooperative(happening))
    .flatMap(({ happening, partners }) => {
      const quarter = quarterOf(happening)
      if (quarter === null) return []
      const weight = 1 / partners.length
      return partners.map((partner) => ({ happening: happening.id, quarter, partner, weight }))
    })
}

/** Balance by quarter, in their order, of rows that `balanceRows` gives. Quarters without a row are not there. */
export function balanceOf(
  rows: readonly BalanceRow[],
  { samples, seed }: Resampling = RESAMPLING,
): readonly QuarterBalance[] {
  const most = new Set(rows.map(({ partner }) => partner.id)).size
  return [...groupedBy(rows, ({ quarter }) => quarter)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([quarter, ofQuarter]) => quarterBalance(quarter, ofQuarter, most, { samples, seed }))
}

function quarterBalance(
  quarter: string,
  rows: readonly BalanceRow[],
  most: number,
  { samples, seed }: Resampling,
): QuarterBalance {
  const units = unitsOf(rows)
  const partners = new Set(rows.map(({ partner }) => partner.id)).size
  const entropyOf = (timesOf: (index: number) => number): number => {
    const weights = new Float64Array(partners)
    units.forEach((unit, index) => {
      const times = timesOf(index)
      if (times === 0) return
      for (const { partner, weight } of unit)
        weights[partner] = (weights[partner] ?? 0) + weight * times
    })
    return entropy(weights)
  }
  const value = entropyOf(() => 1)
  const counts = { quarter, happenings: units.length, partners, entropy: value }
  if (units.length < BALANCE_LEAST || most < 2) return { ...counts, evenness: null }
  const largest = Math.log(most)
  const interval = bootstrap(
    units.length,
    (times) => entropyOf((index) => times[index] ?? 0) / largest,
    samples,
    drawFrom(seed, 'balance', quarter),
  )
  return { ...counts, evenness: interval && { value: value / largest, ...interval } }
}

/** The happenings of some rows, each with its partners as numbers and their weights: what is drawn in a bootstrap. */
function unitsOf(rows: readonly BalanceRow[]): { partner: number; weight: number }[][] {
  const numbers = new Map<string, number>()
  const numberOf = (id: string): number => {
    const number = numbers.get(id) ?? numbers.size
    numbers.set(id, number)
    return number
  }
  return [...groupedBy(rows, ({ happening }) => happening).values()].map((ofOne) =>
    ofOne.map(({ partner, weight }) => ({ partner: numberOf(partner.id), weight })),
  )
}

/** Shannon's H of parts that need not make 1, in nats: − Σ p ln p with p = w / Σ w; 0 ln 0 counts 0. */
export function entropy(weights: Iterable<number>): number {
  const parts = [...weights].filter((weight) => weight > 0)
  const all = parts.reduce((sum, weight) => sum + weight, 0)
  return parts.reduce((sum, weight) => sum - (weight / all) * Math.log(weight / all), 0)
}
