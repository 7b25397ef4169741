import { stemmer } from 'stemmer'
import commonWords from './common-words.json' with { type: 'json' }

/** The words of a short text, as findings compare them: by their stems, with sentences and clauses told apart. */

/** A word of a text; `start` and `end` are UTF-16 offsets into it. */
export interface TextWord {
  readonly written: string
  /** Porter stem of the lower-case word without its possessive ending and hyphens; "not" for "n't". */
  readonly stem: string
  readonly start: number
  readonly end: number
  /** Number of its sentence, and of its clause (commas, colons, brackets and dashes part them), in the text. */
  readonly sentence: number
  readonly clause: number
}

/** A phrase: for each of its words the stems that may stand there. */
export type Phrase = readonly ReadonlySet<string>[]

const WORD = /(?:\p{Lu}\.){2,}|[\p{L}\p{N}]+(?:[’'‑-][\p{L}\p{N}]+)*/gu
const POSSESSIVE = /[’']s?$/u
const SENTENCE_END = /[.!?…]["”’')\]]*\s/u
const CLAUSE_END = /[,;:()[\]—–]|\s-\s/u
/** Words with a full stop that ends no sentence: titles, and initials of one letter. */
const TITLE = /^(?:Mr|Mrs|Ms|Dr|Gen|Col|Sen|Rep|Gov|St|No|Lt|Prof|\p{L})$/u

/** Words stemmed before: the same few thousand make up most of any ledger. Emptied when full. */
const stems = new Map<string, string>()
const MOST_STEMS = 50_000

/** Stem of one word: Porter's algorithm (Porter 1980), after taking off the possessive ending and hyphens. */
export function stemOf(written: string): string {
  const known = stems.get(written)
  if (known !== undefined) return known
  if (stems.size >= MOST_STEMS) stems.clear()
  const lower = written.toLowerCase()
  const stem = /n[’']t$/u.test(lower)
    ? 'not'
    : stemmer(lower.replace(POSSESSIVE, '').replace(/[’'‑.-]/gu, ''))
  stems.set(written, stem)
  return stem
}

const COMMON: ReadonlySet<string> = new Set(commonWords.map((word) => stemOf(word)))

/** Does a stem carry no matter of its own ("the", "said", "country")? */
export function isCommon(stem: string): boolean {
  return COMMON.has(stem) || stem.length < 2
}

/** The words of a text in their order. */
export function wordsOf(text: string): readonly TextWord[] {
  const words: TextWord[] = []
  let sentence = 0
  let clause = 0
  let before: TextWord | null = null
  for (const match of text.matchAll(WORD)) {
    const [written] = match
    const between = before ? text.slice(before.end, match.index) : ''
    const ended = before !== null && endsSentence(before.written, between, written)
    if (ended) sentence++
    if (ended || (CLAUSE_END.test(between) && !isInList(text, match.index, between))) clause++
    const end = match.index + written.length
    before = { written, stem: stemOf(written), start: match.index, end, sentence, clause }
    words.push(before)
  }
  return words
}

/** A comma between things listed ("independence, sovereignty and integrity") begins no clause. */
const LISTED = /^\p{Ll}[\p{L}-]+(?:\s\p{Ll}[\p{L}-]+)?\s(?:and|or)\s\p{L}/u
const CLAUSE_OPENER = /^(?:he|she|it|they|we|who|which|that|but|while|and|or|not)\s/u

function isInList(text: string, at: number, between: string): boolean {
  if (!/^[”"’']?,\s$/u.test(between)) return false
  const rest = text.slice(at, at + 60)
  return LISTED.test(rest) && !CLAUSE_OPENER.test(rest)
}

function endsSentence(last: string, between: string, next: string): boolean {
  return SENTENCE_END.test(between) && /^[\p{Lu}\p{N}]/u.test(next) && !TITLE.test(last)
}

/** Other written forms of a word ("sent" of "send"), which its stem does not give. */
export type FormsOf = (word: string) => readonly string[]

const NO_FORMS: FormsOf = () => []

/** A phrase as data files write it: words apart by blanks, what may stand for each other by strokes. */
export function phraseOf(written: string, formsOf: FormsOf = NO_FORMS): Phrase {
  return written.split(/\s+/u).map((word) => {
    const alternatives = word.split('/').flatMap((one) => [one, ...formsOf(one)])
    return new Set(alternatives.flatMap((one) => wordsOf(one).map(({ stem }) => stem)))
  })
}

/** Looks up phrases by each stem that their first word may have. */
export type PhraseIndex<Owner> = ReadonlyMap<string, readonly PhraseOf<Owner>[]>

/** A phrase with what it belongs to. */
export interface PhraseOf<Owner> {
  readonly owner: Owner
  readonly phrase: Phrase
}

/** The index of phrases with their owners. */
export function indexPhrases<Owner>(
  phrases: Iterable<readonly [Owner, string]>,
  formsOf: FormsOf = NO_FORMS,
): PhraseIndex<Owner> {
  const index = new Map<string, PhraseOf<Owner>[]>()
  for (const [owner, written] of phrases) {
    const phrase = phraseOf(written, formsOf)
    for (const stem of phrase[0] ?? []) {
      const there = index.get(stem)
      if (there) there.push({ owner, phrase })
      else index.set(stem, [{ owner, phrase }])
    }
  }
  return index
}

/** Does a phrase stand at a word, in its order, with at most `gap` other words between two of its own? Gives its last word. */
export function inOrderAt(
  words: readonly TextWord[],
  at: number,
  phrase: Phrase,
  gap: number,
): number | null {
  let last = at
  for (const stems of phrase.slice(1)) {
    const next = words.findIndex(
      (word, index) => index > last && index <= last + gap + 1 && stems.has(word.stem),
    )
    if (next < 0 || words[next]?.sentence !== words[at]?.sentence) return null
    last = next
  }
  return last
}

/** The words of a phrase around its first one, in any order, in its sentence and at most `reach` words away; null if one is missing. */
export function togetherAt(
  words: readonly TextWord[],
  at: number,
  phrase: Phrase,
  reach: number,
): readonly number[] | null {
  const found = [at]
  for (const stems of phrase.slice(1)) {
    const near = nearest(words, at, stems, reach, found)
    if (near === null) return null
    found.push(near)
  }
  return found
}

function nearest(
  words: readonly TextWord[],
  at: number,
  stems: ReadonlySet<string>,
  reach: number,
  taken: readonly number[],
): number | null {
  for (let distance = 1; distance <= reach; distance++)
    for (const index of [at + distance, at - distance]) {
      const word = words[index]
      if (!word || word.sentence !== words[at]?.sentence) continue
      if (stems.has(word.stem) && !taken.includes(index)) return index
    }
  return null
}
