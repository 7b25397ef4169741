import type { PartyRecord, TokenRange } from '../../core/index.js'
import { headOfRange, relationOf } from '../parse.js'
import type { Board } from './board.js'
import { isFree, layMention, lookupOn, lowerAt, partyOn, wordsOf } from './board.js'
import type { KnownPersons } from './known-persons.js'
import type { OfficePhrase } from './offices.js'
import { LONGEST_OFFICE_TOKENS, officeAt, officeBefore } from './offices.js'
import type { PartyDraft } from './party-drafts.js'
import officeWords from './office-words.json' with { type: 'json' }
import { isNamePart, personRanges, TITLES } from './person-names.js'
import {
  mayBeOnePerson,
  mayBeShortFor,
  partsOfName,
  plainLetters,
  spellingKey,
} from './variants.js'

/** Persons: every name the reader sees, short forms joined to the full name, with the offices beside them. */

interface PersonName {
  readonly range: TokenRange
  readonly words: string
  readonly before: OfficePhrase | null
  readonly after: OfficePhrase | null
}

/** Lay all persons and their introductions. `known` are the persons of the ledger. */
export function layPersons(board: Board, known: KnownPersons): void {
  const ranges = personRanges(board)
  const names = ranges.map((range, at) => withOffices(board, range, ranges[at - 1]?.last ?? 0))
  const countries = names.map((name) => countryOf(board, name))
  const groups = joinNames(names, countries)
  const persons = groups.map((group) => personOf(board, group, names, countries, known))
  names.forEach((name, number) => {
    const person = persons[groups.findIndex((group) => group.includes(number))]
    if (person) layPerson(board, name, person)
  })
}

function withOffices(board: Board, range: TokenRange, previous: number): PersonName {
  const { parse, reading } = board.scene
  const sentence = reading.sentences[reading.tokens[range.first]?.sentence ?? 0]
  const lookup = lookupOn(board)
  const floor = Math.max(sentence?.first ?? 0, previous)
  const limit = sentence?.last ?? reading.tokens.length
  let start = range.first
  while (start > floor && TITLES.has(lowerAt(board, start - 1).replace(/\.$/, ''))) start--
  const isComma = /^[,(–—]$/.test(lowerAt(board, range.last))
  const found = isComma ? officeAt(parse, range.last + 1, limit, lookup) : null
  const after = found && isAppositionEnd(board, found.whole.last) ? found : null
  const beside = officeBefore(parse, start, floor, lookup)
  const isRank = beside !== null && beside.ofToken === null && isOnlyRank(board, beside)
  const first = isRank ? beside.first : start
  const apart =
    (beside === null || isRank) && !after
      ? officeBeforeComma(board, { first, last: range.last }, floor)
      : null
  const before = apart ?? withStateAfter(board, beside, range)
  return { range, words: wordsOf(board, range).replace(/\s+/g, ' '), before, after }
}

/** "President Joseph Banda of Zambia": the office before a name, held in the state after it. */
function withStateAfter(
  board: Board,
  office: OfficePhrase | null,
  name: TokenRange,
): OfficePhrase | null {
  if (!office || office.ofToken !== null || lowerAt(board, name.last) !== 'of') return office
  const state = board.taken[name.last + 1]
  return state?.parties[0]?.type === 'country' ? { ...office, ofToken: state.first } : office
}

const RANKS = new Set(officeWords.ranks)

/** "Major General": words of a rank, which say nothing of the office that is held. */
function isOnlyRank(board: Board, office: TokenRange): boolean {
  return wordsOf(board, office)
    .split(/\s+/)
    .every((word) => RANKS.has(word.toLowerCase()))
}

/** "the Saudi ambassador to Yemen, Faisal al-Otaibi, said": the office that ends at the comma before a name. */
function officeBeforeComma(board: Board, name: TokenRange, floor: number): OfficePhrase | null {
  const comma = name.first - 1
  if (lowerAt(board, comma) !== ',' || !isApposition(board, name)) return null
  const lookup = lookupOn(board)
  for (let at = Math.max(floor, comma - LONGEST_OFFICE_TOKENS); at < comma; at++) {
    const office = officeAt(board.scene.parse, at, comma, lookup)
    if (office?.whole.last !== comma || /^(?:of|under|for)$/.test(lowerAt(board, at - 1))) continue
    const isDefinite = /^(?:the|his|her|its|their)$/.test(lowerAt(board, at))
    if (office.ofToken !== null || isDefinite) return office
  }
  return null
}

/** A name that explains the noun before its comma closes; "after meeting the envoy, Kenya's Ruto said" does not. */
function isApposition(board: Board, name: TokenRange): boolean {
  const head = headOfRange(board.scene.parse, name)
  const isClosed = /^[,.;:)–—-]$/.test(lowerAt(board, name.last))
  return isClosed || relationOf(board.scene.parse, head) === 'appos'
}

/** An office after a comma must close: what follows may not be a name of its own ("Merkel, President Macron"). */
function isAppositionEnd(board: Board, at: number): boolean {
  return !isNamePart(board, at) || /^[.,;:)–—-]$/.test(lowerAt(board, at))
}

/** The country that the words around a name give the person, or null. */
function countryOf(board: Board, name: PersonName): string | null {
  for (const office of [name.before, name.after]) {
    const holder = office === null || office.ofToken === null ? null : board.taken[office.ofToken]
    const country = holder?.parties[0]?.country
    if (country) return country
  }
  const skip = lowerAt(board, name.range.first - 1) === ',' ? 1 : 0
  const isPeer = lowerAt(board, name.range.first - 1 - skip) === 'counterpart'
  const nouns = isPeer ? 1 + skip : nounsBefore(board, name.range.first)
  const before = board.taken[name.range.first - nouns - 1]
  return before?.form === 'demonym' ? (before.parties[0]?.country ?? null) : null
}

