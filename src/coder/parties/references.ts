import { conjuncts, relationOf } from '../parse.js'
import type { Board } from './board.js'
import {
  isFree,
  layMention,
  lookupOn,
  lowerAt,
  mentionsOn,
  partyOn,
  stateOn,
  wordsOf,
} from './board.js'
import { isOfficeHead, officeAt } from './offices.js'
import givenNames from './given-names.json' with { type: 'json' }
import type { OfficePhrase } from './offices.js'
import officeWords from './office-words.json' with { type: 'json' }
import type { Quotation } from '../quotations.js'
import type { MentionDraft, PartyDraft } from './party-drafts.js'
import { plainLetters } from './variants.js'

/** Words that mean a party named elsewhere: "the German president", "he", "its". */

const PEOPLE = new Set(officeWords.people)
const GENERIC = new Set(officeWords.generic)
const LEADERS =
  /\b(?:president|prime minister|premier|chancellor|king|queen|emir|sultan|leader|head of state|prince|taoiseach|ruler|monarch)\b/i

/** Lay offices that stand without a name: the person who holds them, where the text names one. */
export function layOffices(board: Board): void {
  const { parse, reading } = board.scene
  const lookup = lookupOn(board)
  for (let at = 0; at < reading.tokens.length; at++) {
    if (!isOfficeHead(parse, at) || !PEOPLE.has(lowerAt(board, at)) || board.taken[at]) continue
    const start = phraseStart(board, at)
    const limit =
      reading.sentences[reading.tokens[at]?.sentence ?? 0]?.last ?? reading.tokens.length
    const office = officeAt(parse, start, limit, lookup)
    if (!office || office.first > at || office.last <= at) continue
    const parties = holdersOf(board, office, start)
    const inner = { first: office.first, last: office.last }
    if (parties.length > 0 && isFree(board, inner)) {
      const first =
        start < office.first && board.taken[office.first - 1]?.form === 'demonym'
          ? start
          : office.first
      layMention(board, { first, last: office.last }, 'office', parties)
    }
    at = Math.max(at, office.last - 1)
  }
}

