import type { TokenRange } from '../../core/index.js'
import { rowOf, runLabeler } from '../session.js'
import type { ReaderModel, WindowOutput } from '../session.js'
import { isLikelyStart } from '../windows.js'
import type { Word } from '../windows.js'
import { argmax, argmaxWithin } from './numbers.js'
import prepositions from './prepositions.json' with { type: 'json' }
import { decodeTree } from './tree.js'

/** Scores from which a sentence ends: where the next word looks like a beginning, and where it does not. */
const END_BEFORE_CAPITAL = -1
const END_ELSEWHERE = 2

/**
 * Sentences of a window: ends where the network says so, and always before a blank line, before
 * one of `starts` (words at which a sentence is known to begin) and at the window's end.
 */
export function sentencesOf(
  output: WindowOutput,
  words: readonly Word[],
  starts: ReadonlySet<number> = new Set(),
): TokenRange[] {
  const sentences: TokenRange[] = []
  let first = 0
  for (let i = 0; i < output.count; i++) {
    const needed = isLikelyStart(words, i + 1) ? END_BEFORE_CAPITAL : END_ELSEWHERE
    const ends = (output.end.data[i] ?? 0) > needed || starts.has(i + 1)
    if (ends || i + 1 === output.count || words[i + 1]?.gap === 'paragraph') {
      sentences.push({ first, last: i + 1 })
      first = i + 1
    }
  }
  return sentences
}

/** Heads within a window (−1 for roots) for given sentences: one tree a sentence. */
export function headsOf(output: WindowOutput, sentences: readonly TokenRange[]): number[] {
  const { data, width } = output.arc
  const heads = new Array<number>(output.count).fill(-1)
  for (const { first, last } of sentences) {
    const scores: Float32Array[] = []
    for (let d = first; d < last; d++)
      scores.push(data.subarray(d * width + first, d * width + last))
    decodeTree(scores).forEach((head, d) => (heads[first + d] = head < 0 ? -1 : first + head))
  }
  return heads
}

/** Penn tags of a window's words. */
export function tagsOf(
  output: WindowOutput,
  tags: readonly string[],
  words: readonly Word[],
): string[] {
  const { data, width } = output.tag
  const preposition = tags.indexOf('IN')
  const found: string[] = []
  for (let i = 0; i < output.count; i++) {
    const best = argmaxWithin(data, i * width, width)
    const word = words[i]?.text.toLowerCase() ?? ''
    const isOpen = best === preposition && /^\p{L}{3,}$/u.test(word) && !PREPOSITIONS.has(word)
    found.push(tags[isOpen ? bestBut(rowOf(output.tag, i), preposition) : best] ?? '')
  }
  return found
}

/** Prepositions are a closed class: "met" between two names is none, however it looks. */
const PREPOSITIONS = new Set(prepositions.words)

/** Index of the largest value but for one. */
function bestBut(row: ArrayLike<number>, left: number): number {
  return argmax(Array.from(row, (value, i) => (i === left ? -Infinity : value)))
}

/** Relations of a window's words to their heads; the root's is always `root`, and no other word has it. */
export async function relationsOf(
  model: ReaderModel,
  output: WindowOutput,
  heads: readonly number[],
): Promise<string[]> {
  const { width } = output.labelHead
  const headRows = new Float32Array(heads.length * width)
  heads.forEach((head, i) => headRows.set(rowOf(output.labelHead, head < 0 ? i : head), i * width))
  const scores = await runLabeler(model, output.labelDependent, { data: headRows, width })
  const names = model.manifest.labels.relations
  const root = names.indexOf('root')
  return heads.map((head, i) => {
    if (head < 0) return 'root'
    const from = i * scores.width
    scores.data[from + root] = -Infinity
    return names[argmaxWithin(scores.data, from, scores.width)] ?? 'dep'
  })
}
