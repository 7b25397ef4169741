import type { PartyRecord, TokenRange } from '../../core/index.js'
import type { MentionForm, Scene } from '../scene.js'
import { headOfRange, spanOf } from '../parse.js'
import type { Quotation } from '../quotations.js'
import { findQuotations } from '../quotations.js'
import type { Gazetteer } from './gazetteer.js'
import { gazetteerOf } from './gazetteer.js'
import type { MentionLookup } from './offices.js'
import type { IntroductionDraft, MentionDraft, PartyDraft } from './party-drafts.js'

/** Where the steps of the pass `parties` lay what they find. Lives only while the pass runs. */
export interface Board {
  readonly scene: Scene
  readonly gazetteer: Gazetteer
  /** Parties by type, country and name. */
  readonly parties: Map<string, PartyDraft>
  /** The mention that covers each token, or null. */
  readonly taken: (MentionDraft | null)[]
  readonly introductions: IntroductionDraft[]
  readonly quotations: readonly Quotation[]
}

/** An empty board for a scene: the mentions and parties that the party rules lay down, none yet. */
export function openBoard(scene: Scene): Board {
  return {
    scene,
    gazetteer: gazetteerOf(scene.codebook),
    parties: new Map(),
    taken: scene.reading.tokens.map(() => null),
    introductions: [],
    quotations: findQuotations(scene.document.text),
  }
}

/** The party of this type, country and name on the board, made if it is new. */
export function partyOn(
  board: Board,
  seed: Omit<PartyRecord, 'kind' | 'id' | 'aliases'>,
): PartyDraft {
  const key = JSON.stringify([seed.type, seed.country, seed.name])
  const known = board.parties.get(key)
  if (known) return known
  const made: PartyDraft = { ...seed, aliases: new Set() }
  board.parties.set(key, made)
  return made
}

/** The party of a state by its code, or null when the codebook does not know it. */
export function stateOn(board: Board, iso3: string | null): PartyDraft | null {
  const state = iso3 === null ? undefined : board.gazetteer.countries.get(iso3)
  return state ? partyOn(board, state) : null
}

/** The words of a token range, as they stand in the text. */
export function wordsOf(board: Board, range: TokenRange): string {
  const span = spanOf(board.scene.parse, range)
  return board.scene.document.text.slice(span.start, span.end)
}

/** Lay a mention; the mentions it covers go. `words` is what is said of the party, the whole range if left out. */
export function layMention(
  board: Board,
  range: TokenRange,
  form: MentionForm,
  parties: PartyDraft[],
  words: string = wordsOf(board, range),
): MentionDraft {
  for (let at = range.first; at < range.last; at++) {
    const old = board.taken[at]
    if (old) liftMention(board, old)
  }
  const { first, last } = range
  const head = headOfRange(board.scene.parse, range)
  const mention = { first, last, head, form, words, parties, isPlace: false }
  for (let at = first; at < last; at++) board.taken[at] = mention
  const isNaming = form === 'name' || form === 'body' || form === 'demonym'
  if (isNaming && parties.length === 1) parties[0]?.aliases.add(words)
  return mention
}

function liftMention(board: Board, mention: MentionDraft): void {
  for (let at = mention.first; at < mention.last; at++) board.taken[at] = null
}

/** Is no token of the range in a mention yet? */
export function isFree(board: Board, range: TokenRange): boolean {
  for (let at = range.first; at < range.last; at++) if (board.taken[at]) return false
  return true
}

/** All mentions, in order of the text. */
export function mentionsOn(board: Board): MentionDraft[] {
  return [...new Set(board.taken.filter((mention) => mention !== null))]
}

/** What the office finder may ask: where mentions of states, bodies and places begin and end. */
export function lookupOn(board: Board): MentionLookup {
  const isHolder = (mention: MentionDraft): boolean => mention.parties[0]?.type !== 'person'
  return {
    endingOf: (first) => {
      const mention = board.taken[first]
      return mention && mention.first === first && isHolder(mention) ? mention.last : null
    },
    startOf: (last) => {
      const mention = board.taken[last - 1]
      return mention && mention.last === last && isHolder(mention) ? mention.first : null
    },
  }
}

/** The lower-cased words of a token; '' outside the reading. */
export function lowerAt(board: Board, at: number): string {
  return (board.scene.reading.tokens[at]?.text ?? '').toLowerCase()
}
