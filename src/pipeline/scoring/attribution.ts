import type { ReadAttribution, Reading, Span } from '../../core/index.js'
import { spanOfRange } from '../../core/index.js'
import type { HitCounts } from './counts.js'
import { countShared, sumCounts } from './counts.js'

/** The parts of an attribution: who says, by which words, what. Each in one or more pieces, or none. */
export const ATTRIBUTION_PARTS = ['source', 'cue', 'content'] as const
export type AttributionPart = (typeof ATTRIBUTION_PARTS)[number]

export type AttributionSpans = Readonly<Record<AttributionPart, readonly Span[]>>

export interface ScoredArticle {
  readonly text: string
  readonly gold: readonly AttributionSpans[]
  readonly found: readonly AttributionSpans[]
}

export interface AttributionCounts {
  /** A piece (start and end) counts once an article, however many attributions share it. */
  readonly pieces: Readonly<Record<AttributionPart, HitCounts>>
  /** All pieces that a part of one attribution has must be found as the pieces of one. */
  readonly whole: Readonly<Record<AttributionPart, HitCounts>>
}

/** Counts over articles; edges are compared after white space is trimmed from both sides' spans. */
export function countAttributions(articles: readonly ScoredArticle[]): AttributionCounts {
  const ofPart = (
    part: AttributionPart,
    itemsOf: (keys: readonly string[]) => readonly string[],
  ): HitCounts =>
    sumCounts(
      articles.map(({ text, gold, found }) => {
        const items = (side: readonly AttributionSpans[]): string[] =>
          side.flatMap((one) => itemsOf(pieceKeys(text, one[part])))
        return countShared(items(gold), items(found), (key) => key)
      }),
    )
  const wholeOf = (keys: readonly string[]): string[] =>
    keys.length > 0 ? [[...keys].sort().join(' ')] : []
  return {
    pieces: forParts((part) => ofPart(part, (keys) => keys)),
    whole: forParts((part) => ofPart(part, wholeOf)),
  }
}

/** An object with one value a part. */
export function forParts<T>(valueOf: (part: AttributionPart) => T): Record<AttributionPart, T> {
  return { source: valueOf('source'), cue: valueOf('cue'), content: valueOf('content') }
}

function pieceKeys(text: string, pieces: readonly Span[]): string[] {
  return pieces.map((piece) => {
    const { start, end } = trimmedSpan(text, piece)
    return `${start}-${end}`
  })
}

/** A span without the white space at its edges; an empty one where it holds nothing else. */
export function trimmedSpan(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const first = start + (words.length - words.trimStart().length)
  return { start: first, end: Math.max(first, end - (words.length - words.trimEnd().length)) }
}

/** The attributions of a reading as spans of its document's text. */
export function attributionSpans(reading: Reading): AttributionSpans[] {
  const spansOf = (ranges: readonly (ReadAttribution['cue'] | null)[]): Span[] =>
    ranges.flatMap((range) => (range ? [spanOfRange(reading.tokens, range)] : []))
  return reading.attributions.map(({ source, cue, content }) => ({
    source: spansOf([source]),
    cue: spansOf([cue]),
    content: spansOf(content),
  }))
}
