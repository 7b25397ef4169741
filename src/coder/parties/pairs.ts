import type { TokenRange } from '../../core/index.js'
import type { Board } from './board.js'
import { layMention, lowerAt, stateOn } from './board.js'
import type { MentionDraft, PartyDraft } from './party-drafts.js'

/** "the two countries", "both sides", "the two leaders": which two. */

const PAIR =
  /^(?:countries|sides|nations|states|parties|leaders|presidents|ministers|governments|capitals|diplomats|neighbours|neighbors|officials|delegations)$/

/** Lay "the two countries", "both sides", "the parties": the two parties last named. */
export function layPairs(board: Board): void {
  const { tokens } = board.scene.reading
  tokens.forEach((token, at) => {
    if (!PAIR.test(token.text) || board.taken[at]) return
    const range = pairRange(board, at)
    if (!range) return
    const isPersons = /^(leaders|presidents|ministers|diplomats|officials)$/.test(token.text)
    const parties = lastTwo(board, range.first, isPersons)
    if (parties) layMention(board, range, 'description', parties)
  })
}

function pairRange(board: Board, at: number): TokenRange | null {
  const before = lowerAt(board, at - 1)
  if (before === 'both') return { first: at - 1, last: at + 1 }
  const two = /^(two|2)$/.test(before)
  if (two)
    return {
      first: lowerAt(board, at - 2) === 'the' || lowerAt(board, at - 2) === 'our' ? at - 2 : at - 1,
      last: at + 1,
    }
  const isBare = /^(sides|parties|leaders|presidents)$/.test(lowerAt(board, at))
  return isBare && before === 'the' ? { first: at - 1, last: at + 1 } : null
}

/** The two different persons, or states (those of persons too), named last before a token; null when there are not two. */
function lastTwo(board: Board, at: number, wantsPersons: boolean): PartyDraft[] | null {
  const found: PartyDraft[] = []
  const seen = new Set<MentionDraft>()
  const sentence = board.scene.reading.tokens[at]?.sentence ?? 0
  const floor = board.scene.reading.sentences[Math.max(0, sentence - 4)]?.first ?? 0
  for (let place = at - 1; place >= floor && found.length < 2; place--) {
    const mention = board.taken[place]
    if (!mention || seen.has(mention)) continue
    seen.add(mention)
    if (
      mention.form === 'description' &&
      mention.parties.length === 2 &&
      isPersonPair(mention) === wantsPersons
    )
      return mention.parties
    for (const party of mention.parties) {
      const meant = wantsPersons ? party : sideOf(board, party)
      if (!meant || (wantsPersons && meant.type !== 'person')) continue
      if (!found.includes(meant)) found.push(meant)
    }
  }
  return found.length === 2 ? found.reverse() : null
}

function isPersonPair(mention: MentionDraft): boolean {
  return mention.parties.every((party) => party.type === 'person')
}

function sideOf(board: Board, party: PartyDraft): PartyDraft | null {
  if (party.type === 'country' || party.type === 'igo') return party
  if (party.type === 'person' || party.type === 'government') return stateOn(board, party.country)
  return null
}
