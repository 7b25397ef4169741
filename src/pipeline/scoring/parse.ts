import type { TokenRange } from '../../core/index.js'
import type { readTreebankWords } from '../../reader/index.js'
import type { TreebankDocument, TreebankSentence } from './conllu.js'

/** A word's place in the tree: `head` counts words of the sentence from 1, 0 is the root. */
export interface ParsedWord {
  readonly xpos: string
  readonly head: number
  readonly relation: string
}

export interface ScoredSentence {
  readonly gold: readonly ParsedWord[]
  readonly found: readonly ParsedWord[]
}

/** Shares of all words, punctuation included. */
export interface ParseScores {
  /** Right head. */
  readonly uas: number
  /** Right head and relation, subtypes ("nsubj:pass") left away: the convention of the CoNLL 2018 shared task. */
  readonly las: number
  /** Right head and whole relation. */
  readonly lasWithSubtypes: number
  /** Right Penn tag. */
  readonly xpos: number
  readonly words: number
  readonly sentences: number
}

const universal = (relation: string): string => relation.split(':')[0] ?? ''

/** Scores over all words. Throws RangeError when a sentence's two sides differ in length. */
export function scoreParse(sentences: readonly ScoredSentence[]): ParseScores {
  const pairs = sentences.flatMap(({ gold, found }) => {
    if (gold.length !== found.length)
      throw new RangeError(`a sentence of ${gold.length} words was read as ${found.length}`)
    return gold.map((word, i) => ({ gold: word, found: found[i] as ParsedWord }))
  })
  const attached = pairs.filter((pair) => pair.gold.head === pair.found.head)
  const share = (part: readonly unknown[]): number => part.length / Math.max(1, pairs.length)
  return {
    uas: share(attached),
    las: share(
      attached.filter((pair) => universal(pair.gold.relation) === universal(pair.found.relation)),
    ),
    lasWithSubtypes: share(attached.filter((pair) => pair.gold.relation === pair.found.relation)),
    xpos: share(pairs.filter((pair) => pair.gold.xpos === pair.found.xpos)),
    words: pairs.length,
    sentences: sentences.length,
  }
}

/** Token ranges of sentences laid end to end. */
export function rangesOfLengths(lengths: readonly number[]): TokenRange[] {
  let last = 0
  return lengths.map((length) => ({ first: last, last: (last += length) }))
}

/** What the reader says of a document's words, cut back into its sentences. `read` must have read exactly these words. */
export function parsedSentences(
  document: TreebankDocument,
  read: Awaited<ReturnType<typeof readTreebankWords>>,
): { sentence: TreebankSentence; found: ParsedWord[] }[] {
  const ranges = rangesOfLengths(document.sentences.map((sentence) => sentence.words.length))
  return document.sentences.map((sentence, n) => {
    const first = ranges[n]?.first ?? 0
    const found = sentence.words.map((_, i) => {
      const head = read.heads[first + i] ?? -1
      return {
        xpos: read.tags[first + i] ?? '',
        head: head < 0 ? 0 : head - first + 1,
        relation: read.relations[first + i] ?? '',
      }
    })
    return { sentence, found }
  })
}
