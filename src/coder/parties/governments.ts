import type { Codebook, StateBodyEntry } from '../../codebook/index.js'
import { relationOf } from '../parse.js'
import type { Board } from './board.js'
import { layMention, lowerAt, partyOn, stateOn, wordsOf } from './board.js'
import { lettersKey, reachesOf } from './gazetteer.js'
import { isOfficeHead } from './offices.js'
import type { MentionDraft, PartyDraft } from './party-drafts.js'

/** Ministries, governments, parliaments, armies: bodies that every state has, and whose they are. */

/** Kinds whose members are people or firms of a state rather than the state itself. */
const NOT_OFFICIAL = new Set(['business', 'media', 'society', 'opposition'])
/** Words that alone, without a state beside them, say too little to be a body. */
const TOO_VAGUE = new Set([
  'state',
  'officials',
  'forces',
  'troops',
  'agency',
  'department',
  'court',
  'soldiers',
  'delegation',
  'customs',
  'police',
  'army',
  'military',
  'regime',
  'prosecutors',
  'lawmakers',
  'peacekeepers',
  'marines',
  'warplanes',
  'embassy',
  'consulate',
])
/** Kinds that, named without a state, belong to the state the report is about. */
const HOME_KINDS = /ministry$|^government$|^head of state|^central bank$/
const LONGEST_BODY_TOKENS = 7

type NamedBody = StateBodyEntry & { readonly name: string }

interface BodyIndex {
  readonly bodies: ReadonlyMap<string, NamedBody>
  /** As the gazetteer's: what is in no name's first word need not be looked up. */
  readonly reaches: ReadonlyMap<string, number>
}

const bodyIndexes = new WeakMap<Codebook, BodyIndex>()

function bodyIndexOf(codebook: Codebook): BodyIndex {
  const known = bodyIndexes.get(codebook)
  if (known) return known
  const made = new Map<string, NamedBody>()
  for (const body of codebook.entries.stateBodies)
    if (!NOT_OFFICIAL.has(body.kind))
      for (const name of body.names) made.set(lettersKey(name), { ...body, name })
  const index = { bodies: made, reaches: reachesOf(made.keys()) }
  bodyIndexes.set(codebook, index)
  return index
}

/**
 * Lay the bodies of states, with the state's name or demonym beside them. Without one ("the ministry"): the last
 * body named by that word, else the body of `home`, the state the document is about; with neither, nothing.
 */
export function layGovernments(board: Board, home: string | null): void {
  const index = bodyIndexOf(board.scene.codebook)
  const { tokens } = board.scene.reading
  const keys = tokens.map((token) => lettersKey(token.text))
  const named: { head: string; party: PartyDraft }[] = []
  for (let at = 0; at < tokens.length; at++) {
    const found = bodyAt(board, index, keys, at)
    if (!found || isPartOfAnother(board, found)) continue
    const owner = ownerOf(board, at, found.last)
    const head = lowerAt(board, found.last - 1)
    const key = headWord(found.body.name)
    const party = owner
      ? governmentParty(board, found.body, owner.country)
      : (named.findLast((one) => one.head === key)?.party ?? homeParty(board, found.body, home, at))
    if (!party) continue
    const range = { first: owner?.first ?? at, last: owner?.last ?? found.last }
    layMention(board, range, 'body', [party])
    if (/ministry|office|embassy|government|parliament/.test(key || head))
      named.push({ head: key, party })
    at = range.last - 1
  }
}

