import type {
  NameType,
  NewsDocument,
  ReadAttribution,
  Reading,
  ReadLink,
  ReadName,
  ReadTime,
  ReadToken,
  TimexType,
  TokenRange,
} from '../../core/index.js'
import { documentIdOf } from '../../core/index.js'

/** Readings written by hand, for tests: a text, and beside it what a reader would say of it. */

export interface ReadingNotes {
  /**
   * One line a sentence, its words in order as `TAG:head:relation`; `head` counts the sentence's words from 1, 0 is
   * the root. A sentence without a line gets guessed tags and a flat tree.
   */
  readonly parse?: readonly string[]
  /** Names as `type: words`, e.g. `person: Roman Vassilenko`; every occurrence of the words is marked. */
  readonly names?: readonly string[]
  readonly attributions?: readonly AttributionNote[]
  /** Time expressions as `TYPE: words`. */
  readonly times?: readonly string[]
  /** Pairs of words: the mention's head word and its antecedent's, each with `@n` for the n-th occurrence. */
  readonly links?: readonly (readonly [string, string])[]
}

/** Words of the text; `@n` at the end means their n-th occurrence. */
export interface AttributionNote {
  readonly source?: string
  readonly cue?: string
  readonly content: readonly string[]
}

const WORD =
  /\p{L}\.(?:\p{L}\.)+|\d+(?:[.,:]\d+)*|[\p{L}\p{M}\d]+(?:[&][\p{L}\p{M}\d]+)*?(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|[\p{L}\p{M}\d]+(?:[&][\p{L}\p{M}\d]+)*|\S/gu

/** A reading of a text with the notes given. Sentences end at lines and at `. ! ?` (with closing quotation marks). */
export function buildReading(text: string, notes: ReadingNotes = {}): Reading {
  const pieces = [...text.matchAll(WORD)].map((m) => ({ text: m[0], start: m.index }))
  const sentences = splitSentences(text, pieces)
  const tokens = sentences.flatMap((range, sentence) =>
    tagSentence(
      pieces.slice(range.first, range.last),
      range.first,
      sentence,
      notes.parse?.[sentence],
    ),
  )
  const find = (words: string): TokenRange => rangeOf(text, tokens, words)
  return {
    document: documentIdOf(text, null, null),
    readerVersion: 'written-by-hand',
    tokens,
    sentences,
    names: namesOf(text, tokens, notes.names ?? []),
    attributions: (notes.attributions ?? []).map((note) => attributionOf(note, find)),
    times: (notes.times ?? []).map((note) => timeOf(note, find)),
    links: (notes.links ?? []).map(([mention, antecedent]): ReadLink => {
      return { mention: find(mention).last - 1, antecedent: find(antecedent).last - 1, score: 0.9 }
    }),
    events: [],
  }
}

/** A document that holds a text, published where and when a test says. */
export function buildDocument(text: string, fields: Partial<NewsDocument> = {}): NewsDocument {
  return {
    kind: 'document',
    id: documentIdOf(text, null, null),
    source: 'test.txt',
    title: null,
    publisher: null,
    url: null,
    published: '2023-06-20',
    publishedBasis: 'metadata',
    place: null,
    language: 'en',
    citedSources: [],
    byline: null,
    text,
    duplicateOf: null,
    ...fields,
  }
}

interface Piece {
  readonly text: string
  readonly start: number
}

function splitSentences(text: string, pieces: readonly Piece[]): TokenRange[] {
  const ranges: TokenRange[] = []
  let first = 0
  pieces.forEach((piece, at) => {
    const next = pieces[at + 1]
    const gap = text.slice(piece.start + piece.text.length, next?.start ?? text.length)
    const closes =
      /^[.!?]$/.test(piece.text) ||
      (/^["”’)]$/.test(piece.text) && /^[.!?]$/.test(pieces[at - 1]?.text ?? ''))
    const opens = !next || /^["“‘(]$/.test(next.text) || /^[\p{Lu}\d]/u.test(next.text)
    if (next && !gap.includes('\n') && !(closes && gap.length > 0 && opens)) return
    ranges.push({ first, last: at + 1 })
    first = at + 1
  })
  return ranges
}

function tagSentence(
  pieces: readonly Piece[],
  offset: number,
  sentence: number,
  line: string | undefined,
): ReadToken[] {
  const notes = line?.trim().split(/\s+/)
  if (notes && notes.length !== pieces.length)
    throw new Error(
      `sentence ${sentence + 1} has ${pieces.length} words (${pieces.map((p) => p.text).join(' ')}), its parse ${notes.length}`,
    )
  return pieces.map((piece, at) => {
    const note = /^(.+):(\d+):(.+?)$/.exec(notes?.[at] ?? '')
    const head = note ? Number(note[2]) - 1 : at === 0 ? -1 : 0
    return {
      text: piece.text,
      start: piece.start,
      end: piece.start + piece.text.length,
      tag: note?.[1] ?? guessTag(piece.text),
      head: head < 0 ? -1 : head + offset,
      relation: note?.[3] ?? (at === 0 ? 'root' : /^\W+$/.test(piece.text) ? 'punct' : 'dep'),
      sentence,
    }
  })
}

function guessTag(word: string): string {
  if (/^[^\p{L}\d]+$/u.test(word)) return /^["“”‘’]$/.test(word) ? "''" : word
  if (/^\d/.test(word)) return 'CD'
  if (/^(he|she|it|they|we|i|him|them)$/i.test(word)) return 'PRP'
  if (/^(his|her|its|their|our)$/i.test(word)) return 'PRP$'
  if (/^(the|a|an|this|both|two)$/i.test(word)) return 'DT'
  if (/^(of|in|for|to|at|on|with|by|from|that)$/i.test(word)) return 'IN'
  if (/(ed|said|told)$/.test(word)) return 'VBD'
  return /^\p{Lu}/u.test(word) ? 'NNP' : 'NN'
}

function rangeOf(text: string, tokens: readonly ReadToken[], note: string): TokenRange {
  const [, words = note, times = '1'] = /^([\s\S]+?)(?:@(\d+))?$/.exec(note) ?? []
  let start = -1
  for (let n = 0; n < Number(times); n++) start = text.indexOf(words, start + 1)
  if (start < 0) throw new Error(`the text does not hold "${note}"`)
  const first = tokens.findIndex((token) => token.end > start)
  const last = tokens.findLastIndex((token) => token.start < start + words.length) + 1
  return { first, last }
}

function namesOf(text: string, tokens: readonly ReadToken[], notes: readonly string[]): ReadName[] {
  const names: ReadName[] = []
  for (const note of notes) {
    const [, type, words] = /^(\w+): (.+)$/.exec(note) ?? []
    if (!words) throw new Error(`"${note}" is no name`)
    for (let at = text.indexOf(words), n = 1; at >= 0; at = text.indexOf(words, at + 1), n++) {
      const range = rangeOf(text, tokens, `${words}@${n}`)
      const overlaps = names.some((name) => name.first < range.last && range.first < name.last)
      if (!overlaps) names.push({ ...range, type: type as NameType, score: 0.9 })
    }
  }
  return names.sort((a, b) => a.first - b.first)
}

function attributionOf(
  note: AttributionNote,
  find: (words: string) => TokenRange,
): ReadAttribution {
  return {
    source: note.source === undefined ? null : find(note.source),
    cue: note.cue === undefined ? null : find(note.cue),
    content: note.content.map(find),
    score: 0.9,
  }
}

function timeOf(note: string, find: (words: string) => TokenRange): ReadTime {
  const [, type, words] = /^([A-Z]+): (.+)$/.exec(note) ?? []
  if (!words) throw new Error(`"${note}" is no time expression`)
  return { ...find(words), type: type as TimexType, score: 0.9 }
}
