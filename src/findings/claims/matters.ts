import type { Codebook, Marker, MatterEntry } from '../../codebook/index.js'
import {
  inOrderAt,
  indexPhrases,
  togetherAt,
  type PhraseIndex,
  type PhraseOf,
  type TextWord,
} from '../words.js'

/** Which matters of the codebook a text speaks of, and what it says of them. */

/** How far the words of a cue may lie from its first word, and how far before it a word may turn it, in words. */
const CUE_REACH = 8
const TURN_REACH = 12
/** How far before a cue a word may put it aside, in words. */
const ASIDE_REACH = 6
/** How far after a cue without a stance a word may give it one ("a ceasefire is needed"). */
const AFTER_REACH = 6
/** Words that may stand between two of a marker's. */
const MARKER_GAP = 2

/** For (1), against (−1), or neither (0). */
export type Polarity = -1 | 0 | 1

/** A cue of a matter in a text. */
export interface MatterHit {
  readonly matter: MatterEntry
  /** Indices of the cue's words, its first word first. */
  readonly at: readonly number[]
  /** Index of the first word before the cue that may turn it. */
  readonly from: number
  readonly polarity: Polarity
  /** Did an odd number of words turn it round? */
  readonly isTurned: boolean
  /** Is it a cue that has a stance of its own? */
  readonly isOwnStance: boolean
}

/** The codebook's matters and markers, ready for looking up. */
export interface MatterLexicon {
  readonly cues: PhraseIndex<{ readonly matter: MatterEntry; readonly polarity: Polarity }>
  readonly markers: PhraseIndex<Marker>
}

const lexicons = new WeakMap<Codebook, MatterLexicon>()

/** The lexicon of a codebook, built once for each codebook. */
export function matterLexiconOf(codebook: Codebook): MatterLexicon {
  const known = lexicons.get(codebook)
  if (known) return known
  const { matters, markers } = codebook.entries
  const formsOf = (word: string): readonly string[] => {
    const irregular = codebook.irregularVerbs.get(word)
    return irregular ? [...irregular.past, ...irregular.participle] : []
  }
  const marked = markers.flatMap(({ marker, words }) =>
    words.map((word) => [marker, word] as const),
  )
  const made: MatterLexicon = {
    cues: indexPhrases(matters.flatMap(cuesOf), formsOf),
    markers: indexPhrases(marked),
  }
  lexicons.set(codebook, made)
  return made
}

function cuesOf(matter: MatterEntry) {
  const lists = [
    [0, matter.words],
    [1, matter.for],
    [-1, matter.against],
  ] as const
  return lists.flatMap(([polarity, cues]) =>
    cues.map((cue) => [{ matter, polarity }, cue] as const),
  )
}

/** Indices of the words at which each marker stands; a "not only" is no "not". */
export function markersIn(
  lexicon: MatterLexicon,
  words: readonly TextWord[],
): ReadonlyMap<Marker, ReadonlySet<number>> {
  const found = new Map<Marker, Set<number>>()
  words.forEach((word, at) => {
    for (const { owner, phrase } of lexicon.markers.get(word.stem) ?? [])
      if (inOrderAt(words, at, phrase, MARKER_GAP) !== null)
        found.set(owner, (found.get(owner) ?? new Set()).add(at))
  })
  const reverse = found.get('reverse')
  for (const at of found.get('plain') ?? []) reverse?.delete(at)
  return found
}

/** The matters that words speak of: for each matter and sentence its cues with a stance of their own, else one without. */
export function mattersIn(
  lexicon: MatterLexicon,
  words: readonly TextWord[],
): readonly MatterHit[] {
  const cues = words.flatMap((word, at) => cuesAt(lexicon, words, at, word))
  if (cues.length === 0) return []
  const markers = markersIn(lexicon, words)
  const hits = cues
    .filter((cue) => !isAside(cue, words, markers.get('aside') ?? new Set()))
    .filter((cue) => !isOfWhom(cue, words, markers.get('whom') ?? new Set()))
    .map((cue) => hitOf(cue, words, markers))
  return hits
    .filter((hit) => hit.isOwnStance || isOnlyKind(hit, hits, words))
    .filter((hit) => !hits.some((other) => isWithin(other, hit) || isGoverned(hit, other)))
}

/** "Close the gaps through which sanctioned goods flow": of two cues on one word, the first to begin says what is meant. */
function isGoverned(hit: MatterHit, other: MatterHit): boolean {
  if (other.matter !== hit.matter || !hit.isOwnStance || !other.isOwnStance) return false
  const [first, second] = [Math.min(...other.at), Math.min(...hit.at)]
  return first < second && hit.at.some((at) => other.at.includes(at))
}

