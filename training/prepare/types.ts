import { tokenize } from '../../src/reader/tokenizer.js'
import type { Span } from '../../src/core/index.js'

/** What stands before a word: 0 nothing, 1 white space in the line, 2 a line break. */
export type Gap = 0 | 1 | 2

/** Tag of a word whose label is not known: nothing is learnt there. */
export const UNKNOWN_TAG = '?'

/** A document for training. Label arrays run parallel to `words`; a set that has no such labels leaves them out. */
export interface TrainingDocument {
  id: string
  words: string[]
  gaps: Gap[]
  /** Sentence number of each word. */
  sentences?: number[]
  tags?: string[]
  /** Index of the head word in this document; the word's own index for a root. */
  heads?: number[]
  relations?: string[]
  /** IOB2. */
  names?: string[]
  /** IOB2 over SOURCE, CUE, CONTENT. */
  attributions?: string[]
  /** For each content piece: its first word, and the first words of its cue and source (−1: none). */
  attributionLinks?: { content: number; cue: number; source: number }[]
  /** IOB2 over DATE, TIME, DURATION, SET. */
  times?: string[]
  /** Head word and chain number of each mention. */
  mentions?: { head: number; chain: number }[]
  events?: {
    word: number
    type: string
    factuality: string
    actors: number[]
    recipients: number[]
  }[]
  /** A marked pair whose event type is known though its predicate is not. */
  pair?: { source: number[]; target: number[]; type: string }
}

/** Words of a text with the gap before each, by the project's tokenizer. */
export function wordsOf(text: string): { spans: Span[]; words: string[]; gaps: Gap[] } {
  const spans = tokenize(text)
  const gaps = spans.map((span, i) => gapBefore(text.slice(spans[i - 1]?.end ?? 0, span.start), i))
  return { spans, words: spans.map((s) => text.slice(s.start, s.end)), gaps }
}

function gapBefore(between: string, index: number): Gap {
  if (index === 0 || between.includes('\n')) return 2
  return between.length > 0 ? 1 : 0
}

/** Indexes of the words that share a character with a stretch of the text. */
export function wordsWithin(spans: readonly Span[], start: number, end: number): number[] {
  const found: number[] = []
  spans.forEach((span, i) => {
    if (span.start < end && start < span.end) found.push(i)
  })
  return found
}

/** Writes one labelled stretch into IOB2 tags; a word that is already labelled keeps its label. Says whether it fitted. */
export function tagStretch(tags: string[], words: readonly number[], label: string): boolean {
  if (words.length === 0 || words.some((i) => tags[i] !== 'O')) return false
  words.forEach((i, n) => (tags[i] = `${n === 0 ? 'B' : 'I'}-${label}`))
  return true
}
