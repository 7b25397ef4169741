import type { TokenRange } from '../../core/index.js'
import { runLabeler } from '../session.js'
import type { ReaderModel, WindowOutput } from '../session.js'
import { isLikelyStart } from '../windows.js'
import type { Word } from '../windows.js'
import { argmax } from './numbers.js'
import { decodeTree } from './tree.js'

/** Scores from which a sentence ends: where the next word looks like a beginning, and where it does not. */
const END_BEFORE_CAPITAL = -1
const END_ELSEWHERE = 2

/** Sentences of a window: ends where the network says so, and always before a blank line and at the window's end. */
export function sentencesOf(output: WindowOutput, words: readonly Word[]): TokenRange[] {
  const sentences: TokenRange[] = []
  let first = 0
  for (let i = 0; i < output.count; i++) {
    const needed = isLikelyStart(words, i + 1) ? END_BEFORE_CAPITAL : END_ELSEWHERE
    const ends = (output.row('end', i)[0] ?? 0) > needed
    if (ends || i + 1 === output.count || words[i + 1]?.gap === 'paragraph') {
      sentences.push({ first, last: i + 1 })
      first = i + 1
    }
  }
  return sentences
}

/** Heads within a window (−1 for roots) for given sentences: one tree a sentence. */
export function headsOf(output: WindowOutput, sentences: readonly TokenRange[]): number[] {
  const heads = new Array<number>(output.count).fill(-1)
  for (const { first, last } of sentences) {
    const scores = Array.from({ length: last - first }, (_, d) =>
      output.row('arc', first + d).subarray(first, last),
    )
    decodeTree(scores).forEach((head, d) => (heads[first + d] = head < 0 ? -1 : first + head))
  }
  return heads
}

/** Penn tags of a window's words. */
export function tagsOf(output: WindowOutput, tags: readonly string[]): string[] {
  return Array.from({ length: output.count }, (_, i) => tags[argmax(output.row('tag', i))] ?? '')
}

/** Relations of all words of several windows at once; the root's is always `root`, and no other word has it. */
export async function relationsOf(
  model: ReaderModel,
  windows: readonly { output: WindowOutput; heads: readonly number[] }[],
): Promise<string[][]> {
  const dependents: Float32Array[] = []
  const heads: Float32Array[] = []
  for (const window of windows)
    window.heads.forEach((head, i) => {
      dependents.push(window.output.row('labelDependent', i))
      heads.push(window.output.row('labelHead', head < 0 ? i : head))
    })
  if (dependents.length === 0) return windows.map(() => [])
  const { scores, width } = await runLabeler(model, dependents, heads)
  const names = model.manifest.labels.relations
  const root = names.indexOf('root')
  let at = 0
  return windows.map((window) =>
    window.heads.map((head) => {
      const row = scores.subarray(at * width, ++at * width)
      if (head < 0) return 'root'
      return names[argmax(row.map((value, r) => (r === root ? -Infinity : value)))] ?? 'dep'
    }),
  )
}
