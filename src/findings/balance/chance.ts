import { contentHash } from '../../core/index.js'

/** Chance that is the same every time: findings take the seed as an argument and read no other. */

/** Gives whole numbers from 0 to below a bound, each as likely. */
export type Draw = (below: number) => number

const HALF = 0x80000000
const STEP = 0x6d2b79f5

/**
 * A seeded generator: mulberry32 (Ettinger 2017, public domain), 32 bits of state, period 2^32. Good for resampling, not
 * for secrets. The seed and the names of what is drawn for are hashed together, so that what is drawn for one quarter
 * does not depend on which others are asked for.
 */
export function drawFrom(seed: number, ...names: readonly string[]): Draw {
  let state = Number.parseInt(contentHash([seed, ...names]).slice(0, 8), 16) | 0
  return (below) => {
    state = (state + STEP) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / (2 * HALF)) * below)
  }
}

/** The middle 95 in 100 of a bootstrap: an interval of what was estimated, both ends inclusive. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** How a bootstrap is drawn. */
export interface Resampling {
  /** Samples drawn; more are finer at their ends. */
  readonly samples: number
  readonly seed: number
}

/**
 * 1,000 samples: Efron & Tibshirani (1993, An Introduction to the Bootstrap, section 13.3) hold that many for percentile
 * intervals.
 */
export const RESAMPLING: Resampling = { samples: 1000, seed: 1 }

/**
 * Percentile bootstrap (Efron 1979): the estimate is made anew from `count` items drawn with replacement, `samples` times;
 * the interval runs from the 2.5th to the 97.5th percentile of what comes out, by linear interpolation between ranks.
 * `estimate` is given how often each item was drawn; samples for which it gives null are left out. Null when more than
 * half are. Time: samples times (items plus estimate).
 */
export function bootstrap(
  count: number,
  estimate: (times: Readonly<Uint32Array>) => number | null,
  samples: number,
  draw: Draw,
): Interval | null {
  const values: number[] = []
  const times = new Uint32Array(count)
  for (let sample = 0; sample < samples; sample++) {
    times.fill(0)
    for (let index = 0; index < count; index++) {
      const drawn = draw(count)
      times[drawn] = (times[drawn] ?? 0) + 1
    }
    const value = estimate(times)
    if (value !== null) values.push(value)
  }
  if (2 * values.length <= samples) return null
  values.sort((a, b) => a - b)
  return { low: percentile(values, 0.025), high: percentile(values, 0.975) }
}

function percentile(sorted: readonly number[], share: number): number {
  const rank = share * (sorted.length - 1)
  const [below = 0, above = below] = [sorted[Math.floor(rank)], sorted[Math.ceil(rank)]]
  return below + (above - below) * (rank - Math.floor(rank))
}
