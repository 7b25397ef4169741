import type { ReadLink, ReadName, ReadToken } from '../../core/index.js'
import type { Manifest } from '../manifest.js'
import type { WindowOutput } from '../session.js'
import { linkPlaces } from './links.js'
import { dotRows, sigmoid } from './numbers.js'

/** How many earlier mentions a mention is compared with, nearest first. */
const REACH = 60

/**
 * What linking needs of a window, copied out of the network's answers: for each word a query and a key vector of `size`
 * numbers, and whether it looks like the head of a mention.
 */
export interface MentionVectors {
  readonly size: number
  readonly queries: Float32Array
  readonly keys: Float32Array
  readonly isHead: Uint8Array
}

/** Copies the vectors of a window's words. */
export function mentionVectors(output: WindowOutput, manifest: Manifest): MentionVectors {
  const size = manifest.linkSize
  const { query, key } = linkPlaces(manifest, 'antecedent')
  const { data, width } = output.links
  const queries = new Float32Array(output.count * size)
  const keys = new Float32Array(output.count * size)
  const isHead = new Uint8Array(output.count)
  for (let word = 0; word < output.count; word++) {
    const from = word * width
    for (let i = 0; i < size; i++) {
      queries[word * size + i] = data[from + query + i] as number
      keys[word * size + i] = data[from + key + i] as number
    }
    isHead[word] = (output.mention.data[word] ?? 0) > 0 ? 1 : 0
  }
  return { size, queries, keys, isHead }
}

/** What linking needs of a word. */
type Tagged = Pick<ReadToken, 'text' | 'tag' | 'head'>

/** Where a word of the document stands in the windows' vectors. */
export interface Place {
  readonly vectors: MentionVectors
  readonly word: number
}

/**
 * Links from names, pronouns and other mentions to an earlier mention of the same. A mention stands for itself by its
 * head word; a word is linked to the earlier mention with the highest score, if that is above 0. A proper noun without
 * such a one is linked to the nearest earlier mention by the same word.
 */
export function linksOf(
  tokens: readonly Tagged[],
  names: readonly ReadName[],
  placeOf: (token: number) => Place,
  manifest: Manifest,
): ReadLink[] {
  const bias = manifest.linkBiases['antecedent'] ?? 0
  const mentions = mentionHeads(tokens, names, placeOf)
  const { queries, keys } = mentionRows(mentions, placeOf, manifest.linkSize)
  const latest = new Map<string, number>()
  const links: ReadLink[] = []
  mentions.forEach((mention, n) => {
    const from = Math.max(0, n - REACH)
    const scores = earlierScores(queries, keys, manifest.linkSize, from, n)
    const best = nearestBest(scores, bias)
    const word = properWord(tokens[mention])
    const same = word === null ? undefined : latest.get(word)
    if (best >= 0) {
      const antecedent = mentions[from + best] as number
      links.push({ mention, antecedent, score: sigmoid((scores[best] as number) + bias) })
    } else if (same !== undefined) links.push({ mention, antecedent: same, score: SAME_WORD_SCORE })
    if (word !== null) latest.set(word, mention)
  })
  return links
}

/** How sure a link is that rests on nothing but the same proper noun. */
const SAME_WORD_SCORE = 0.6

/** A proper noun in lower case; null for another word. */
function properWord(token: Tagged | undefined): string | null {
  return token?.tag.startsWith('NNP') ? token.text.toLowerCase() : null
}

/** The vectors of all mentions side by side, so that one is compared with those before it in one go. */
function mentionRows(
  mentions: readonly number[],
  placeOf: (token: number) => Place,
  size: number,
): { queries: Float32Array; keys: Float32Array } {
  const queries = new Float32Array(mentions.length * size)
  const keys = new Float32Array(mentions.length * size)
  mentions.forEach((mention, n) => {
    const { vectors, word } = placeOf(mention)
    const from = word * size
    for (let i = 0; i < size; i++) {
      queries[n * size + i] = vectors.queries[from + i] as number
      keys[n * size + i] = vectors.keys[from + i] as number
    }
  })
  return { queries, keys }
}

/** Link scores, without the bias, of mention number `to` with those from number `from` until it. */
function earlierScores(
  queries: Float32Array,
  keys: Float32Array,
  size: number,
  from: number,
  to: number,
): Float64Array {
  const scores = new Float64Array(to - from)
  const query = queries.subarray(to * size, (to + 1) * size)
  dotRows(query, { data: keys, from: from * size, step: size }, scores)
  return scores
}

/** Index of the highest score above 0, the last of equals; −1 where there is none. */
function nearestBest(scores: Float64Array, bias: number): number {
  let best = -1
  let top = 0
  for (let i = 0; i < scores.length; i++) {
    const value = (scores[i] as number) + bias
    if (value > 0 && value >= top) {
      top = value
      best = i
    }
  }
  return best
}

/** Head words of the document's mentions in order: of names, of pronouns, and of nouns that the network takes for one. */
function mentionHeads(
  tokens: readonly Tagged[],
  names: readonly ReadName[],
  placeOf: (token: number) => Place,
): number[] {
  const heads = new Set(names.map((name) => headOf(tokens, name)))
  const named = new Uint8Array(tokens.length)
  for (const name of names) named.fill(1, name.first, name.last)
  tokens.forEach((token, i) => {
    const pronoun = token.tag === 'PRP' || token.tag === 'PRP$'
    if ((!pronoun && !token.tag.startsWith('NN')) || named[i] === 1) return
    const isProper = token.tag.startsWith('NNP') && !tokens[token.head]?.tag.startsWith('NNP')
    const place = placeOf(i)
    if (pronoun || isProper || place.vectors.isHead[place.word] === 1) heads.add(i)
  })
  return [...heads].sort((a, b) => a - b)
}

/** The word of a name that hangs outside it. */
function headOf(tokens: readonly Tagged[], name: ReadName): number {
  for (let i = name.first; i < name.last; i++) {
    const head = tokens[i]?.head ?? -1
    if (head < name.first || head >= name.last) return i
  }
  return name.last - 1
}
