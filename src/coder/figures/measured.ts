import { cueDistance, fitsUnit, type FoundCue, type IndicatorCues } from './cues.js'
import hints from './indicator-hints.json' with { type: 'json' }
import type { Quantity } from './quantity.js'
import type { FigureScene } from './setting.js'

/** What a quantity measures: the indicator of the cue that it belongs to. */

/** Beyond this a cue of the same sentence does not say what a number measures. */
const FARTHEST_CUE = 130
/** Words of many uses ("worth", "gave") yield to a cue that says more, unless that stands this much farther. */
const WEAK_COST = 80
const WEAK = new Set(hints.weak)
/** What others are measured by: "3 % of GDP" may be of debt or spending. */
const WHOLES = new Set(hints.wholes)
const SHARES: Readonly<Record<string, string>> = hints.shares
const BY_UNIT: Readonly<Record<string, string>> = hints.units
const BY_KIND: Readonly<Record<string, string>> = hints.kinds

/**
 * The cue a quantity belongs to: of those that take its kind of unit the nearest, else for a share the nearest that
 * shares are taken of; for a change (`isChange`) the nearest at all.
 */
export function cueOf(scene: FigureScene, quantity: Quantity, isChange: boolean): FoundCue | null {
  const fitting = nearestCue(scene, quantity, (indicator) => fitsUnit(indicator, quantity))
  if (fitting) return fitting
  if (isChange) return nearestCue(scene, quantity, () => true)
  const { indicators } = scene.setting
  return quantity.unit?.unit === '%'
    ? nearestCue(scene, quantity, (indicator) => shareOf(indicator, indicators) !== indicator)
    : null
}

function nearestCue(
  scene: FigureScene,
  quantity: Quantity,
  accepts: (indicator: IndicatorCues) => boolean,
): FoundCue | null {
  let best: FoundCue | null = null
  let least = Infinity
  for (const cue of scene.cues) {
    if (!accepts(cue.indicator)) continue
    const far = cueDistance(scene.text, cue, quantity, scene.quantities)
    const cost = far + (isWeak(scene, cue) ? WEAK_COST : 0)
    if (far > FARTHEST_CUE || cost >= least) continue
    if (cue.end > quantity.start && ownsAnother(scene, cue, far)) continue
    best = cue
    least = cost
  }
  return best
}

const isWeak = (scene: FigureScene, cue: FoundCue): boolean =>
  WEAK.has(scene.text.slice(cue.start, cue.end).toLowerCase())

/** A cue after the quantity that stands nearer to a later one is that one's: "40 billion (exports – 25 billion". */
const ownsAnother = (scene: FigureScene, cue: FoundCue, far: number): boolean =>
  scene.quantities.some(
    (other) =>
      other.start >= cue.end && cueDistance(scene.text, cue, other, scene.quantities) < far,
  )

const JOINED = /^\s*(?:,|and|or)\s+(?:and\s+)?(?:\p{Ll}+\s+)?$/u

/** "25 percent of the trade and investment": what the shares are of, one or several joined by "and". */
export function sharedThings(scene: FigureScene, quantity: Quantity): IndicatorCues[] {
  const { text, sentence } = scene
  const after = /^\s+of\s+[^.,;:()–—]{3,90}/.exec(text.slice(quantity.end, sentence.end))
  if (!after || quantity.unit?.unit !== '%') return []
  const end = quantity.end + after[0].length
  const joined: FoundCue[] = []
  for (const cue of scene.cues) {
    if (cue.start < quantity.end || cue.end > end || WHOLES.has(cue.indicator.id)) continue
    const last = joined.at(-1)
    if (!last || JOINED.test(text.slice(last.end, cue.start))) joined.push(cue)
  }
  const shares = joined.map((cue) => shareOf(cue.indicator, scene.setting.indicators))
  return [...new Map(shares.map((indicator) => [indicator.id, indicator])).values()]
}

/** The indicator that measures shares of what another measures: of trade-turnover and exports, trade-share. */
export function shareOf(indicator: IndicatorCues, all: readonly IndicatorCues[]): IndicatorCues {
  if (indicator.units.includes('share')) return indicator
  const id = SHARES[indicator.id]
  return id ? (all.find((one) => one.id === id) ?? { ...indicator, id }) : indicator
}

/** What a unit itself tells to be measured where no cue does: barrels are of oil, hectares of land. */
export function indicatorOfUnit(
  { unit }: Quantity,
  all: readonly IndicatorCues[],
): IndicatorCues | null {
  const id = unit ? (BY_UNIT[unit.unit] ?? BY_KIND[unit.kind]) : undefined
  return all.find((one) => one.id === id) ?? null
}

/** "Namibia (11 %) and Canada (15 %) follow": without a cue a figure measures what the last one in its unit did. */
export function indicatorTold(scene: FigureScene, quantity: Quantity): IndicatorCues | null {
  const { unit } = quantity
  if (!unit || unit.kind === 'count' || unit.kind === 'time') return null
  return scene.told.indicators.get(unit.unit) ?? null
}
