import type { ReadLink, ReadName, ReadToken } from '../../core/index.js'
import type { Manifest } from '../manifest.js'
import type { WindowOutput } from '../session.js'
import { linkPlaces } from './links.js'
import { dotRows, sigmoid } from './numbers.js'

/** How many earlier mentions a mention is compared with, nearest first; MENTION_REACH of training/labels.py. */
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

/** What linking needs of a word: its text, Penn tag, head and relation. */
type Tagged = Pick<ReadToken, 'text' | 'tag' | 'head' | 'relation'>

/** Where a word of the document stands in the windows' vectors. */
export interface Place {
  readonly vectors: MentionVectors
  readonly word: number
}

/**
 * Links from names, pronouns and other mentions to an earlier mention of the same. A mention is linked to the earlier one
 * with the highest score (its vectors' and its closeness's), if that is high enough for its kind. A proper noun without
 * such a one is linked to the nearest earlier mention by the same word.
 */
export function linksOf(
  tokens: readonly Tagged[],
  names: readonly ReadName[],
  placeOf: (token: number) => Place,
  manifest: Manifest,
): ReadLink[] {
  const mentions = mentionsOf(tokens, names, placeOf)
  const { queries, keys } = mentionRows(mentions, placeOf, manifest.linkSize)
  const latest = new Map<string, number>()
  const links: ReadLink[] = []
  mentions.forEach((mention, n) => {
    const from = Math.max(0, n - REACH)
    const scores = earlierScores(queries, keys, manifest.linkSize, from, n)
    addCloseness(scores, mentions, from, manifest)
    const best = nearestBest(scores, mention.kind === PRONOUN ? LEAST_OF_PRONOUN : 0)
    const same = mention.kind === NAME ? latest.get(mention.word) : undefined
    if (best >= 0) {
      const { head: antecedent } = mentions[from + best] as Mention
      const score = sigmoid(scores[best] as number)
      links.push({ mention: mention.head, antecedent, score })
    } else if (same !== undefined)
      links.push({ mention: mention.head, antecedent: same, score: SAME_WORD_SCORE })
    if (mention.kind === NAME) latest.set(mention.word, mention.head)
  })
  return links
}

/** Nearly every pronoun means something said before: it is linked to its best guess unless that is very unlikely. */
const LEAST_OF_PRONOUN = -3

/** How sure a link is that rests on nothing but the same proper noun. */
const SAME_WORD_SCORE = 0.6

/**
 * Two names that end in the same word are linked the sooner, others the later: by this much beyond what was learnt, from
 * few documents (chosen on GUM dev: 70.5 with it, 69.8 without).
 */
const SPELLING_OF_NAMES = 1

/**
 * Adds to the scores of the last mention with those from number `from` on what its closeness to each is worth: the kinds
 * of both, whether they are the same word, how many mentions lie between (by powers of two). `closeness` in
 * training/losses.py counts the same way.
 */
function addCloseness(
  scores: Float64Array,
  mentions: readonly Mention[],
  from: number,
  { closeness, linkBiases, distances }: Manifest,
): void {
  const bias = linkBiases['antecedent'] ?? 0
  const n = from + scores.length
  const { kind, word } = mentions[n] as Mention
  for (let i = 0; i < scores.length; i++) {
    const other = mentions[from + i] as Mention
    const bucket = Math.min(distances - 1, 31 - Math.clz32(n - from - i))
    const same = other.word === word ? 1 : 0
    const place = ((kind * KINDS + other.kind) * 2 + same) * distances + bucket
    const spelling = kind === NAME && other.kind === NAME ? (2 * same - 1) * SPELLING_OF_NAMES : 0
    scores[i] = (scores[i] as number) + bias + (closeness[place] ?? 0) + spelling
  }
}

/** The vectors of all mentions side by side, so that one is compared with those before it in one go. */
function mentionRows(
  mentions: readonly Mention[],
  placeOf: (token: number) => Place,
  size: number,
): { queries: Float32Array; keys: Float32Array } {
  const queries = new Float32Array(mentions.length * size)
  const keys = new Float32Array(mentions.length * size)
  mentions.forEach(({ at }, n) => {
    const { vectors, word } = placeOf(at)
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

/** Index of the highest score above `least`, the last of equals; −1 where there is none. */
function nearestBest(scores: Float64Array, least: number): number {
  let best = -1
  let top = least
  for (let i = 0; i < scores.length; i++) {
    const value = scores[i] as number
    if (value > least && value >= top) {
      top = value
      best = i
    }
  }
  return best
}

/** Kinds of mention by their number in MENTION_KINDS of training/labels.py: a name, a pronoun, another noun. */
const NAME = 0
const PRONOUN = 1
const NOUN = 2
const KINDS = 3

/** A mention by its head word; `at` is the word whose vectors stand for it (the last of a name, as in training). */
interface Mention {
  readonly head: number
  readonly at: number
  readonly kind: number
  /** The word at `at`, in lower case. */
  readonly word: string
}

/** Relations of a proper noun that stands for itself beside another: "the Bank of *Chad*", "*Chad*'s President Déby". */
const OWN_PLACE = /^(?:nmod|appos|conj|obl|nsubj|obj)(?::|$)/

/** The document's mentions in order: names, pronouns, and nouns that the network takes for the head of one. */
function mentionsOf(
  tokens: readonly Tagged[],
  names: readonly ReadName[],
  placeOf: (token: number) => Place,
): Mention[] {
  const heads = new Map(names.map((name) => [headOf(tokens, name), name.last - 1]))
  const named = new Uint8Array(tokens.length)
  for (const name of names) named.fill(1, name.first, name.last)
  tokens.forEach((token, i) => {
    const kind = kindOf(token)
    if (kind === null || heads.has(i)) return
    const isOwn = kind === NAME && OWN_PLACE.test(token.relation)
    if (named[i] === 1 && !isOwn) return
    const place = placeOf(i)
    const isProper = isOwn || (kind === NAME && !tokens[token.head]?.tag.startsWith('NNP'))
    if (kind === PRONOUN || isProper || place.vectors.isHead[place.word] === 1) heads.set(i, i)
  })
  return [...heads].map(([head, at]) => mentionAt(tokens, head, at)).sort((a, b) => a.head - b.head)
}

function mentionAt(tokens: readonly Tagged[], head: number, at: number): Mention {
  const token = tokens[at]
  return { head, at, kind: (token && kindOf(token)) ?? NOUN, word: token?.text.toLowerCase() ?? '' }
}

/** The kind of mention that a word can be the head of; null for a word that is neither noun nor pronoun. */
function kindOf({ tag }: Tagged): number | null {
  if (tag === 'PRP' || tag === 'PRP$') return PRONOUN
  if (tag.startsWith('NNP')) return NAME
  return tag.startsWith('NN') ? NOUN : null
}

/** The word of a name that hangs outside it. */
function headOf(tokens: readonly Tagged[], name: ReadName): number {
  for (let i = name.first; i < name.last; i++) {
    const head = tokens[i]?.head ?? -1
    if (head < name.first || head >= name.last) return i
  }
  return name.last - 1
}
