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
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  const numbers = words.filter((word) => /^\p{N}/u.test(word))
  return [...minima(shinglesOf(words), WORD_POSITIONS, 1), ...minima(numbers, NUMBER_POSITIONS, 2)]
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

function shinglesOf(words: readonly string[]): string[] {
  if (words.length < SHINGLE_WORDS) return words.length ? [words.join(' ')] : []
  return words
    .slice(0, words.length - SHINGLE_WORDS + 1)
    .map((_, i) => words.slice(i, i + SHINGLE_WORDS).join(' '))
}

/** For each position the least hash of any item; every position mixes the item's hash with a seed of its own. */
function minima(items: readonly string[], positions: number, salt: number): number[] {
  const least = new Array<number>(positions).fill(EMPTY)
  for (const item of new Set(items)) {
    const hash = fnv1a(item)
    for (let i = 0; i < positions; i++) {
      const mixed = mix(hash ^ Math.imul(i + 1, 0x9e3779b1 + salt))
      if (mixed < (least[i] ?? EMPTY)) least[i] = mixed
    }
  }
  return least
}

/** FNV-1a over UTF-16 code units, 32 bits. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** The finaliser of MurmurHash3: every input bit changes half of the output bits. */
function mix(value: number): number {
  let h = value >>> 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
