import type { PartyRef, QUADS } from '../../core/index.js'
import { bootstrap, drawFrom, RESAMPLING, type Interval, type Resampling } from './chance.js'
import type { FindingGround } from '../ground.js'
import type { Happening } from '../happenings/happenings.js'
import {
  isCooperative,
  partneredHappenings,
  quarterNumber,
  quarterOf,
  type PartnerOptions,
} from './partners.js'

/** The vectors of a state's policy: how much it has to do with each partner, how warmly, and where that is going. */

/** One partner of a state. Happenings are counted, not reports. */
export interface StateVector {
  readonly partner: PartyRef
  /** Happenings with this partner, each counted once. */
  readonly happenings: number
  /**
   * Its part of the state's cooperative happenings, 0 to 1: a happening with k partners counts 1/k for each, so that all
   * shares make 1. Null when the state has no cooperative happening.
   */
  readonly share: number | null
  /** Mean intensity of all happenings with this partner, −10 to 10. */
  readonly warmth: number
  /** Change of warmth; null where too little is known to tell. */
  readonly trend: VectorTrend | null
  /** Happenings by quad. */
  readonly quads: Readonly<Record<(typeof QUADS)[number], number>>
  /** First and last day of a happening with it (ISO dates); null when no day is known. */
  readonly first: string | null
  readonly last: string | null
}

export interface VectorTrend extends Interval {
  /** Change of intensity a quarter: the least-squares slope of intensity over the happenings' quarters. */
  readonly slope: number
  /** Happenings and quarters that it rests on. */
  readonly happenings: number
  readonly quarters: number
}

/**
 * A slope needs a change that can go on: two quarters always lie on a line, so three are asked for. With fewer than eight
 * happenings one of them, dropped or drawn twice, turns the slope around, and the interval says nothing.
 */
export const TREND_LEAST = { quarters: 3, happenings: 8 } as const

export interface VectorOptions extends PartnerOptions {
  readonly resampling?: Resampling
}

/**
 * The vectors of a state (id of its party), most cooperative happenings first, then most happenings, then by name. Of
 * happenings that `listHappenings` gives; `options` say which count. A trend comes with its percentile bootstrap
 * interval over happenings. Time: happenings times samples.
 */
export function vectorsOf(
  ground: Pick<FindingGround, 'parties'>,
  happenings: readonly Happening[],
  state: string,
  options: VectorOptions = {},
): readonly StateVector[] {
  const byPartner = new Map<string, PartnerTally>()
  let cooperative = 0
  for (const { happening, partners } of partneredHappenings(ground, happenings, state, options)) {
    const isShared = isCooperative(happening)
    if (isShared) cooperative++
    for (const partner of partners) {
      const tally = byPartner.get(partner.id) ?? { partner, happenings: [], weight: 0 }
      tally.happenings.push(happening)
      if (isShared) tally.weight += 1 / partners.length
      byPartner.set(partner.id, tally)
    }
  }
  const resampling = options.resampling ?? RESAMPLING
  return [...byPartner.values()]
    .map((tally) => vectorOf(tally, cooperative, resampling))
    .sort(
      (a, b) =>
        (b.share ?? 0) - (a.share ?? 0) ||
        b.happenings - a.happenings ||
        (a.partner.name < b.partner.name ? -1 : Number(a.partner.name > b.partner.name)),
    )
}

interface PartnerTally {
  readonly partner: PartyRef
  readonly happenings: Happening[]
  /** Cooperative happenings, each as 1/k. */
  weight: number
}

function vectorOf(
  { partner, happenings, weight }: PartnerTally,
  cooperative: number,
  resampling: Resampling,
): StateVector {
  const days = happenings.flatMap((one) => one.days ?? [])
  return {
    partner,
    happenings: happenings.length,
    share: cooperative === 0 ? null : weight / cooperative,
    warmth: happenings.reduce((sum, { intensity }) => sum + intensity, 0) / happenings.length,
    trend: trendOf(happenings, partner, resampling),
    quads: quadsOf(happenings),
    first: days.map(({ start }) => start).sort()[0] ?? null,
    last:
      days
        .map(({ end }) => end)
        .sort()
        .at(-1) ?? null,
  }
}

function quadsOf(happenings: readonly Happening[]): StateVector['quads'] {
  const quads = {
    'verbal-cooperation': 0,
    'material-cooperation': 0,
    'verbal-conflict': 0,
    'material-conflict': 0,
  }
  for (const { quad } of happenings) quads[quad]++
  return quads
}

function trendOf(
  happenings: readonly Happening[],
  partner: PartyRef,
  { samples, seed }: Resampling,
): VectorTrend | null {
  const points = happenings.flatMap((happening) => {
    const quarter = quarterOf(happening)
    return quarter === null ? [] : [{ x: quarterNumber(quarter), y: happening.intensity }]
  })
  const quarters = new Set(points.map(({ x }) => x)).size
  if (quarters < TREND_LEAST.quarters || points.length < TREND_LEAST.happenings) return null
  const slope = slopeOf(points, () => 1)
  const draw = drawFrom(seed, 'trend', partner.id)
  const interval = bootstrap(
    points.length,
    (times) => slopeOf(points, (index) => times[index] ?? 0),
    samples,
    draw,
  )
  if (slope === null || interval === null) return null
  return { slope, ...interval, happenings: points.length, quarters }
}

interface Point {
  readonly x: number
  readonly y: number
}

/** Least-squares slope of weighted points: Σ w (x − x̄)(y − ȳ) / Σ w (x − x̄)²; null when all x are one. */
function slopeOf(points: readonly Point[], weightOf: (index: number) => number): number | null {
  let [weights, sumX, sumY] = [0, 0, 0]
  points.forEach(({ x, y }, index) => {
    const weight = weightOf(index)
    weights += weight
    sumX += weight * x
    sumY += weight * y
  })
  const [meanX, meanY] = [sumX / weights, sumY / weights]
  let [along, square] = [0, 0]
  points.forEach(({ x, y }, index) => {
    const weight = weightOf(index)
    along += weight * (x - meanX) * (y - meanY)
    square += weight * (x - meanX) ** 2
  })
  return square === 0 ? null : along / square
}
