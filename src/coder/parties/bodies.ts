import type { Board } from './board.js'
import { layMention, lowerAt, mentionsOn } from './board.js'
import type { PartyDraft } from './party-drafts.js'

/** "the commission", "the bank", "the bloc": a body named before, by the common noun in its name. */

const NOUNS = new Set([
  ...[
    'commission',
    'council',
    'bank',
    'agency',
    'court',
    'fund',
    'union',
    'organisation',
    'organization',
  ],
  ...[
    'alliance',
    'committee',
    'parliament',
    'authority',
    'institute',
    'company',
    'group',
    'association',
  ],
  ...[
    'foundation',
    'centre',
    'center',
    'forum',
    'assembly',
    'federation',
    'corporation',
    'service',
  ],
])
const BODY_TYPES = new Set(['igo', 'ngo', 'company', 'government', 'media', 'group'])

/** Lay definite common nouns that mean a body named before them; "the bloc" and "the alliance" the last such body. */
export function layBodies(board: Board): void {
  board.scene.reading.tokens.forEach((token, at) => {
    const noun = token.text
    if (board.taken[at] || lowerAt(board, at - 1) !== 'the') return
    const party =
      noun === 'bloc' ? lastBloc(board, at) : NOUNS.has(noun) ? lastNamed(board, noun, at) : null
    if (party) layMention(board, { first: at - 1, last: at + 1 }, 'description', [party])
  })
}

function lastNamed(board: Board, noun: string, at: number): PartyDraft | null {
  const spelling = noun.replace('ise', 'ize').replace('isa', 'iza')
  const named = mentionsOn(board).findLast((mention) => {
    const party = mention.parties[0]
    if (mention.first >= at || !party || !BODY_TYPES.has(party.type)) return false
    const words = party.name
      .toLowerCase()
      .replace('isa', 'iza')
      .split(/[^\p{L}]+/u)
    return words.includes(spelling) || words.includes(noun)
  })
  return named?.parties[0] ?? null
}

function lastBloc(board: Board, at: number): PartyDraft | null {
  const named = mentionsOn(board).findLast(
    (mention) => mention.first < at && mention.parties[0]?.type === 'igo',
  )
  return named?.parties[0] ?? null
}
