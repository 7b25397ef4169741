import type { CodedRecord } from '../core/index.js'
import { isCommon, wordsOf } from './words.js'

/**
 * How alike two short texts are: the weight of the stems that they share against the weight of the lighter text's stems.
 * A stem weighs log(1 + N / n), where n of the N texts hold it (inverse document frequency, Spärck Jones 1972), so rare
 * words count and common ones hardly do. Taking the lighter text lets a short saying be found in a long one.
 */

/** A text to compare, with who is named in it left out. */
export interface LikeText {
  readonly record: CodedRecord
  readonly stems: ReadonlySet<string>
}

/** What two texts share. */
export interface Likeness {
  /** 0 to 1. */
  readonly share: number
  readonly shared: readonly string[]
}

/** Texts ready for comparing. */
export interface LikenessIndex {
  readonly likenessOf: (a: LikeText, b: LikeText) => Likeness
  /** Sum of the weights of a text's stems. */
  readonly weightOf: (text: LikeText) => number
  /** The other texts that share at least two of this one's rarest stems. */
  readonly nearTo: (text: LikeText) => readonly LikeText[]
}

/** Stems of a text that lead to others, rarest first. */
const LEADING_STEMS = 8
const FEWEST_LEADING = 2
/** A stem that more texts than this hold leads nowhere: it would make the work grow with the square of the texts. */
const MOST_HOLDERS = 200

/** The stems of a text that tell its matter: no common words, no names of the parties given. */
export function likeTextOf(record: CodedRecord, text: string, names: Iterable<string>): LikeText {
  const named = new Set([...names].flatMap((name) => wordsOf(name).map(({ stem }) => stem)))
  const stems = wordsOf(text)
    .map(({ stem }) => stem)
    .filter((stem) => !isCommon(stem) && !named.has(stem))
  return { record, stems: new Set(stems) }
}

/**
 * The index of texts. Time and memory: linear in their words; `nearTo` looks at no more than 200 texts for each of 8
 * stems.
 */
export function likenessIndex(texts: readonly LikeText[]): LikenessIndex {
  const holders = new Map<string, LikeText[]>()
  for (const text of texts)
    for (const stem of text.stems) {
      const there = holders.get(stem)
      if (there) there.push(text)
      else holders.set(stem, [text])
    }
  const weightOf = (stem: string): number =>
    Math.log(1 + texts.length / Math.max(1, holders.get(stem)?.length ?? 0))
  const sum = (stems: Iterable<string>): number => {
    let total = 0
    for (const stem of stems) total += weightOf(stem)
    return total
  }
  const weights = new Map(texts.map((text) => [text, sum(text.stems)]))
  const nearTo = nearFinder(texts, holders)
  const totalOf = (text: LikeText): number => weights.get(text) ?? sum(text.stems)
  const likenessOf = (a: LikeText, b: LikeText): Likeness => {
    const shared = [...a.stems].filter((stem) => b.stems.has(stem))
    const lighter = Math.min(totalOf(a), totalOf(b))
    return { share: lighter === 0 ? 0 : sum(shared) / lighter, shared }
  }
  return { likenessOf, weightOf: totalOf, nearTo }
}

/** Counts in an array over the texts in place of a map: the same few thousand are met again and again. */
function nearFinder(
  texts: readonly LikeText[],
  holders: ReadonlyMap<string, readonly LikeText[]>,
): LikenessIndex['nearTo'] {
  const places = new Map(texts.map((text, place) => [text, place]))
  const placesOf = new Map<string, Uint32Array>()
  const holdersOf = (stem: string): Uint32Array => {
    const known = placesOf.get(stem)
    if (known) return known
    const found = Uint32Array.from(holders.get(stem) ?? [], (text) => places.get(text) ?? 0)
    placesOf.set(stem, found)
    return found
  }
  const counts = new Uint8Array(texts.length)
  return (text) => {
    const met: number[] = []
    for (const stem of leadingStems(text, holders))
      for (const place of holdersOf(stem)) {
        const count = counts[place] ?? 0
        if (count === 0) met.push(place)
        counts[place] = count + 1
      }
    const near = met.filter((place) => (counts[place] ?? 0) >= FEWEST_LEADING)
    for (const place of met) counts[place] = 0
    return near.flatMap((place) => texts[place] ?? []).filter((other) => other !== text)
  }
}

function leadingStems(
  text: LikeText,
  holders: ReadonlyMap<string, readonly LikeText[]>,
): readonly string[] {
  const countOf = (stem: string): number => holders.get(stem)?.length ?? 0
  return [...text.stems]
    .filter((stem) => countOf(stem) <= MOST_HOLDERS)
    .sort((x, y) => countOf(x) - countOf(y) || (x < y ? -1 : 1))
    .slice(0, LEADING_STEMS)
}
