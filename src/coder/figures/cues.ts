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

/** A cue at a place of the text, whatever white space stands between its words. */
const pattern = (cue: string) =>
  new RegExp(
    `${cue.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&').replaceAll(' ', '\\s+')}(?![\\p{L}\\d])`,
    'iuy',
  )

interface CuePattern {
  readonly indicator: IndicatorCues
  readonly pattern: RegExp
}

/** The cues of a list of indicators, made ready once for many texts. */
export type CueFinder = (text: string, from: number, to: number) => FoundCue[]

const WORD = /[\p{L}\d]+/gu
/** One finder a list: hundreds of patterns are too many to make for every document. */
const FINDERS = new WeakMap<readonly IndicatorCues[], CueFinder>()

/**
 * A finder of indicator cues in a stretch of a text, in text order; of cues that overlap the longest is kept.
 * Offsets are into the whole text.
 */
export function cueFinder(indicators: readonly IndicatorCues[]): CueFinder {
  const known = FINDERS.get(indicators)
  if (known) return known
  const byFirstWord = patternsByFirstWord(indicators)
  const finder: CueFinder = (text, from, to) => {
    const stretch = text.slice(from, to)
    const all: FoundCue[] = []
    for (const word of stretch.matchAll(WORD))
      for (const { indicator, pattern: cue } of byFirstWord.get(word[0].toLowerCase()) ?? []) {
        cue.lastIndex = word.index
        const match = cue.exec(stretch)
        if (match) all.push(foundCue(indicator, stretch, match, from))
      }
    return longestOnly(all)
  }
  FINDERS.set(indicators, finder)
  return finder
}

/** Cues by their first word in lower case: at a word of the text only the few that begin so are tried. */
function patternsByFirstWord(indicators: readonly IndicatorCues[]): Map<string, CuePattern[]> {
  const index = new Map<string, CuePattern[]>()
  for (const indicator of indicators)
    for (const cue of indicator.cues) {
      const first = cue.match(/[\p{L}\d]+/u)?.[0].toLowerCase() ?? ''
      index.set(first, [...(index.get(first) ?? []), { indicator, pattern: pattern(cue) }])
    }
  return index
}

function foundCue(
  indicator: IndicatorCues,
  stretch: string,
  match: RegExpExecArray,
  from: number,
): FoundCue {
  return {
    indicator,
    start: from + match.index,
    end: from + match.index + match[0].length,
    afterOf: /\bof\s+(?:all\s+|the\s+|its\s+|total\s+)*$/i.test(stretch.slice(0, match.index)),
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
