import type { DocumentId } from './ids.js'
import type { Span } from './spans.js'

/** A token range: `first` inclusive, `last` exclusive, both indexes into `Reading.tokens`. */
export interface TokenRange {
  readonly first: number
  readonly last: number
}

/** A word of the text. `head` is an index into `Reading.tokens`, or −1 for the root of its sentence. */
export interface ReadToken extends Span {
  readonly text: string
  /** Penn Treebank tag. */
  readonly tag: string
  readonly head: number
  /** Universal Dependencies relation to the head, subtypes included ("nsubj:pass"). */
  readonly relation: string
  readonly sentence: number
}

export type NameType = 'person' | 'organisation' | 'place'

export interface ReadName extends TokenRange {
  readonly type: NameType
  /** Raw model number, 0 to 1; not calibrated. */
  readonly score: number
}

/** An attribution: who says (source, may be missing), by which words (cue), what (content, one or more pieces). */
export interface ReadAttribution {
  readonly source: TokenRange | null
  readonly cue: TokenRange | null
  readonly content: readonly TokenRange[]
  readonly score: number
}

export type TimexType = 'DATE' | 'TIME' | 'DURATION' | 'SET'

export interface ReadTime extends TokenRange {
  readonly type: TimexType
  readonly score: number
}

/** A coreference link: the name or pronoun at `mention` (its head token) means what `antecedent` (an earlier head token) means. */
export interface ReadLink {
  readonly mention: number
  readonly antecedent: number
  readonly score: number
}

export interface ReadArgument {
  /** Head token of the party's mention. */
  readonly token: number
  readonly score: number
}

/** What the reader thinks of a predicate: its PLOVER type, how certain, and who acts upon whom. */
export interface ReadEvent {
  /** The predicate's token. */
  readonly token: number
  readonly type: string
  readonly score: number
  /** Scores of actual, ongoing, planned, possible, denied; they sum to one. */
  readonly factuality: Readonly<Record<string, number>>
  readonly actors: readonly ReadArgument[]
  readonly recipients: readonly ReadArgument[]
}

/** All that the reader says of a document. Derived: the same reader version gives the same reading. */
export interface Reading {
  readonly document: DocumentId
  readonly readerVersion: string
  readonly tokens: readonly ReadToken[]
  /** Token ranges of the sentences, in order, covering all tokens. */
  readonly sentences: readonly TokenRange[]
  readonly names: readonly ReadName[]
  readonly attributions: readonly ReadAttribution[]
  readonly times: readonly ReadTime[]
  readonly links: readonly ReadLink[]
  readonly events: readonly ReadEvent[]
}

/** The stretch of text that a token range covers. Throws RangeError for an empty or foreign range. */
export function spanOfRange(tokens: readonly ReadToken[], range: TokenRange): Span {
  const first = tokens[range.first]
  const last = tokens[range.last - 1]
  if (!first || !last || range.last <= range.first)
    throw new RangeError(`token range ${range.first}-${range.last} is empty or outside the reading`)
  return { start: first.start, end: last.end }
}
