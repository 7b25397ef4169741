import type { Reading, Span } from '../../core/index.js'
import { spanOfRange } from '../../core/index.js'
import type { HitCounts } from './counts.js'
import { countShared, sumCounts } from './counts.js'

export interface ScoredSplit {
  readonly gold: readonly Span[]
  readonly found: readonly Span[]
}

/**
 * Counts of sentences found with exactly the annotated first and last character, over all documents. Sentences must
 * begin and end at a character that is not white space (in that form this is the CoNLL 2018 evaluation's measure).
 */
export function countSentences(documents: readonly ScoredSplit[]): HitCounts {
  return sumCounts(
    documents.map(({ gold, found }) =>
      countShared(gold, found, ({ start, end }) => `${start}-${end}`),
    ),
  )
}

/** Where the sentences of a reading stand in its document's text. */
export function sentenceSpans(reading: Reading): Span[] {
  return reading.sentences.map((sentence) => spanOfRange(reading.tokens, sentence))
}
