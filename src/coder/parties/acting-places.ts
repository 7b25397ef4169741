import type { Parse } from '../parse.js'
import { dependents, lemmaAt, relationOf } from '../parse.js'
import type { Board } from './board.js'
import { mentionsOn, stateOn } from './board.js'
import type { MentionDraft } from './party-drafts.js'

/** "Astana said" and "ties with Astana" are Kazakhstan; "arrived in Astana" is the city. */

const PLACE_PREPOSITIONS = new Set([
  'in',
  'at',
  'near',
  'outside',
  'around',
  'inside',
  'across',
  'through',
  'via',
  'into',
  'over',
  'within',
  'throughout',
  'from',
])
const ACTING_PREPOSITIONS = new Set([
  'with',
  'between',
  'against',
  'according',
  'by',
  'among',
  'towards',
  'toward',
  'for',
])
const MOTIONS = new Set([
  'visit',
  'arrive',
  'travel',
  'go',
  'come',
  'fly',
  'leave',
  'reach',
  'return',
  'tour',
  'host',
  'head',
  'land',
  'move',
  'strike',
  'shell',
  'bomb',
  'hit',
  'attack',
  'capture',
  'enter',
  'depart',
  'link',
  'connect',
  'open',
])
const GIVING = new Set([
  'tie',
  'aid',
  'support',
  'assistance',
  'message',
  'appeal',
  'offer',
  'proposal',
  'loan',
  'sale',
  'supply',
  'warning',
  'letter',
  'threat',
  'response',
  'say',
  'tell',
  'give',
  'send',
  'sell',
  'pledge',
  'grant',
  'respond',
  'offer',
  'promise',
  'deliver',
  'lend',
  'appeal',
  'explain',
  'signal',
  'close',
])
const STATIVE = new Set(['lie', 'be', 'sit', 'stand', 'host', 'remain'])

/** Settle, for every capital named, whether it acts: then its state is meant. Countries after "in" become places. */
export function settlePlaces(board: Board, capitals: ReadonlySet<string>): void {
  const { parse } = board.scene
  for (const mention of mentionsOn(board)) {
    const party = mention.parties[0]
    if (mention.form !== 'name' || mention.parties.length !== 1 || !party) continue
    if (party.type === 'country' || party.type === 'group')
      mention.isPlace = isAfterPlaceWord(parse, mention)
    if (party.type !== 'place' || !capitals.has(party.name)) continue
    const state = stateOn(board, party.country)
    if (state && isActing(parse, mention.head)) {
      mention.parties = [state]
      mention.isPlace = false
      state.aliases.add(mention.words)
    }
  }
}

function prepositionOf(parse: Parse, head: number): string | null {
  const mark = dependents(parse, head, 'case').find((at) => parse.tokens[at]?.tag !== 'POS')
  return mark === undefined ? null : lemmaAt(parse, mark)
}

function isAfterPlaceWord(parse: Parse, mention: MentionDraft): boolean {
  const preposition = prepositionOf(parse, mention.head)
  return preposition !== null && PLACE_PREPOSITIONS.has(preposition) && preposition !== 'from'
}

function isActing(parse: Parse, head: number): boolean {
  const relation = relationOf(parse, head)
  const governor = parse.heads[head] ?? -1
  const verb = lemmaAt(parse, governor)
  const preposition = prepositionOf(parse, head)
  if (relation === 'conj' && governor >= 0) return isActing(parse, governor)
  if (preposition !== null) {
    if (ACTING_PREPOSITIONS.has(preposition)) return !MOTIONS.has(verb)
    return preposition === 'to' && GIVING.has(verb)
  }
  if (relation === 'nsubj')
    return !STATIVE.has(verb) && dependents(parse, governor, 'cop').length === 0
  if (relation === 'nmod') return parse.tokens[head]?.relation === 'nmod:poss'
  return (relation === 'obj' || relation === 'iobj') && !MOTIONS.has(verb)
}