/** Where the noun phrase of an office begins: before its modifiers, its state and its article. */
function phraseStart(board: Board, head: number): number {
  let at = head
  const isWord = (place: number): boolean => {
    const word = lowerAt(board, place)
    const tag = board.scene.reading.tokens[place]?.tag ?? ''
    return (
      officeWords.modifiers.includes(word) ||
      isOfficeHead(board.scene.parse, place) ||
      (word === '-' && tag !== ',')
    )
  }
  while (at > 0 && !board.taken[at - 1] && isWord(at - 1)) at--
  if (/^['’]s?$/.test(lowerAt(board, at - 1)) && board.taken[at - 2])
    return board.taken[at - 2]?.first ?? at
  const before = board.taken[at - 1]
  if (before && before.parties[0]?.type !== 'person') at = before.first
  return /^(the|a|an)$/.test(lowerAt(board, at - 1)) ? at - 1 : at
}

/** Who holds an office named alone: a person of the text; else (for "an EU official") the state or body itself. */
function holdersOf(board: Board, office: OfficePhrase, start: number): PartyDraft[] {
  const owner = office.ofToken === null ? null : (board.taken[office.ofToken]?.parties[0] ?? null)
  const title = wordsOf(board, { first: office.first, last: office.last })
  const isIndefinite = /^(a|an)$/.test(lowerAt(board, start)) || /s$/.test(title)
  if (isIndefinite) return owner && owner.type !== 'place' ? [owner] : []
  const person = holderInText(board, title, owner, office.first)
  if (person) return [person]
  if (!owner || owner.type === 'place') return []
  if (owner.type !== 'country' || GENERIC.has(title.toLowerCase())) return [owner]
  const name = `${title[0]?.toUpperCase() ?? ''}${title.slice(1)} of ${owner.name}`
  return [
    partyOn(board, {
      name,
      type: 'government',
      country: owner.country,
      cameo: owner.country && `${owner.country}GOV`,
      wikidata: null,
    }),
  ]
}

/** The person last named before a token who holds such an office in such a state; else one named after it. */
function holderInText(
  board: Board,
  title: string,
  owner: PartyDraft | null,
  at: number,
): PartyDraft | null {
  const persons = mentionsOn(board).filter(
    (one) => one.form !== 'pronoun' && one.parties[0]?.type === 'person',
  )
  const fits = (mention: MentionDraft): boolean => {
    const person = mention.parties[0]
    if (!person) return false
    const offices = board.introductions.filter((one) => one.person === person)
    const isOwned =
      !owner ||
      offices.some((one) => one.of === owner) ||
      (owner.country !== null && person.country === owner.country)
    return (
      isOwned &&
      offices.some((one) => isSameOffice(title, wordsOf(board, one.office), owner !== null))
    )
  }
  const before = persons.findLast((mention) => mention.first < at && fits(mention))
  return (before ?? persons.find(fits))?.parties[0] ?? null
}

function isSameOffice(title: string, held: string, hasOwner: boolean): boolean {
  const [a, b] = [title.toLowerCase(), held.toLowerCase()]
  if (/\bleader\b|head of (state|government)|\bruler\b/.test(a))
    return LEADERS.test(b) && !/\bdeputy|vice|spokes/.test(b)
  if (/diplomat$/.test(a))
    return /foreign|external|ambassador|envoy|representative|consul|diplomat|secretary of state/.test(
      b,
    )
  if (/(official|politician|statesman|veteran)$/.test(a)) return hasOwner || b.includes(a)
  const heads = (words: string): string =>
    words
      .split(/\s+(?:of|for|to|on)\s+/)[0]
      ?.split(/\s+/)
      .at(-1) ?? words
  if (heads(a) !== heads(b)) return false
  const isDeputy = (words: string): boolean => /\b(?:deputy|vice)\b/.test(words)
  return isDeputy(a) === isDeputy(b) || !/\s/.test(a)
}

const PERSON_PRONOUNS = new Set(['he', 'she', 'him', 'her', 'his', 'hers', 'himself', 'herself'])
const THING_PRONOUNS = new Set(['it', 'its', 'itself'])
const PLURAL_PRONOUNS = new Set(['they', 'their', 'them', 'themselves', 'theirs'])
const FEMALE_PRONOUNS = new Set(['she', 'her', 'hers', 'herself'])
const FEMALE_NAMES = new Set(givenNames.female)
const LOOK_BACK_SENTENCES = 3

/** From this score on a link of the reader goes before the nearest party that fits. */
const SURE_LINK = 0.5

/** Lay pronouns: by the reader's sure links; else the nearest party that can be meant. Then "his country", "its capital". */
export function layPronouns(board: Board): void {
  const { tokens, links } = board.scene.reading
  const sure = links.filter((link) => link.score >= SURE_LINK)
  const linked = new Map(sure.map((link) => [link.mention, link.antecedent]))
  tokens.forEach((token, at) => {
    if (board.taken[at] || !/^PRP/.test(token.tag)) return
    const word = token.text.toLowerCase()
    if (![PERSON_PRONOUNS, THING_PRONOUNS, PLURAL_PRONOUNS].some((set) => set.has(word))) return
    if (relationOf(board.scene.parse, at) === 'expl') return
    const parties = linkedParties(board, linked, at, word) ?? nearestParties(board, at, word)
    if (parties && parties.length > 0)
      layMention(board, { first: at, last: at + 1 }, 'pronoun', parties)
  })
  layOwnCountries(board)
}

/** A person with a woman's given name is not "he"; nobody is ruled out for "she" but by another's better fit. */
function fitsGender(word: string, party: PartyDraft | undefined): boolean {
  if (!party || party.type !== 'person' || !PERSON_PRONOUNS.has(word)) return true
  const isFemale = FEMALE_NAMES.has(plainLetters(party.name.split(/[\s-]/)[0] ?? ''))
  return FEMALE_PRONOUNS.has(word) || !isFemale
}

function isMarkedFemale(word: string, party: PartyDraft | undefined): boolean {
  return (
    FEMALE_PRONOUNS.has(word) &&
    party !== undefined &&
    FEMALE_NAMES.has(plainLetters(party.name.split(/[\s-]/)[0] ?? ''))
  )
}

function linkedParties(
  board: Board,
  linked: ReadonlyMap<number, number>,
  at: number,
  word: string,
): PartyDraft[] | null {
  let here = linked.get(at)
  for (let step = 0; here !== undefined && step < 8; step++) {
    const parties = board.taken[here]?.parties
    if (parties)
      return fitsPronoun(word, parties) && sharesQuotation(board, here, at) ? parties : null
    here = linked.get(here)
  }
  return null
}

function fitsPronoun(word: string, parties: readonly PartyDraft[]): boolean {
  const isPerson = parties.every((party) => party.type === 'person')
  if (PERSON_PRONOUNS.has(word)) return isPerson && parties.length === 1
  if (THING_PRONOUNS.has(word)) return !isPerson && parties.length === 1
  return true
}

/** The nearest earlier party that a pronoun can mean; the subject of a clause before others. */
function nearestParties(board: Board, at: number, word: string): PartyDraft[] | null {
  const { reading, parse } = board.scene
  const sentence = reading.tokens[at]?.sentence ?? 0
  const reach = PERSON_PRONOUNS.has(word) ? LOOK_BACK_SENTENCES : 1
  const floor = reading.sentences[Math.max(0, sentence - reach)]?.first ?? 0
  let best: { parties: PartyDraft[]; rank: number } | null = null
  const seen = new Set<MentionDraft>()
  for (let place = at - 1; place >= floor; place--) {
    const mention = board.taken[place]
    if (!mention || seen.has(mention) || mention.isPlace || mention.form === 'demonym') continue
    seen.add(mention)
    if (!sharesQuotation(board, mention.first, at)) continue
    const parties = PLURAL_PRONOUNS.has(word) ? pluralParties(board, mention) : mention.parties
    if (
      !parties ||
      !fitsPronoun(word, parties) ||
      !fitsGender(word, parties[0]) ||
      actsUpon(board, mention, at)
    )
      continue
    const distance = sentence - (reading.tokens[place]?.sentence ?? 0)
    const rank =
      distance * 10 -
      (relationOf(parse, mention.head) === 'nsubj' ? 6 : 0) +
      seen.size * 0.1 -
      (isMarkedFemale(word, parties[0]) ? 25 : 0)
    if (!best || rank < best.rank) best = { parties, rank }
  }
  return best?.parties ?? null
}

/** Who is named inside a quotation is not whom "he" outside it means ("he said"). */
function sharesQuotation(board: Board, mention: number, pronoun: number): boolean {
  const quotation = quotationAround(board, mention)
  return quotation === null || quotation === quotationAround(board, pronoun)
}

function quotationAround(board: Board, at: number): Quotation | null {
  const start = board.scene.reading.tokens[at]?.start ?? 0
  return (
    board.quotations.find((one) => one.open <= start && start < one.close && one.words > 3) ?? null
  )
}

/** Is a mention the subject of the verb whose object the pronoun is? Then the pronoun means another. */
function actsUpon(board: Board, mention: MentionDraft, pronoun: number): boolean {
  const { parse } = board.scene
  const verb = parse.heads[pronoun] ?? -1
  const isObject = ['obj', 'iobj', 'obl'].includes(relationOf(parse, pronoun))
  return (
    isObject &&
    verb >= 0 &&
    parse.heads[mention.head] === verb &&
    relationOf(parse, mention.head) === 'nsubj'
  )
}

function pluralParties(board: Board, mention: MentionDraft): PartyDraft[] | null {
  if (mention.parties.length > 1 || mention.parties[0]?.type === 'group') return mention.parties
  const together = conjuncts(board.scene.parse, mention.head).flatMap(
    (at) => board.taken[at]?.parties ?? [],
  )
  return together.length > 1 ? [...new Set(together)] : null
}

/** "his country", "their government": the state of the party that the pronoun means. */
function layOwnCountries(board: Board): void {
  board.scene.reading.tokens.forEach((token, at) => {
    if (!/^(country|nation|state|homeland|government)$/i.test(token.text) || board.taken[at]) return
    const owner = board.taken[at - 1]
    if (owner?.form !== 'pronoun' || owner.parties.length !== 1) return
    const state = stateOn(board, owner.parties[0]?.country ?? null)
    if (state) layMention(board, { first: at - 1, last: at + 1 }, 'description', [state])
  })
}
