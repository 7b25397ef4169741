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

/** The cues of a list of indicators, made ready once for many texts. */
export type CueFinder = (text: string, from: number, to: number) => FoundCue[]

const READY = new WeakMap<readonly IndicatorCues[], CueFinder>()
const AFTER_OF = /\bof\s+(?:all\s+|the\s+|its\s+|total\s+)*$/i

/**
 * A finder of indicator cues in a stretch of a text, in text order; where cues begin at one place the longest is
 * kept. Offsets are into the whole text. One pattern holds all cues, and is kept for the list it was made of.
 */
export function cueFinder(indicators: readonly IndicatorCues[]): CueFinder {
  const ready = READY.get(indicators)
  if (ready) return ready
  const finder = makeFinder(indicators)
  READY.set(indicators, finder)
  return finder
}

/** Lower case, of the same length: a letter whose small form is longer ("İ") stays. Matching is then without regard to case. */
function lowerCase(text: string): string {
  const low = text.toLowerCase()
  if (low.length === text.length) return low
  return [...text].map((c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join('')
}

function makeFinder(indicators: readonly IndicatorCues[]): CueFinder {
  const owners = new Map<string, IndicatorCues[]>()
  for (const indicator of indicators)
    for (const cue of indicator.cues) {
      const key = cue.toLowerCase()
      owners.set(key, [...(owners.get(key) ?? []), indicator])
    }
  if (owners.size === 0) return () => []
  const pattern = new RegExp(
    `(?<![\\p{L}\\d])(?:${branches([...owners.keys()])})(?![\\p{L}\\d])`,
    'gu',
  )
  return (text, from, to) => {
    const stretch = text.slice(from, to)
    return [...lowerCase(stretch).matchAll(pattern)].flatMap((match) => {
      const span = { start: from + match.index, end: from + match.index + match[0].length }
      const afterOf = AFTER_OF.test(stretch.slice(Math.max(0, match.index - 20), match.index))
      const found = owners.get(match[0].toLowerCase().replace(/\s+/g, ' ')) ?? []
      return found.map((indicator) => ({ ...span, indicator, afterOf }))
    })
  }
}

/**
 * A pattern of phrases, the longest first, that reads each first letter and each first word once: tried one by one at
 * every letter of a text, hundreds of phrases take five times as long.
 */
function branches(phrases: readonly string[]): string {
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length)
  const firstWord = (phrase: string): string => phrase.split(' ', 1)[0] ?? ''
  const letters = groupBy(longestFirst, (phrase) => phrase.slice(0, 1))
  return [...letters.values()]
    .map((sameLetter) => {
      const words = [...groupBy(sameLetter, firstWord)].sort(([a], [b]) => b.length - a.length)
      return `(?:${words.map(([word, all]) => branch(word, all)).join('|')})`
    })
    .join('|')
}

function branch(word: string, phrases: readonly string[]): string {
  const rests = phrases.map((phrase) => escapeAll(phrase.slice(word.length)))
  return `${escapeAll(word)}(?:${rests.join('|')})`
}

function escapeAll(words: string): string {
  return words.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&').replaceAll(' ', '\\s+')
}

function groupBy(items: readonly string[], keyOf: (item: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
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
  // "$8.8 billion in exports": what the sum is of stands right behind it.
  if (!before && /^\s+(?:(?:worth\s+)?of|in)\s+(?:\p{Ll}+\s+)?$/u.test(gap)) return 0
  // "twelve people died", "12 people were killed and 40 houses burnt": the verb right behind.
  if (!before && /^\s+(?:(?:were|was|are|have|had|has|been|be|still|already)\s+)*$/.test(gap))
    return 1
  // "exports – $21.4 billion": the dash right between the two joins them.
  const dashed = before && /^\s*[–—:-]\s*$/.test(gap)
  const marks = dashed ? 0 : (gap.match(CLAUSE_MARK)?.length ?? 0)
  const between = others.filter(
    (other) => other !== quantity && other.start >= from && other.end <= to,
  )
  return gap.length + marks * MARK_COST + between.length * NUMBER_COST + (before ? 0 : AFTER_COST)
}
