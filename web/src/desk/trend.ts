import type { VectorView } from '../../../src/api/types.js'
import { signed } from '../pictures/numbers.js'

/** Trends of warmth, in words. */

type Trend = VectorView['trend']

/** Which way a trend goes; unclear when its interval holds both ways, null when there is none. */
export function trendWay(trend: Trend): 'up' | 'down' | 'unclear' | null {
  if (!trend) return null
  if (trend.low > 0) return 'up'
  return trend.high < 0 ? 'down' : 'unclear'
}

const WAYS = { up: 'warming', down: 'cooling', unclear: 'unclear' } as const

/** "unclear (−0.4 to +0.7 a quarter)", "warming +0.4 a quarter (+0.1 to +0.7)": the slope and its 95 % interval. */
export function trendWords(trend: Trend): string {
  const way = trendWay(trend)
  if (!trend || !way) return 'too little known for a trend'
  const interval = `${signed(trend.low)} to ${signed(trend.high)}`
  if (way === 'unclear') return `${WAYS[way]} (${interval} a quarter)`
  return `${WAYS[way]} ${signed(trend.slope)} a quarter (${interval})`
}