/** Is the cue part of a name for whoever deals with it ("human rights groups")? */
function isOfWhom(
  { at }: FoundCue,
  words: readonly TextWord[],
  whom: ReadonlySet<number>,
): boolean {
  const last = Math.max(...at)
  return whom.has(last + 1) && words[last + 1]?.clause === words[last]?.clause
}

/** Is a cue of a narrower matter on the same words? */
function isWithin(narrow: MatterHit, broad: MatterHit): boolean {
  return narrow.matter.within === broad.matter.id && narrow.at.some((at) => broad.at.includes(at))
}

function isOnlyKind(
  hit: MatterHit,
  hits: readonly MatterHit[],
  words: readonly TextWord[],
): boolean {
  const sentence = words[hit.at[0] ?? 0]?.sentence
  const same = hits.filter(
    (other) => other.matter === hit.matter && words[other.at[0] ?? 0]?.sentence === sentence,
  )
  return !same.some((other) => other.isOwnStance) && same[0] === hit
}

/** Does a cue only tell when, or amid what, something else was ("since the invasion")? */
function isAside(
  { at }: FoundCue,
  words: readonly TextWord[],
  asides: ReadonlySet<number>,
): boolean {
  const from = Math.min(...at)
  return range(from - ASIDE_REACH, from).some(
    (index) => asides.has(index) && words[index]?.clause === words[from]?.clause,
  )
}

interface FoundCue {
  readonly matter: MatterEntry
  readonly base: Polarity
  readonly at: readonly number[]
}

function cuesAt(
  lexicon: MatterLexicon,
  words: readonly TextWord[],
  at: number,
  word: TextWord,
): FoundCue[] {
  return (lexicon.cues.get(word.stem) ?? []).flatMap(({ owner, phrase }: PhraseOf<CueOwner>) => {
    const together = togetherAt(words, at, phrase, CUE_REACH)
    return together ? [{ matter: owner.matter, base: owner.polarity, at: together }] : []
  })
}

interface CueOwner {
  readonly matter: MatterEntry
  readonly polarity: Polarity
}

function hitOf(
  { matter, base, at }: FoundCue,
  words: readonly TextWord[],
  markers: ReadonlyMap<Marker, ReadonlySet<number>>,
): MatterHit {
  const [head = 0] = at
  const from = Math.max(
    reachBefore(words, head, markers.get('break') ?? new Set()),
    isParticiple(words, at) ? Math.min(...at) : 0,
  )
  const before = range(from, head).filter((index) => !at.includes(index))
  const reversals = countAt(before, markers.get('reverse'))
  const isTurned = reversals % 2 === 1
  const isOwnStance = base !== 0
  const speaksFor = isOwnStance || reversals > 0 || countAt(before, markers.get('support')) > 0
  const start = isOwnStance ? base : speaksFor ? 1 : stanceAfter(words, head, at, markers)
  const isTopic = countAt(before, markers.get('topic')) > 0 && reversals === 0
  const polarity = isTopic ? 0 : isTurned ? opposite(start) : start
  return { matter, at, from, isOwnStance, isTurned, polarity }
}

/** "… not lift the sanctions imposed on": what stands before the noun does not bear on a participle after it. */
function isParticiple(words: readonly TextWord[], at: readonly number[]): boolean {
  const [head = 0] = at
  return Math.min(...at) < head && /ed$/iu.test(words[head]?.written ?? '')
}

/** What words after a cue say of it, where none before does: "a ceasefire is needed" is for it. */
function stanceAfter(
  words: readonly TextWord[],
  head: number,
  at: readonly number[],
  markers: ReadonlyMap<Marker, ReadonlySet<number>>,
): Polarity {
  const after = range(head + 1, head + 1 + AFTER_REACH).filter(
    (index) => !at.includes(index) && words[index]?.clause === words[head]?.clause,
  )
  const reversals = countAt(after, markers.get('reverse'))
  if (reversals === 0 && countAt(after, markers.get('support')) === 0) return 0
  return reversals % 2 === 1 ? -1 : 1
}

/** The first word before `head` that belongs to its clause and may turn it. */
function reachBefore(
  words: readonly TextWord[],
  head: number,
  breaks: ReadonlySet<number>,
): number {
  let first = head
  while (
    first > 0 &&
    head - first < TURN_REACH &&
    words[first - 1]?.clause === words[head]?.clause &&
    !breaks.has(first - 1)
  )
    first--
  return first
}

function countAt(indices: readonly number[], marked: ReadonlySet<number> | undefined): number {
  return indices.filter((index) => marked?.has(index)).length
}

/** For made against, and against made for. */
export function opposite(polarity: Polarity): Polarity {
  if (polarity === 0) return 0
  return polarity === 1 ? -1 : 1
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset)
}
