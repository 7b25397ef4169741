import type { Span } from '../../core/spans.js'
import type { Quantity } from './quantity.js'

/** What is measured: the codebook's cue phrase that a quantity belongs to. */

/** An indicator of the codebook, as far as the figure reader needs it. */
export interface IndicatorCues {
  readonly id: string
  readonly cues: readonly string[]
  /** Kinds of units that may stand with it. */
  readonly units: readonly string[]
  /** True where it lies between two parties. */
  readonly partner: boolean
}

export interface FoundCue extends Span {
  readonly indicator: IndicatorCues
  /** Share of a list: "of all foreign trade and direct investment" names two. */
  readonly afterOf: boolean
}

const pattern = (cue: string) =>
  new RegExp(
    `(?<![\\p{L}\\d])${cue.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&').replaceAll(' ', '\\s+')}(?![\\p{L}\\d])`,
    'giu',
  )

/** The cues of a list of indicators, made ready once for many texts. */
export type CueFinder = (text: string, from: number, to: number) => FoundCue[]

/**
 * A finder of indicator cues in a stretch of a text, in text order; of cues that overlap the longest is kept.
 * Offsets are into the whole text.
 */
export function cueFinder(indicators: readonly IndicatorCues[]): CueFinder {
  const patterns = indicators.flatMap((indicator) =>
    indicator.cues.map((cue) => ({ indicator, pattern: pattern(cue) })),
  )
  return (text, from, to) => {
    const stretch = text.slice(from, to)
    const all = patterns.flatMap(({ indicator, pattern: cue }) =>
      [...stretch.matchAll(cue)].map((match) => ({
        indicator,
        start: from + match.index,
        end: from + match.index + match[0].length,
        afterOf: /\bof\s+(?:all\s+|the\s+|its\s+|total\s+)*$/i.test(stretch.slice(0, match.index)),
      })),
    )
    return longestOnly(all)
  }
}

function longestOnly(all: readonly FoundCue[]): FoundCue[] {
  const sorted = [...all].sort((a, b) => b.end - b.start - (a.end - a.start))
  const kept: FoundCue[] = []
  for (const cue of sorted)
    if (
      !kept.some(
        (other) =>
          other.start < cue.end && cue.start < other.end && other.indicator !== cue.indicator,
      )
    )
      kept.push(cue)
  return kept.sort((a, b) => a.start - b.start)
}

/** Does the indicator's kind of unit fit the quantity's? Counted nouns are people to the codebook or things. */
export function fitsUnit(indicator: IndicatorCues, quantity: Quantity): boolean {
  const kind = quantity.unit?.kind
  if (!kind) return false
  if (kind === 'count')
    return indicator.units.includes('count') || indicator.units.includes('person')
  return indicator.units.includes(kind === 'multiple' ? 'share' : kind)
}

const CLAUSE_MARK = /[,;:()]|\s[–—-]\s/g
const MARK_COST = 25
const NUMBER_COST = 40
const AFTER_COST = 8

/** How far a cue stands from a quantity: letters between, dearer across marks, other quantities, and when it follows. */
export function cueDistance(
  text: string,
  cue: Span,
  quantity: Quantity,
  others: readonly Quantity[],
): number {
  if (cue.start < quantity.end && quantity.start < cue.end) return 0
  const before = cue.end <= quantity.start
  const [from, to] = before ? [cue.end, quantity.start] : [quantity.end, cue.start]
  const gap = text.slice(from, to)
  // "exports – $32.3 billion": the dash right between the two joins them.
  const dashed = before && /^\s*[–—:-]\s*$/.test(gap)
  const marks = dashed ? 0 : (gap.match(CLAUSE_MARK)?.length ?? 0)
  const between = others.filter(
    (other) => other !== quantity && other.start >= from && other.end <= to,
  )
  return gap.length + marks * MARK_COST + between.length * NUMBER_COST + (before ? 0 : AFTER_COST)
}
