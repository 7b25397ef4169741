import type { PartyRecord, ReadToken } from '../../core/index.js'
import type {
  Codebook,
  CodebookParty,
  NameKind,
  NameUse as CodebookName,
} from '../../codebook/index.js'
import { plainLetters } from './variants.js'

/** What a name of the codebook stands for. */
export type NameUse = 'name' | 'demonym' | 'capital' | 'seat' | 'place' | 'body'

export interface NameEntry {
  readonly use: NameUse
  /** The name as the codebook writes it. */
  readonly words: string
  /** Does it count only as written (abbreviations)? */
  readonly exactCase: boolean
  readonly party: Omit<PartyRecord, 'kind' | 'id' | 'aliases'>
}

/** Names of a codebook by their letters ("Nur-Sultan" and "Nur Sultan" are one key). */
export interface Gazetteer {
  readonly entries: ReadonlyMap<string, readonly NameEntry[]>
  readonly countries: ReadonlyMap<string, NameEntry['party']>
  /** Length of the longest name, in letters of its key, for all that a name's first word may begin with. */
  readonly reaches: ReadonlyMap<string, number>
}

export interface NameMatch {
  readonly first: number
  readonly last: number
  readonly entry: NameEntry
}

const LONGEST_NAME_TOKENS = 12
const gazetteers = new WeakMap<Codebook, Gazetteer>()

/** The gazetteer of a codebook, built once for each codebook. */
export function gazetteerOf(codebook: Codebook): Gazetteer {
  const known = gazetteers.get(codebook)
  if (known) return known
  const made = buildGazetteer(codebook)
  gazetteers.set(codebook, made)
  return made
}

function buildGazetteer(codebook: Codebook): Gazetteer {
  const entries = new Map<string, NameEntry[]>()
  const countries = new Map<string, NameEntry['party']>()
  for (const party of codebook.names.parties.values())
    if (party.type === 'country' && party.country !== null)
      countries.set(party.country, seedOf(party))
  for (const use of [...codebook.names.names.values()].flat()) {
    const key = lettersKey(use.written)
    const list = entries.get(key)
    const entry = entryOf(use)
    if (list) list.push(entry)
    else entries.set(key, [entry])
  }
  return { entries, countries, reaches: reachesOf(entries.keys()) }
}

/** See `Gazetteer.reaches`; of names by their letters. */
export function reachesOf(keys: Iterable<string>): Map<string, number> {
  const reaches = new Map<string, number>()
  for (const key of keys) {
    const [word = ''] = key.split(' ', 1)
    // Beginnings too: what is one word in a name ("nursultan") may be several tokens in a text ("Nur", "-", "Sultan").
    for (let end = 1; end <= word.length; end++) {
      const beginning = word.slice(0, end)
      reaches.set(beginning, Math.max(reaches.get(beginning) ?? 0, key.length))
    }
  }
  return reaches
}

function seedOf(party: CodebookParty): NameEntry['party'] {
  const { name, type, country, cameo, wikidata } = party
  return { name, type, country, cameo, wikidata }
}

const USES: Readonly<Partial<Record<NameKind, NameUse>>> = {
  adjective: 'demonym',
  people: 'demonym',
  capital: 'capital',
  seat: 'seat',
  place: 'place',
}

function entryOf({ written, kind, exactCase, party }: CodebookName): NameEntry {
  const seed = seedOf(party)
  const isPlace = kind === 'capital' || kind === 'place'
  const place = {
    name: written,
    type: 'place' as const,
    country: party.country,
    cameo: null,
    wikidata: null,
  }
  const plainUse = party.type === 'country' ? 'name' : party.type === 'place' ? 'place' : 'body'
  return { use: USES[kind] ?? plainUse, words: written, exactCase, party: isPlace ? place : seed }
}

/** Letters and digits of a name, lower case, without accents and punctuation, single blanks between words. */
export function lettersKey(words: string): string {
  return plainLetters(words.replace(/^the /i, ''))
    .replace(/[^\p{L}\p{N}+\s]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The longest names of the gazetteer in a run of tokens, left to right, without overlap. */
export function matchNames(
  gazetteer: Gazetteer,
  text: string,
  tokens: readonly ReadToken[],
): NameMatch[] {
  const keys = tokens.map((token) => lettersKey(token.text))
  const found: NameMatch[] = []
  for (let first = 0; first < tokens.length;) {
    const match = longestMatch(gazetteer, text, tokens, keys, first)
    if (match) found.push(match)
    first = match ? match.last : first + 1
  }
  return found
}

function longestMatch(
  gazetteer: Gazetteer,
  text: string,
  tokens: readonly ReadToken[],
  keys: readonly string[],
  first: number,
): NameMatch | null {
  const reach = gazetteer.reaches.get(keys[first] ?? '') ?? 0
  if (reach === 0) return null
  const sentence = tokens[first]?.sentence
  let key = ''
  let best: NameMatch | null = null
  for (let last = first + 1; last <= first + LONGEST_NAME_TOKENS; last++) {
    const token = tokens[last - 1]
    if (!token || token.sentence !== sentence) break
    if (/^[,;:()"“”!?]$/.test(token.text)) break
    const isApart = token.start > (tokens[last - 2]?.end ?? 0) && last - 1 > first
    key += (isApart ? ' ' : '') + (keys[last - 1] ?? '')
    if (key.length > reach) break
    if (!keys[last - 1]) continue
    const words = text.slice(tokens[first]?.start, token.end)
    const entry = gazetteer.entries.get(key)?.find((one) => isWrittenAs(words, one))
    if (entry) best = { first, last, entry }
  }
  return best
}

/**
 * May these words of a text be that name? Abbreviations only in their own capitals ("US" is not "us"); any other name
 * that starts with a capital needs one ("turkey" is a bird).
 */
function isWrittenAs(words: string, entry: NameEntry): boolean {
  if (entry.exactCase)
    return words.replace(/[^\p{L}\p{N}]/gu, '') === entry.words.replace(/[^\p{L}\p{N}]/gu, '')
  if (/^\p{Lu}/u.test(entry.words.replace(/^the /, ''))) return /^\p{Lu}/u.test(words)
  return true
}
