import type { TokenRange } from '../core/index.js'
import { linksIn, readWords } from './readWords.js'
import type { ReaderModel } from './session.js'
import type { Word } from './windows.js'

/** What the reader says of words whose sentences are known (a treebank's). */
export interface TreebankReading {
  readonly tags: readonly string[]
  /** Index of each word's head among all words; −1 for a root. */
  readonly heads: readonly number[]
  readonly relations: readonly string[]
  readonly names: readonly { first: number; last: number; type: string }[]
  /** From the head word of a mention to that of an earlier one. */
  readonly links: readonly { mention: number; antecedent: number }[]
}

/** Reads given words with given sentences, for measuring against a treebank. Sentences must cover the words in order. */
export async function readTreebankWords(
  model: ReaderModel,
  words: readonly Word[],
  sentences: readonly TokenRange[],
): Promise<TreebankReading> {
  const read = await readWords(model, words, { sentences })
  const { tags, heads, relations, names } = read
  return { tags, heads, relations, names, links: linksIn(read, words, model.manifest) }
}
