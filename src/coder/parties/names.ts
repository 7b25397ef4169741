import { findNames } from '../../codebook/index.js'
import type { PartyRecord, ReadName, ReadToken, TokenRange } from '../../core/index.js'
import { rangeOfSpan } from '../parse.js'
import type { Board } from './board.js'
import { isFree, layMention, lowerAt, partyOn, wordsOf } from './board.js'
import type { NameMatch } from './gazetteer.js'
import type { MentionDraft } from './party-drafts.js'
import { matchNames } from './gazetteer.js'
import words from './office-words.json' with { type: 'json' }
import { isOfficeHead } from './offices.js'

/** Names of states, bodies and places: the codebook's by their letters, others by the reader. */

/** Lay the codebook's names and demonyms, except where the reader sees a longer name around them. */
export function layCodebookNames(board: Board): void {
  const { text } = board.scene.document
  for (const match of matchNames(board.gazetteer, text, board.scene.reading.tokens)) {
    if (isInsideLongerName(board, match) || isNoParty(board, match)) continue
    const { entry } = match
    const form = entry.use === 'demonym' ? 'demonym' : 'name'
    const mention = layMention(board, match, form, [partyOn(board, entry.party)])
    mention.isPlace = entry.use === 'capital' || entry.use === 'place'
  }
}

function isInsideLongerName(board: Board, match: NameMatch): boolean {
  return board.scene.reading.names.some((name) => {
    const core = trimName(board, name)
    const holds = core.first <= match.first && match.last <= core.last
    const isLonger = core.last - core.first > match.last - match.first
    if (!holds || !isLonger) return false
    if (name.type === 'person')
      return (
        match.first > core.first ||
        !(match.entry.use === 'demonym' || followsOf(board, match.first))
      )
    if (name.type === 'place') return true
    return isProperBody(board, core, match)
  })
}

/** "President of China Xi Jinping": the state after "of" is no part of the name after it. */
function followsOf(board: Board, first: number): boolean {
  return lowerAt(board, first - (lowerAt(board, first - 1) === 'the' ? 2 : 1)) === 'of'
}

/** Is the longer name that of a body ("Bank of China"), and not a body with its state before it ("EU countries")? */
function isProperBody(board: Board, name: TokenRange, match: NameMatch): boolean {
  if (match.entry.use === 'body' && match.first === name.first) {
    const rest = wordsOf(board, { first: match.last, last: name.last })
    return /^[-–]|^\p{Lu}/u.test(rest)
  }
  return /\p{Lu}/u.test(wordsOf(board, name).slice(0, 1)) && match.entry.use !== 'seat'
}

