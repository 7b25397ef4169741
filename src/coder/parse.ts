import type { ReadToken, Reading, Span, TokenRange } from '../core/index.js'
import { lemmaOf } from './lemma.js'

/**
 * The parse of a reading, indexed for walking. Token numbers are indexes into `tokens` everywhere; a token's own
 * sentence bounds every walk, whatever heads the reader gave.
 */
export interface Parse {
  readonly tokens: readonly ReadToken[]
  readonly sentences: readonly TokenRange[]
  /** Dependents of each token, left to right. */
  readonly children: readonly (readonly number[])[]
  /** Head of each token; −1 for roots and for heads outside the sentence or the reading. */
  readonly heads: readonly number[]
  /** Relation of each token without its subtype: "nsubj:pass" gives "nsubj". */
  readonly relations: readonly string[]
  /** Text of each token, lower case. */
  readonly words: readonly string[]
  /** Dictionary form of each token, lower case. */
  readonly lemmas: readonly string[]
}

/** Index a reading. Heads that leave their sentence, or that make a circle, are cut: their token becomes a root. */
export function indexParse(reading: Reading): Parse {
  const { tokens, sentences } = reading
  const heads = tokens.map((token, at) => (isHeadUsable(tokens, at, token.head) ? token.head : -1))
  cutCircles(heads)
  const children: number[][] = tokens.map(() => [])
  heads.forEach((head, at) => children[head]?.push(at))
  const relations = tokens.map((token) => token.relation.split(':', 1)[0] ?? '')
  const words = tokens.map((token) => token.text.toLowerCase())
  const lemmas = tokens.map((token) => lemmaOf(token.text, token.tag))
  return { tokens, sentences, children, heads, relations, words, lemmas }
}

function isHeadUsable(tokens: readonly ReadToken[], at: number, head: number): boolean {
  return head >= 0 && head !== at && tokens[head]?.sentence === tokens[at]?.sentence
}

function cutCircles(heads: number[]): void {
  const state = new Uint8Array(heads.length)
  for (let at = 0; at < heads.length; at++) {
    const trail: number[] = []
    let here = at
    while (here >= 0 && state[here] === 0) {
      state[here] = 1
      trail.push(here)
      here = heads[here] ?? -1
    }
    if (here >= 0 && state[here] === 1) heads[trail.at(-1) ?? here] = -1
    for (const seen of trail) state[seen] = 2
  }
}

/** The token at an index. Throws RangeError outside the reading. */
export function tokenAt(parse: Parse, at: number): ReadToken {
  const token = parse.tokens[at]
  if (!token) throw new RangeError(`no token ${at} in a reading of ${parse.tokens.length}`)
  return token
}

/** Penn tag of a token; '' outside the reading. */
export function tagOf(parse: Parse, at: number): string {
  return parse.tokens[at]?.tag ?? ''
}

/** The token's relation without its subtype: "nsubj:pass" gives "nsubj". */
export function relationOf(parse: Parse, at: number): string {
  return parse.relations[at] ?? ''
}

/** Dictionary form of a token, lower case ("said" → "say", "talks" → "talk"). */
export function lemmaAt(parse: Parse, at: number): string {
  return parse.lemmas[at] ?? ''
}

/** Dependents whose relation (without subtype, or exact with one) is among those named. */
export function dependents(parse: Parse, at: number, ...relations: string[]): number[] {
  return (parse.children[at] ?? []).filter(
    (child) =>
      relations.includes(relationOf(parse, child)) ||
      relations.includes(parse.tokens[child]?.relation ?? ''),
  )
}

/** All tokens at and under a token, in order. */
export function subtree(parse: Parse, at: number): number[] {
  const found: number[] = []
  const open = [at]
  while (open.length > 0) {
    const here = open.pop() as number
    found.push(here)
    open.push(...(parse.children[here] ?? []))
  }
  return found.sort((a, b) => a - b)
}

/** The token range from the first to the last token of a subtree. */
export function subtreeRange(parse: Parse, at: number): TokenRange {
  const tokens = subtree(parse, at)
  return { first: tokens[0] ?? at, last: (tokens.at(-1) ?? at) + 1 }
}

/** The stretch of text of a subtree, first to last token. */
export function subtreeSpan(parse: Parse, at: number): Span {
  const range = subtreeRange(parse, at)
  return { start: tokenAt(parse, range.first).start, end: tokenAt(parse, range.last - 1).end }
}

/** The token itself and its heads up to the root of the sentence. */
export function ancestors(parse: Parse, at: number): number[] {
  const line: number[] = []
  for (let here = at; here >= 0; here = parse.heads[here] ?? -1) line.push(here)
  return line
}

/** Does `outer` stand at or above `inner` in the tree? */
export function dominates(parse: Parse, outer: number, inner: number): boolean {
  return ancestors(parse, inner).includes(outer)
}

/** Tokens from `from` to `to` through their lowest shared head, both included; null when not in one tree. */
export function pathBetween(parse: Parse, from: number, to: number): number[] | null {
  const up = ancestors(parse, from)
  const other = ancestors(parse, to)
  const meeting = up.find((at) => other.includes(at))
  if (meeting === undefined) return null
  const rising = up.slice(0, up.indexOf(meeting) + 1)
  const falling = other.slice(0, other.indexOf(meeting)).reverse()
  return [...rising, ...falling]
}

/** Tokens in one coordination with this one (itself included), left to right. */
export function conjuncts(parse: Parse, at: number): number[] {
  let first = at
  while (relationOf(parse, first) === 'conj' && (parse.heads[first] ?? -1) >= 0)
    first = parse.heads[first] as number
  const found: number[] = []
  const open = [first]
  while (open.length > 0) {
    const here = open.pop() as number
    found.push(here)
    open.push(...dependents(parse, here, 'conj'))
  }
  return found.sort((a, b) => a - b)
}

/** Appositions of a token, left to right. */
export function appositions(parse: Parse, at: number): number[] {
  return dependents(parse, at, 'appos')
}

/** The token of a range whose head lies outside it (the first one, if the range is no one phrase). */
export function headOfRange(parse: Parse, range: TokenRange): number {
  for (let at = range.first; at < range.last; at++) {
    const head = parse.heads[at] ?? -1
    const isOutside = head < range.first || head >= range.last
    if (isOutside && relationOf(parse, at) !== 'punct') return at
  }
  return range.last - 1
}

/** First token that ends after a text offset; `tokens.length` when there is none. */
export function firstTokenAfter(parse: Parse, offset: number): number {
  let low = 0
  let high = parse.tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((parse.tokens[middle]?.end ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** Token range of the tokens that share a code unit with a stretch of text, or null when there is none. */
export function rangeOfSpan(parse: Parse, span: Span): TokenRange | null {
  const first = firstTokenAfter(parse, span.start)
  let last = first
  while (last < parse.tokens.length && tokenAt(parse, last).start < span.end) last++
  return last > first ? { first, last } : null
}

/** Stretch of text of a token range. Throws RangeError when empty or outside. */
export function spanOf(parse: Parse, range: TokenRange): Span {
  return { start: tokenAt(parse, range.first).start, end: tokenAt(parse, range.last - 1).end }
}
