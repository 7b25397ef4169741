import type { ReadLink, ReadName, ReadToken } from '../../core/index.js'
import type { Manifest } from '../manifest.js'
import { rowOf } from '../session.js'
import type { WindowOutput } from '../session.js'
import { linkPlaces } from './links.js'
import { dot, sigmoid } from './numbers.js'

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
  const queries = new Float32Array(output.count * size)
  const keys = new Float32Array(output.count * size)
  const isHead = new Uint8Array(output.count)
  for (let word = 0; word < output.count; word++) {
    const row = rowOf(output.links, word)
    queries.set(row.subarray(query, query + size), word * size)
    keys.set(row.subarray(key, key + size), word * size)
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
  const links: ReadLink[] = []
  mentions.forEach((mention, n) => {
    const here = placeOf(mention)
    let best = -1
    let top = 0
    for (let m = Math.max(0, n - REACH); m < n; m++) {
      const there = placeOf(mentions[m] as number)
      const value = linkScore(here, there) + bias
      if (value > 0 && value >= top) {
        top = value
        best = mentions[m] as number
      }
    }
    if (best >= 0) links.push({ mention, antecedent: best, score: sigmoid(top) })
    else links.push(...sameWordLink(tokens, mentions.slice(0, n), mention))
  })
  return links
}

/** How sure a link is that rests on nothing but the same proper noun. */
const SAME_WORD_SCORE = 0.6

function sameWordLink(
  tokens: readonly Tagged[],
  earlier: readonly number[],
  mention: number,
): ReadLink[] {
  if (!tokens[mention]?.tag.startsWith('NNP')) return []
  const word = tokens[mention].text.toLowerCase()
  const antecedent = earlier.findLast(
    (at) => tokens[at]?.tag.startsWith('NNP') && tokens[at].text.toLowerCase() === word,
  )
  return antecedent === undefined ? [] : [{ mention, antecedent, score: SAME_WORD_SCORE }]
}

function linkScore(from: Place, to: Place): number {
  const { size } = from.vectors
  return dot(from.vectors.queries, from.word * size, to.vectors.keys, to.word * size, size)
}

/** Head words of the document's mentions in order: of names, of pronouns, and of nouns that the network takes for one. */
function mentionHeads(
  tokens: readonly Tagged[],
  names: readonly ReadName[],
  placeOf: (token: number) => Place,
): number[] {
  const heads = new Set(names.map((name) => headOf(tokens, name)))
  tokens.forEach((token, i) => {
    const noun = /^(PRP\$?|NN.*)$/.test(token.tag)
    if (!noun || heads.has(i)) return
    if (names.some((name) => i >= name.first && i < name.last)) return
    const place = placeOf(i)
    const isProper = token.tag.startsWith('NNP') && !tokens[token.head]?.tag.startsWith('NNP')
    const isSure = token.tag.startsWith('PRP') || isProper
    if (isSure || place.vectors.isHead[place.word] === 1) heads.add(i)
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