/** A reader's name without determiner, possessive mark, and office words at its ends. */
export function trimName(board: Board, name: TokenRange): TokenRange {
  let { first, last } = name
  while (last - 1 > first && /^(['’]s?|,)$/.test(lowerAt(board, last - 1))) last--
  while (first < last - 1 && /^(the|a|an)$/.test(lowerAt(board, first))) first++
  while (last - 1 > first && isOfficeHead(board.scene.parse, last - 1)) last--
  return { first, last }
}

const CURRENCIES =
  /^(?:dollars?|pounds?|pesos?|rubles?|roubles?|tenge|yuan|kron[ae]r?|kronor|francs?|liras?|euros?|rupees?|rials?|riyals?|dirhams?|won|yen|shillings?)$/i

/** Words that look like a party and are none: a currency, an American state, a magazine called by common words. */
function isNoParty(board: Board, match: NameMatch): boolean {
  const { tokens, names } = board.scene.reading
  if (CURRENCIES.test(tokens[match.last]?.text ?? '')) return true
  if (isPointOfCompass(tokens, match)) return true
  if (match.entry.party.type === 'media' && match.last - match.first > 1) {
    const isSeen = names.some((name) => name.first < match.last && match.first < name.last)
    const isActing = [0, 1].some((step) => /^VB/.test(tokens[match.last + step]?.tag ?? ''))
    if (!isSeen && !isActing) return true
  }
  return isOtherGeorgia(board, match) || isBodyOfState(board, match)
}

/** "West African leaders": "West" says where in Africa, and is not the West. */
function isPointOfCompass(tokens: readonly ReadToken[], { first, last }: NameMatch): boolean {
  const isOne = last - first === 1 && /^(?:North|East|South|West)$/.test(tokens[first]?.text ?? '')
  return isOne && /^\p{Lu}/u.test(tokens[last]?.text ?? '')
}

/** "the Security Council of Russia", "Iran's Security Council": a state's own body, and not the organisation's. */
function isBodyOfState(board: Board, match: NameMatch): boolean {
  if (match.entry.party.type !== 'igo') return false
  const words = wordsOf(board, match).toLowerCase()
  const { codebook } = board.scene
  if (!codebook.entries.stateBodies.some((body) => body.names.includes(words))) return false
  const isMarked = /^['’]s?$/.test(lowerAt(board, match.first - 1))
  const after = match.last + (lowerAt(board, match.last + 1) === 'the' ? 2 : 1)
  const isState = (at: number): boolean =>
    findNames(codebook.names, board.scene.reading.tokens[at]?.text ?? '').some(
      (use) => use.party.type === 'country',
    )
  const isAfter = lowerAt(board, match.last) === 'of' && isState(after)
  return isAfter || isState(match.first - (isMarked ? 2 : 1))
}

/** Lay the names of the publisher and of the sources the document cites, wherever the text has them. */
export function layOutlets(board: Board): void {
  const { document, parse } = board.scene
  for (const name of [document.publisher, ...document.citedSources]) {
    if (!name || name.length < 3) continue
    for (
      let at = document.text.indexOf(name);
      at >= 0;
      at = document.text.indexOf(name, at + name.length)
    ) {
      const range = rangeOfSpan(parse, { start: at, end: at + name.length })
      if (!range || !isFree(board, range) || wordsOf(board, range) !== name) continue
      const seed = { name, type: 'media' as const, country: null, cameo: null, wikidata: null }
      layMention(board, range, 'name', [partyOn(board, seed)])
    }
  }
}

const US_CLUES = /\b(?:Atlanta|U\.?S\.? state|state of Georgia|Savannah|Sen\.|Gov\.|Kemp)\b/

/** "Georgia" is the American state where the text speaks of it and of nothing in the Caucasus. */
function isOtherGeorgia(board: Board, match: NameMatch): boolean {
  if (match.entry.party.country !== 'GEO' || match.entry.use !== 'name') return false
  const { text } = board.scene.document
  return (
    US_CLUES.test(text) && !/\b(?:Tbilisi|Caucasus|Georgian Dream|Abkhazia|Ossetia)\b/.test(text)
  )
}

/** Lay the bodies and places that the reader names and the codebook does not know. */
export function layReaderNames(board: Board): void {
  for (const name of board.scene.reading.names) {
    if (name.type === 'person') continue
    const range = trimName(board, name)
    if (!isFree(board, range) || !/^[\p{Lu}\d]/u.test(wordsOf(board, range))) continue
    if (isOfficeTail(board, range) || isOfficeHead(board.scene.parse, range.last - 1)) continue
    if (name.type === 'organisation' && isPaper(wordsOf(board, range))) continue
    layMention(board, range, 'name', [partyOn(board, readerParty(board, name, range))]).isPlace =
      name.type === 'place'
  }
}

const PAPERS = new Set(words.papers)

/** "Memorandum of Understanding", "Free Trade Agreement": what is signed, and nobody who acts. */
function isPaper(name: string): boolean {
  const [head = name] = name.split(/\s+(?:of|on|for|with|between)\s+/)
  return PAPERS.has(head.split(/\s+/).at(-1)?.toLowerCase() ?? '')
}

/** Are these words the end of an office ("Foreign Affairs" in "Minister of Foreign Affairs")? */
function isOfficeTail(board: Board, range: TokenRange): boolean {
  return (
    /^(of|for)$/.test(lowerAt(board, range.first - 1)) &&
    isOfficeHead(board.scene.parse, range.first - 2)
  )
}

function readerParty(
  board: Board,
  name: ReadName,
  range: TokenRange,
): Omit<PartyRecord, 'kind' | 'id' | 'aliases'> {
  const written = wordsOf(board, range).replace(/\s+/g, ' ')
  const inside = matchNames(
    board.gazetteer,
    board.scene.document.text,
    board.scene.reading.tokens.slice(range.first, range.last),
  )
  const country =
    inside.find((match) => match.entry.party.country !== null)?.entry.party.country ?? null
  const type = name.type === 'place' ? 'place' : bodyTypeOf(written)
  return { name: written, type, country, cameo: null, wikidata: null }
}

/** What sort of body a name tells of by its words. */
function bodyTypeOf(name: string): PartyRecord['type'] {
  const parts = name.toLowerCase().split(/[^\p{L}]+/u)
  for (const [type, list] of Object.entries(words.bodyWords))
    if (parts.some((part) => list.includes(part))) return type as PartyRecord['type']
  return 'group'
}

/** The body whose words before a bracket have the initials in it, laid as a mention; null when they have not. */
function bodyByInitials(board: Board, acronym: number): MentionDraft | null {
  const letters = board.scene.reading.tokens[acronym]?.text ?? ''
  if (!/^\p{Lu}{3,8}$/u.test(letters)) return null
  let left = letters.length
  let first = acronym - 1
  while (left > 0 && first > 0 && acronym - first < 14) {
    const word = board.scene.reading.tokens[first - 1]?.text ?? ''
    if (/^\p{Lu}/u.test(word) && word[0] === letters[left - 1]) left--
    else if (
      !/^(?:of|for|and|the|on|in|to|&|-|de|des|et)$/i.test(word) &&
      word[0] !== letters[left - 1]
    )
      return null
    first--
  }
  if (left > 0) return null
  const range = { first, last: acronym - 1 }
  const name = { ...range, type: 'organisation' as const, score: 0.5 }
  return layMention(board, range, 'name', [partyOn(board, readerParty(board, name, range))])
}

/** "French Institute of International Relations (IFRI)": from there on, IFRI is that body. */
export function layDefinedAcronyms(board: Board): void {
  const { tokens } = board.scene.reading
  tokens.forEach((token, at) => {
    const isDefinition = tokens[at - 1]?.text === '(' && tokens[at + 1]?.text === ')'
    const body = board.taken[at - 2] ?? (isDefinition ? bodyByInitials(board, at) : null)
    if (!isDefinition || !body || body.parties[0]?.type === 'person') return
    if (
      !/^\p{Lu}[\p{L}\d]*\p{Lu}[\p{L}\d]*$/u.test(token.text) ||
      board.taken[at]?.parties[0]?.type === 'country'
    )
      return
    const known = board.taken[at]?.parties[0]
    if (known && known !== body.parties[0] && known.wikidata !== null) return
    tokens.forEach((other, place) => {
      if (other.text === token.text)
        layMention(board, { first: place, last: place + 1 }, 'name', body.parties)
    })
  })
}
