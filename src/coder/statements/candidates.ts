import type { PartyRef, Span, TokenRange } from '../../core/index.js'

/** A statement while it is weighed against others. */
export interface StatementCandidate {
  /** What is said, trimmed, in order; the longest piece becomes the content. Never empty. */
  readonly pieces: readonly Span[]
  readonly cue: TokenRange | null
  readonly source: TokenRange | null
  readonly speaker: PartyRef | null
  /** Is the source "he" or "she"? Then only a person can be meant. */
  readonly needsPerson?: boolean
  /** Given word for word without quotation marks, as the lines of an interview are. */
  readonly isVerbatim?: boolean
  /** The subject its cue shares with another verb: the speaker, unless somebody spoke before in its sentence. */
  readonly sharedSubject?: PartyRef | null
  readonly reason: 'statement-attribution' | 'statement-quotation'
  /** Raw number, 0 to 1. */
  readonly score: number
}

/** The longest piece of a candidate: its content. */
export function contentOf(candidate: StatementCandidate): Span {
  return candidate.pieces.reduce((best, piece) =>
    piece.end - piece.start > best.end - best.start ? piece : best,
  )
}

/** From the first code unit of a candidate's pieces to the last. */
export function extentOf(candidate: StatementCandidate): Span {
  return {
    start: Math.min(...candidate.pieces.map((piece) => piece.start)),
    end: Math.max(...candidate.pieces.map((piece) => piece.end)),
  }
}
