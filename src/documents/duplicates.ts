import { isLetter, isWordCharacter, runsOf } from './characters.js'

/**
 * Copies of one wire report: signatures that are near for near texts. MinHash over word shingles (Broder 1997): the
 * share of equal positions of two signatures estimates the Jaccard similarity of their shingle sets.
 */

/** Positions of a signature that stand for the words, and those that stand for the numbers in the text. */
const WORD_POSITIONS = 96
const NUMBER_POSITIONS = 32
const SHINGLE_WORDS = 4
const BAND_ROWS = 4
/** Reports made from one form ("Exchange rates for …") share their words but not their numbers. */
const ENOUGH_WORDS_ALIKE = 0.7
const ENOUGH_NUMBERS_ALIKE = 0.6
const EMPTY = 0xffffffff
const FNV_BASIS = 0x811c9dc5

/** A document that is known already, with its signature. */
export interface SignedDocument<Id extends string = string> {
  readonly id: Id
  readonly signature: readonly number[]
}

export interface Duplicate<Id extends string = string> {
  readonly id: Id
  /** Estimated share of equal word shingles, 0 to 1. */
  readonly similarity: number
}

/** Signature of a text: 128 whole numbers below 2³². Case, punctuation, line breaks and a dateline don't count. */
export function signatureOf(text: string): number[] {
  const words = runsOf(text.normalize('NFKC').toLowerCase(), isWordCharacter)
  const numbers = words.filter((word) => !isLetter(word.codePointAt(0) ?? 0))
  return [
    ...minima(shingleHashes(words), WORD_POSITIONS, 1),
    ...minima(numbers.map(fnv1a), NUMBER_POSITIONS, 2),
  ]
}

/** Estimated similarity of two texts, 0 to 1, by the word part of their signatures. */
export function signatureSimilarity(a: readonly number[], b: readonly number[]): number {
  return alike(a, b, 0, WORD_POSITIONS)
}

/**
 * Keys under which a store may index a signature: two copies share at least one key almost surely (a pair of 0.7
 * similarity misses all with odds of one in 700), unrelated texts almost never.
 */
export function signatureKeys(signature: readonly number[]): string[] {
  const keys: string[] = []
  for (let start = 0; start < WORD_POSITIONS; start += BAND_ROWS)
    keys.push(
      `${start / BAND_ROWS}:${signature
        .slice(start, start + BAND_ROWS)
        .map((n) => n.toString(36))
        .join('.')}`,
    )
  return keys
}

/** The known document that a signature is a copy of, the most similar one, the first among equals; null if none. */
export function findDuplicate<Id extends string>(
  signature: readonly number[],
  known: Iterable<SignedDocument<Id>>,
): Duplicate<Id> | null {
  let best: Duplicate<Id> | null = null
  for (const other of known) {
    const similarity = signatureSimilarity(signature, other.signature)
    if (similarity < ENOUGH_WORDS_ALIKE || similarity <= (best?.similarity ?? 0)) continue
    const numbers = alike(signature, other.signature, WORD_POSITIONS, NUMBER_POSITIONS)
    if (numbers >= ENOUGH_NUMBERS_ALIKE) best = { id: other.id, similarity }
  }
  return best
}

function alike(a: readonly number[], b: readonly number[], from: number, count: number): number {
  let same = 0
  for (let i = from; i < from + count; i++) if (a[i] !== undefined && a[i] === b[i]) same++
  return same / count
}

/** The hash of each run of words, as if they were joined by spaces; of all words where they are too few for a run. */
function shingleHashes(words: readonly string[]): number[] {
  if (words.length < SHINGLE_WORDS) return words.length ? [fnv1a(words.join(' '))] : []
  return words
    .slice(0, words.length - SHINGLE_WORDS + 1)
    .map((first, i) => hashOfRun(first, words, i + 1, i + SHINGLE_WORDS))
}

function hashOfRun(first: string, words: readonly string[], from: number, to: number): number {
  let hash = hashOn(FNV_BASIS, first)
  for (let i = from; i < to; i++) hash = hashOn(hashOn(hash, ' '), words[i] ?? '')
  return hash >>> 0
}

/**
 * For each position the least of all hashes, mixed with a seed of the position's own. A hash that comes again changes
 * no minimum. Arrays of 32-bit numbers: plain ones hold such large numbers as objects, which takes twice as long.
 */
function minima(hashes: readonly number[], positions: number, salt: number): number[] {
  const least = new Uint32Array(positions).fill(EMPTY)
  const seeds = Int32Array.from(least, (_, i) => Math.imul(i + 1, 0x9e3779b1 + salt))
  for (const hash of hashes)
    for (let i = 0; i < positions; i++) {
      const mixed = mix(hash ^ (seeds[i] ?? 0))
      if (mixed < (least[i] ?? EMPTY)) least[i] = mixed
    }
  return [...least]
}

/** FNV-1a over UTF-16 code units, 32 bits. */
function fnv1a(text: string): number {
  return hashOn(FNV_BASIS, text) >>> 0
}

/** Takes a text into an FNV-1a hash that is under way. */
function hashOn(hash: number, text: string): number {
  let next = hash
  for (let i = 0; i < text.length; i++) next = Math.imul(next ^ text.charCodeAt(i), 0x01000193)
  return next
}

/** The finaliser of MurmurHash3: every input bit changes half of the output bits. */
function mix(value: number): number {
  let h = value >>> 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