function bodyAt(
  board: Board,
  index: BodyIndex,
  keys: readonly string[],
  first: number,
): { body: NamedBody; last: number } | null {
  const { tokens } = board.scene.reading
  const reach = index.reaches.get(keys[first] ?? '') ?? 0
  let best: { body: NamedBody; last: number } | null = null
  let key = ''
  for (let last = first + 1; last <= first + LONGEST_BODY_TOKENS; last++) {
    const token = tokens[last - 1]
    if (!token || /^[.,;:()"“”]$/.test(token.text) || isCodebookMention(board.taken[last - 1]))
      break
    const isApart = last - 1 > first && token.start > (tokens[last - 2]?.end ?? 0)
    key += (isApart ? ' ' : '') + (keys[last - 1] ?? '')
    if (key.length > reach) break
    const body = keys[last - 1] ? index.bodies.get(key) : undefined
    if (body && isWrittenAsBody(wordsOf(board, { first, last }), body.name)) best = { body, last }
  }
  return best
}

/** "Cabinet Secretary" is an office, "police agreement" an agreement: there the word is no body. */
function isPartOfAnother(board: Board, found: { body: NamedBody; last: number }): boolean {
  const { parse } = board.scene
  if (isOfficeHead(parse, found.last)) return found.body.kind === 'government'
  const head = parse.heads[found.last - 1] ?? -1
  return (
    relationOf(parse, found.last - 1) === 'compound' &&
    head >= found.last &&
    !isOfficeHead(parse, head)
  )
}

function isCodebookMention(mention: MentionDraft | null | undefined): boolean {
  return mention
    ? mention.parties[0]?.type !== 'group' && mention.parties[0]?.type !== 'government'
    : false
}

/** An abbreviation needs its capitals: "MFA", "MoD". */
function isWrittenAsBody(words: string, name: string): boolean {
  return name.length > 3 || /^\p{Lu}.*\p{Lu}$/u.test(words)
}

function headWord(name: string): string {
  return /^(ministry|department|office|bank)\b/.exec(name)?.[1] ?? name.split(' ').at(-1) ?? name
}

interface Owner {
  readonly country: string
  readonly first: number
  readonly last: number
}

/** The state beside a body: "Kazakh …", "Germany's …", "… of the Republic of Kenya". */
function ownerOf(board: Board, first: number, last: number): Owner | null {
  const isPossessive = /^['’]s?$/.test(lowerAt(board, first - 1))
  const before = board.taken[isPossessive ? first - 2 : first - 1]
  const country = before?.parties[0]?.country
  const isState =
    before?.parties[0]?.type === 'country' || (before?.parties[0]?.type === 'place' && isPossessive)
  if (before && country && isState) return { country, first: before.first, last }
  if (lowerAt(board, last) !== 'of' && lowerAt(board, last) !== 'in') return null
  const at = lowerAt(board, last + 1) === 'the' ? last + 2 : last + 1
  const after = board.taken[at]
  if (after?.first !== at || after.parties[0]?.type !== 'country' || !after.parties[0].country)
    return null
  if (lowerAt(board, last) === 'in') return { country: after.parties[0].country, first, last }
  return { country: after.parties[0].country, first, last: after.last }
}

const CANONICAL_KINDS: Readonly<Record<string, string>> = {
  government: 'Government',
  parliament: 'Parliament',
  'armed forces': 'Armed Forces',
  'foreign ministry': 'Ministry of Foreign Affairs',
  'defence ministry': 'Ministry of Defence',
}

/** "Ministry of Foreign Affairs of Kazakhstan": one name for all the ways to say it. */
function governmentParty(board: Board, body: NamedBody, country: string): PartyDraft | null {
  const state = stateOn(board, country)
  if (!state) return null
  const name = `${CANONICAL_KINDS[body.kind] ?? canonicalBody(body.name)} of ${state.name}`
  return partyOn(board, {
    name,
    type: 'government',
    country,
    cameo: `${country}${body.cameo}`,
    wikidata: null,
  })
}

function canonicalBody(name: string): string {
  const ministry = /^(.+) ministry$/.exec(name)
  const plain = ministry ? `ministry of ${ministry[1]}` : name
  return plain
    .replace(/defense/g, 'defence')
    .split(' ')
    .map((word) =>
      /^(of|the|for|and)$/.test(word) ? word : word[0]?.toUpperCase() + word.slice(1),
    )
    .join(' ')
}

function homeParty(
  board: Board,
  body: NamedBody,
  home: string | null,
  at: number,
): PartyDraft | null {
  if (home === null || TOO_VAGUE.has(body.name) || !HOME_KINDS.test(body.kind)) return null
  const isDefinite =
    lowerAt(board, at - 1) === 'the' || /^\p{Lu}/u.test(wordsOf(board, { first: at, last: at + 1 }))
  return isDefinite && body.name !== 'ministry' ? governmentParty(board, body, home) : null
}
