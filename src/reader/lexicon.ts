import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ModelError } from './manifest.js'

const LIST_NAMES = ['bigPlaces', 'smallPlaces', 'given', 'family', 'bodies'] as const

/** Lists of names that come with a model (training/make_lexicon.py writes them), all in lower case. */
export type NameLists = Readonly<Record<(typeof LIST_NAMES)[number], readonly string[]>>

/** Look-ups over the lists. */
export interface Lexicon {
  readonly places: ReadonlyMap<string, number>
  readonly bodies: ReadonlyMap<string, number>
  readonly given: ReadonlySet<string>
  readonly family: ReadonlySet<string>
  /** What a place's or a body's first word may be. */
  readonly openings: ReadonlySet<string>
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
  const places = new Map(lists.smallPlaces.map((name) => [keyOf(name), SMALL_PLACE]))
  for (const name of lists.bigPlaces) places.set(keyOf(name), BIG_PLACE)
  const openings = new Set<string>()
  for (const list of [lists.smallPlaces, lists.bigPlaces, lists.bodies])
    for (const name of list) addOpenings(openings, name)
  return {
    places,
    bodies: new Map(lists.bodies.map((name) => [keyOf(name), BODY])),
    given: new Set(lists.given),
    family: new Set(lists.family),
    openings,
  }
}

/**
 * One number a word: whether it begins or is inside a small or big place's name, is a given name, is a family name,
 * begins or is inside a body's name. The network learns how far to trust it. training/lexicon.py does the same.
 */
export function hintsOf(lexicon: Lexicon, words: readonly string[]): number[] {
  const low = words.map((word) => word.toLowerCase().replaceAll('’', "'"))
  const places = longestEntries(lexicon, low, lexicon.places, INSIDE_PLACE)
  const bodies = longestEntries(lexicon, low, lexicon.bodies, INSIDE_BODY)
  return low.map((word, i) => {
    const person = 2 * Number(lexicon.given.has(word)) + Number(lexicon.family.has(word))
    return ((places[i] ?? 0) * 4 + person) * 3 + (bodies[i] ?? 0)
  })
}

/** From left to right the longest entries: the entry's number on its first word, `inside` on the others. */
function longestEntries(
  { openings }: Lexicon,
  low: readonly string[],
  table: ReadonlyMap<string, number>,
  inside: number,
): Uint8Array {
  const found = new Uint8Array(low.length)
  for (let i = 0; i < low.length;) {
    const size = openings.has(low[i] ?? '') ? sizeAt(low, i, table) : 0
    if (size > 0) {
      found.fill(inside, i + 1, i + size)
      found[i] = table.get(keyOf(low.slice(i, i + size).join(' '))) ?? 0
    }
    i += Math.max(1, size)
  }
  return found
}

function sizeAt(low: readonly string[], first: number, table: ReadonlyMap<string, number>): number {
  for (let size = Math.min(LONGEST, low.length - first); size > 0; size--)
    if (table.has(keyOf(low.slice(first, first + size).join(' ')))) return size
  return 0
}

const MARKS = /[-'.]/

/** Names are compared without white space about marks: how a text's words are split there does not matter. */
function keyOf(name: string): string {
  return MARKS.test(name) ? name.replace(/ ?([-'.]) ?/g, '$1') : name
}

/** What the first word of a name may be, as a text's words are split. */
function addOpenings(openings: Set<string>, name: string): void {
  const blank = name.indexOf(' ')
  const first = blank < 0 ? name : name.slice(0, blank)
  openings.add(first)
  if (!MARKS.test(first)) return
  openings.add(first.split(MARKS)[0] ?? '')
  openings.add(first.replace(/\.+$/, ''))
}
