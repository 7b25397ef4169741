import type { PartyRecord, TokenRange } from '../../core/index.js'
import type { Board } from './board.js'
import { isFree, layMention, lookupOn, lowerAt, partyOn, wordsOf } from './board.js'
import { trimName } from './names.js'
import type { OfficePhrase } from './offices.js'
import { isOfficeHead, officeAt, officeBefore } from './offices.js'
import officeWords from './office-words.json' with { type: 'json' }
import type { PartyDraft } from './party-drafts.js'
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

const TITLES = new Set(officeWords.titles)

/** Lay all persons and their introductions. `known` are the persons of the ledger. */
export function layPersons(board: Board, known: readonly PartyRecord[]): void {
  const names = personRanges(board).map((range) => withOffices(board, range))
  const countries = names.map((name) => countryOf(board, name))
  const groups = joinNames(names, countries)
  const persons = groups.map((group) => personOf(board, group, names, countries, known))
  names.forEach((name, number) => {
    const person = persons[groups.findIndex((group) => group.includes(number))]
    if (person) layPerson(board, name, person)
  })
}

/** The reader's persons, and capitalised words after an office that it overlooked. */
function personRanges(board: Board): TokenRange[] {
  const { parse, reading } = board.scene
  const ranges: TokenRange[] = []
  for (const name of joinedPersons(board)) {
    const range = withoutTitles(board, trimName(board, name))
    if (range && isFree(board, range)) ranges.push(range)
  }
  const isNamed = (at: number): boolean =>
    board.taken[at] !== null || ranges.some((range) => range.first <= at && at < range.last)
  reading.tokens.forEach((token, at) => {
    if (!isOfficeHead(parse, at) || !/^\p{Lu}/u.test(token.text)) return
    let last = at + 1
    while (last < at + 4 && isNamePart(board, last) && !isNamed(last)) last++
    const isEnough = last > at + 2 || (last === at + 2 && SOLO_OFFICES.test(token.text))
    if (isEnough && !isNamed(last)) ranges.push({ first: at + 1, last })
  })
  ranges.push(...overlookedRanges(board, ranges, isNamed))
  return ranges.sort((a, b) => a.first - b.first)
}

/** Words the reader overlooked: "Mr Nkosi", and the surname of somebody whose full name it saw. */
function overlookedRanges(
  board: Board,
  ranges: readonly TokenRange[],
  isNamed: (at: number) => boolean,
): TokenRange[] {
  const surnames = new Set(
    ranges.flatMap((range) => {
      const words = wordsOf(board, range)
      const { surname } = partsOfName(words)
      return range.last - range.first > 1 && surname.length > 3 && !/\s/.test(surname)
        ? [surname]
        : []
    }),
  )
  return board.scene.reading.tokens.flatMap((token, at): TokenRange[] => {
    if (!token.tag.startsWith('NNP') || isNamed(at)) return []
    const isTitled = TITLES.has(lowerAt(board, at - 1).replace(/\.$/, '')) && isNamePart(board, at)
    return isTitled || surnames.has(token.text) ? [{ first: at, last: at + 1 }] : []
  })
}

/** Offices after which a single capitalised word is a surname. */
const SOLO_OFFICES =
  /^(?:President|Minister|Chancellor|Premier|Ambassador|Senator|King|Queen|Emir)$/

/** The reader's persons, those that a hyphen or a blank parts joined: "Kassym", "-", "Jomart Tokayev". */
function joinedPersons(board: Board): TokenRange[] {
  const { names, tokens } = board.scene.reading
  const joined: TokenRange[] = []
  for (const name of names) {
    if (name.type !== 'person') continue
    const whole = acrossHyphens(board, name)
    const last = joined.at(-1)
    const between =
      last &&
      tokens
        .slice(last.last, name.first)
        .map((token) => token.text)
        .join('')
    const isOne = last !== undefined && (between === '' || between === '-' || between === '‑')
    const isSameSentence = last && tokens[last.first]?.sentence === tokens[whole.first]?.sentence
    if (isOne && isSameSentence) joined[joined.length - 1] = { first: last.first, last: whole.last }
    else joined.push(whole)
  }
  return joined
}

/** A name with the words that a hyphen without blanks ties to it: "Frank-" before "Walter Steinmeier". */
function acrossHyphens(board: Board, name: TokenRange): TokenRange {
  const { tokens } = board.scene.reading
  const isTied = (at: number): boolean => {
    const [before, hyphen, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
    return (
      /^[-‑]$/.test(hyphen?.text ?? '') &&
      before?.end === hyphen?.start &&
      hyphen?.end === after?.start &&
      [before, after].every((token) => /^\p{Lu}/u.test(token?.text ?? ''))
    )
  }
  let { first, last } = name
  while (first >= 2 && isTied(first - 1) && !board.taken[first - 2]) first -= 2
  while (isTied(last) && !board.taken[last + 1]) last += 2
  return { first, last }
}

function isNamePart(board: Board, at: number): boolean {
  const token = board.scene.reading.tokens[at]
  const isWord = token !== undefined && /^\p{Lu}\p{Ll}+$/u.test(token.text) && token.tag === 'NNP'
  return (
    isWord &&
    !isOfficeHead(board.scene.parse, at) &&
    !officeWords.modifiers.includes(token.text.toLowerCase())
  )
}

/** A name without the titles and office words that the reader left before it. */
function withoutTitles(board: Board, range: TokenRange): TokenRange | null {
  let first = range.first
  for (let at = range.first; at < range.last - 1; at++) {
    const word = lowerAt(board, at).replace(/\.$/, '')
    if (
      TITLES.has(word) ||
      isOfficeHead(board.scene.parse, at) ||
      board.taken[at]?.form === 'demonym'
    )
      first = at + 1
  }
  const words = wordsOf(board, { first, last: range.last })
  return /^\p{L}/u.test(words) ? { first, last: range.last } : null
}

function withOffices(board: Board, range: TokenRange): PersonName {
  const { parse, reading } = board.scene
  const sentence = reading.sentences[reading.tokens[range.first]?.sentence ?? 0]
  const lookup = lookupOn(board)
  let floor = sentence?.first ?? 0
  const limit = sentence?.last ?? reading.tokens.length
  let start = range.first
  while (start > floor && TITLES.has(lowerAt(board, start - 1).replace(/\.$/, ''))) start--
  floor = Math.max(floor, 0)
  const before = officeBefore(parse, start, floor, lookup)
  const isComma = /^[,(–—]$/.test(lowerAt(board, range.last))
  const found = isComma ? officeAt(parse, range.last + 1, limit, lookup) : null
  const after = found && isAppositionEnd(board, found.whole.last) ? found : null
  return { range, words: wordsOf(board, range).replace(/\s+/g, ' '), before, after }
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
  const before = board.taken[name.range.first - 1]
  return before?.form === 'demonym' ? (before.parties[0]?.country ?? null) : null
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
  known: readonly PartyRecord[],
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
  known: readonly PartyRecord[],
): PartyRecord | null {
  const persons = known.filter((party) => party.type === 'person')
  const same = persons.filter(
    (party) =>
      plainLetters(party.name) === plainLetters(name) &&
      (party.country === null || country === null || party.country === country),
  )
  if (same.length > 0) return same.length === 1 ? (same[0] ?? null) : null
  const isFull = /\s/.test(name)
  const alike = persons.filter((party) => {
    if (party.country === null || party.country !== country) return false
    return isFull
      ? /\s/.test(party.name) && mayBeOnePerson(name, party.name)
      : isShortForm(name, party.name)
  })
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
