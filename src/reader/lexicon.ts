import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ModelError } from './manifest.js'

const LIST_NAMES = ['bigPlaces', 'smallPlaces', 'given', 'family', 'bodies'] as const

/** Lists of names that come with a model (training/make_lexicon.py writes them), all in lower case. */
export type NameLists = Readonly<Record<(typeof LIST_NAMES)[number], readonly string[]>>

/** Look-ups over the lists. */
export interface Lexicon {
  readonly places: NameTable
  readonly bodies: NameTable
  readonly given: ReadonlySet<string>
  readonly family: ReadonlySet<string>
}

/** Entries of one kind, by their keys (see `keyOf`). */
interface NameTable {
  readonly kinds: Map<string, number>
  /** For a word that may begin an entry of more words or one with marks: how many words that may have at most. */
  readonly longest: Map<string, number>
}

const SMALL_PLACE = 1
const BIG_PLACE = 2
const INSIDE_PLACE = 3
const BODY = 1
const INSIDE_BODY = 2
/** Longest entry in words; longer ones are not found. */
const LONGEST = 8

/** Loads a model's lexicon. Throws ModelError when it is missing or not one. */
export function loadLexicon(folder: string): Lexicon {
  const path = join(folder, 'lexicon.json')
  try {
    const lists = JSON.parse(readFileSync(path, 'utf8')) as Partial<NameLists>
    // A schema over 140,000 strings would take longer than all the rest of loading; the manifest vouches for the file.
    const missing = LIST_NAMES.find((name) => !Array.isArray(lists[name]))
    if (missing) throw new Error(`it has no list ${missing}`)
    return indexLexicon(lists as NameLists)
  } catch (error) {
    throw new ModelError(`${path} cannot be loaded: ${String(error)}`)
  }
}

/** Look-ups over lists of lower-case names. */
export function indexLexicon(lists: NameLists): Lexicon {
  const places: NameTable = { kinds: new Map(), longest: new Map() }
  const bodies: NameTable = { kinds: new Map(), longest: new Map() }
  const marked: MarkedName[] = [
    ...addNames(places, lists.smallPlaces, SMALL_PLACE),
    ...addNames(places, lists.bigPlaces, BIG_PLACE),
    ...addNames(bodies, lists.bodies, BODY),
  ]
  const openings = new Set(marked.flatMap(({ name }) => openingsOf(name)))
  for (const { key, table } of marked)
    for (const word of firstWordsOf(key))
      if (!MARKS.test(word) || openings.has(word)) raise(table.longest, word, mostWordsOf(key))
  return { places, bodies, given: new Set(lists.given), family: new Set(lists.family) }
}

/** A name with marks, its key and where it stands. */
interface MarkedName {
  readonly name: string
  readonly key: string
  readonly table: NameTable
}

/** Adds names to a table, but for what may begin those with marks, which it gives back: they are few, and take longer. */
function addNames(table: NameTable, names: readonly string[], kind: number): MarkedName[] {
  const marked: MarkedName[] = []
  for (const name of names) {
    const isMarked = MARKS.test(name)
    const key = isMarked ? keyOf(name) : name
    table.kinds.set(key, kind)
    const blank = name.indexOf(' ')
    if (isMarked) marked.push({ name, key, table })
    else if (blank >= 0) raise(table.longest, name.slice(0, blank), mostWordsOf(name))
  }
  return marked
}

function raise(longest: Map<string, number>, word: string, size: number): void {
  if ((longest.get(word) ?? 0) < size) longest.set(word, size)
}

/** How many words of a text may make up a name: a mark may be a word, or end one, wherever it stands. */
function mostWordsOf(key: string): number {
  let words = 1
  for (let i = 0; i < key.length && words < LONGEST; i++)
    words += key[i] === ' ' ? 1 : isMark(key, i) ? 2 : 0
  return Math.min(words, LONGEST)
}

/** Words that may stand first where a text has the name of this key: cut at marks in any way. */
function firstWordsOf(key: string): string[] {
  const blank = key.indexOf(' ')
  const end = blank < 0 ? key.length : blank
  const words = [key.slice(0, end)]
  for (let i = 1; i < end; i++)
    if (isMark(key, i) || isMark(key, i - 1)) words.push(key.slice(0, i))
  return words
}

/**
 * One number a word: whether it begins or is inside a small or big place's name, is a given name, is a family name,
 * begins or is inside a body's name. The network learns how far to trust it. training/lexicon.py does the same.
 */
export function hintsOf(lexicon: Lexicon, words: readonly string[]): number[] {
  const low = words.map((word) => word.toLowerCase().replaceAll('’', "'"))
  const places = longestEntries(low, lexicon.places, INSIDE_PLACE)
  const bodies = longestEntries(low, lexicon.bodies, INSIDE_BODY)
  return low.map((word, i) => {
    const person = 2 * Number(lexicon.given.has(word)) + Number(lexicon.family.has(word))
    return ((places[i] ?? 0) * 4 + person) * 3 + (bodies[i] ?? 0)
  })
}

/** From left to right the longest entries: the entry's number on its first word, `inside` on the others. */
function longestEntries(low: readonly string[], table: NameTable, inside: number): Uint8Array {
  const found = new Uint8Array(low.length)
  for (let i = 0; i < low.length;) i += markEntry(low, i, table, inside, found)
  return found
}

/** Marks the longest entry that begins at word `first`. Gives by how many words to go on. */
function markEntry(
  low: readonly string[],
  first: number,
  { kinds, longest }: NameTable,
  inside: number,
  found: Uint8Array,
): number {
  const word = low[first] ?? ''
  const most = longest.get(word)
  if (most === undefined) {
    // With a mark the word would be in `longest`, were it a known way to begin.
    const kind = kinds.get(word)
    if (kind !== undefined && !MARKS.test(word)) found[first] = kind
    return 1
  }
  let key = word
  let kind = kinds.get(key)
  let size = kind === undefined ? 0 : 1
  for (let next = first + 1; next < Math.min(first + most, low.length); next++) {
    key = lengthened(key, low[next] ?? '')
    const longer = kinds.get(key)
    if (longer === undefined) continue
    kind = longer
    size = next + 1 - first
  }
  if (kind === undefined) return 1
  found.fill(inside, first + 1, first + size)
  found[first] = kind
  return size
}

const MARKS = /[-'.]/

/** Names are compared without white space about marks: how a text's words are split there does not matter. */
function keyOf(name: string): string {
  return name.replace(/ ?([-'.]) ?/g, '$1')
}

/** The key of words with one more word behind them, from the key of those words: as `keyOf` of all of them. */
function lengthened(key: string, word: string): string {
  return isMark(key, key.length - 1) || isMark(word, 0) ? key + word : `${key} ${word}`
}

function isMark(text: string, at: number): boolean {
  const char = text[at]
  return char === '-' || char === "'" || char === '.'
}

/** What the first word of a name with marks may be, as a text's words are split. */
function openingsOf(name: string): string[] {
  const first = name.split(' ', 1)[0] ?? ''
  return [first, first.split(MARKS)[0] ?? '', first.replace(/\.+$/, '')]
}