/** How many common nouns stand right before a name: one in "French cyclist Lucas Monnier". */
function nounsBefore(board: Board, first: number): number {
  const { tokens } = board.scene.reading
  let count = 0
  while (count < 2 && tokens[first - 1 - count]?.tag === 'NN') count++
  return count
}

/**
 * Which names are one person's: full names that agree and whose countries do not differ; then each single word with
 * the nearest full name before it that it can be short for, else the first one after it. Gives groups of numbers.
 */
function joinNames(
  names: readonly PersonName[],
  countries: readonly (string | null)[],
): number[][] {
  const groups: number[][] = []
  const agrees = (a: number, b: number): boolean =>
    !countries[a] || !countries[b] || countries[a] === countries[b]
  const words = (at: number): string => names[at]?.words ?? ''
  const isFull = (at: number): boolean => /\s/.test(words(at))
  names.forEach((_, at) => {
    if (!isFull(at)) return
    const group = groups.find((one) =>
      one.every((other) => mayBeOnePerson(words(at), words(other)) && agrees(at, other)),
    )
    if (group) group.push(at)
    else groups.push([at])
  })
  const fullGroups = [...groups]
  names.forEach((_, at) => {
    if (isFull(at)) return
    const fits = (group: readonly number[]): boolean =>
      group.some((other) => mayBeShortFor(words(at), words(other))) &&
      group.every((other) => agrees(at, other))
    const group =
      nearestGroup(fullGroups.filter(fits), at) ??
      groups.find((one) => !fullGroups.includes(one) && fits(one))
    if (group) group.push(at)
    else groups.push([at])
  })
  return groups
}

function nearestGroup(groups: readonly number[][], at: number): number[] | null {
  let best: number[] | null = null
  let bestBefore = -1
  for (const group of groups) {
    const before = Math.max(-1, ...group.filter((other) => other < at))
    if (best === null || before > bestBefore) [best, bestBefore] = [group, before]
  }
  return best
}

function personOf(
  board: Board,
  group: readonly number[],
  names: readonly PersonName[],
  countries: readonly (string | null)[],
  known: KnownPersons,
): PartyDraft {
  const forms = group.map((at) => names[at]?.words ?? '')
  const name = fullestForm(forms)
  const country = group.map((at) => countries[at]).find((code) => typeof code === 'string') ?? null
  const earlier = earlierPerson(name, country, known)
  const party = partyOn(board, {
    name: earlier?.name ?? name,
    type: 'person',
    country: earlier ? earlier.country : country,
    cameo: earlier?.cameo ?? null,
    wikidata: earlier?.wikidata ?? null,
  })
  forms.forEach((form) => party.aliases.add(form))
  return party
}

/** The form with most words, written with small letters where there is such a one; of equals the first. */
function fullestForm(forms: readonly string[]): string {
  const score = (form: string): number =>
    form.split(/[\s-]+/).length * 2 + (form === form.toUpperCase() && form.length > 3 ? -3 : 0)
  return forms.reduce((best, form) => (score(form) > score(best) ? form : best))
}

/**
 * The ledger's person that a name means: the same name, else one spelling variant or (for a single word) one full
 * name it is short for. Countries must not differ, and for anything but the same name both must be known and equal,
 * so that two people of one name stay two. Null when none, or more than one, fits.
 */
function earlierPerson(
  name: string,
  country: string | null,
  known: KnownPersons,
): PartyRecord | null {
  const namesakes = known.byName.get(plainLetters(name)) ?? []
  const same = namesakes.filter(
    (party) => party.country === null || country === null || party.country === country,
  )
  if (same.length > 0) return same.length === 1 ? (same[0] ?? null) : null
  const isFull = /\s/.test(name)
  const compatriots = country === null ? [] : (known.byCountry.get(country) ?? [])
  const alike = compatriots.filter((party) =>
    isFull
      ? /\s/.test(party.name) && mayBeOnePerson(name, party.name)
      : isShortForm(name, party.name),
  )
  return alike.length === 1 ? (alike[0] ?? null) : null
}

function isShortForm(word: string, full: string): boolean {
  return spellingKey(partsOfName(full).surname) === spellingKey(word) || mayBeShortFor(word, full)
}

/** Lay the mention of a person, its office and title words included, and note the introduction. */
function layPerson(board: Board, name: PersonName, person: PartyDraft): void {
  const { before, after, range } = name
  let first = range.first
  if (before && before.last === first && before.ofToken !== null && before.ofToken < before.first)
    first = before.first
  else if (before && before.last === first && before.ofToken === null) first = before.first
  while (TITLES.has(lowerAt(board, first - 1).replace(/\.$/, ''))) first--
  layMention(board, { first, last: range.last }, 'name', [person], name.words)
  for (const office of [before, after]) {
    if (!office) continue
    const of = office.ofToken === null ? null : (board.taken[office.ofToken]?.parties[0] ?? null)
    const whole = {
      first: Math.min(office.whole.first, first),
      last: Math.max(office.whole.last, range.last),
    }
    board.introductions.push({
      person,
      office: { first: office.first, last: office.last },
      of,
      range: whole,
    })
    const free = { first: office.first, last: office.last }
    if (office === after && isFree(board, free)) layMention(board, free, 'office', [person])
  }
}
