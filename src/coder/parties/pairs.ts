import type { TokenRange } from '../../core/index.js'
import { clauseRoot, subjectOf } from '../clauses.js'
import { headOfRange, relationOf, subtree } from '../parse.js'
import type { Board } from './board.js'
import { layMention, lowerAt, mentionsOn, stateOn } from './board.js'
import type { MentionDraft, PartyDraft } from './party-drafts.js'

/** "the two countries", "both sides", "the three leaders": which they are. */

const LOOK_BACK_SENTENCES = 4
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ['two', 2],
  ['2', 2],
  ['three', 3],
  ['3', 3],
  ['four', 4],
  ['five', 5],
])

const PAIR =
  /^(?:countries|sides|nations|states|parties|leaders|presidents|ministers|governments|capitals|diplomats|neighbours|neighbors|officials|delegations)$/

/** Lay "the two countries", "both sides", "the three leaders". */
export function layPairs(board: Board): void {
  const { tokens } = board.scene.reading
  tokens.forEach((token, at) => {
    if (!PAIR.test(token.text) || board.taken[at]) return
    const range = pairRange(board, at)
    if (!range) return
    const isPersons = /^(leaders|presidents|ministers|diplomats|officials)$/.test(token.text)
    const parties = sidesMeant(board, range, howMany(board, range), isPersons)
    if (parties) layMention(board, range, 'description', parties)
  })
}

function pairRange(board: Board, at: number): TokenRange | null {
  const before = lowerAt(board, at - 1)
  if (before === 'both') return { first: at - 1, last: at + 1 }
  if (NUMBERS.has(before))
    return {
      first: lowerAt(board, at - 2) === 'the' || lowerAt(board, at - 2) === 'our' ? at - 2 : at - 1,
      last: at + 1,
    }
  const isBare = /^(sides|parties|leaders|presidents)$/.test(lowerAt(board, at))
  return isBare && before === 'the' ? { first: at - 1, last: at + 1 } : null
}

/**
 * The different persons, or states (those of persons too), that are meant: of those named in the sentences before, the
 * ones that the text names most. Whoever acts upon them in the same clause is none. Null when there are not so many.
 */
function sidesMeant(
  board: Board,
  range: TokenRange,
  number: number,
  wantsPersons: boolean,
): PartyDraft[] | null {
  const sidesOf = (mention: MentionDraft): PartyDraft[] =>
    mention.parties.flatMap(
      (party) => (wantsPersons ? personOf(party) : sideOf(board, party)) ?? [],
    )
  const acting = new Set(actingUpon(board, range).flatMap(sidesOf))
  const near = new Set<PartyDraft>()
  for (const mention of mentionsBefore(board, range.first)) {
    if (isGroup(mention, number) && isPersonPair(mention) === wantsPersons) return mention.parties
    for (const side of sidesOf(mention)) if (!acting.has(side)) near.add(side)
  }
  const all = mentionsOn(board).flatMap(sidesOf)
  const count = (side: PartyDraft): number => all.filter((one) => one === side).length
  const meant = [...near].sort((a, b) => count(b) - count(a)).slice(0, number)
  return meant.length < number ? null : meant.sort((a, b) => all.indexOf(a) - all.indexOf(b))
}

function personOf(party: PartyDraft): PartyDraft | null {
  return party.type === 'person' ? party : null
}

/** Mentions in the sentences before a token, from the last on. */
function mentionsBefore(board: Board, at: number): MentionDraft[] {
  const sentence = board.scene.reading.tokens[at]?.sentence ?? 0
  const floor = board.scene.reading.sentences[Math.max(0, sentence - LOOK_BACK_SENTENCES)]?.first
  const before = board.taken.slice(floor ?? 0, at).filter((mention) => mention !== null)
  return [...new Set(before)].reverse()
}

/** Who does something to what a range names, and whose they are: "Peru's minister called on both sides". */
function actingUpon(board: Board, range: TokenRange): MentionDraft[] {
  const { parse } = board.scene
  const head = headOfRange(parse, range)
  if (relationOf(parse, head).startsWith('nsubj')) return []
  const subject = subjectOf(parse, clauseRoot(parse, parse.heads[head] ?? head))
  const words = subject === null ? [] : subtree(parse, subject)
  return words.flatMap((at) => board.taken[at] ?? [])
}

function isGroup(mention: MentionDraft, number: number): boolean {
  return mention.form === 'description' && mention.parties.length === number
}

/** The number that the words of a range name; two for "both sides" and "the parties". */
function howMany(board: Board, range: TokenRange): number {
  return NUMBERS.get(lowerAt(board, range.last - 2)) ?? 2
}

function isPersonPair(mention: MentionDraft): boolean {
  return mention.parties.every((party) => party.type === 'person')
}

function sideOf(board: Board, party: PartyDraft): PartyDraft | null {
  if (['country', 'igo', 'group'].includes(party.type)) return party
  if (party.type === 'person' || party.type === 'government') return stateOn(board, party.country)
  return null
}
