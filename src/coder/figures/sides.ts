import type { PartyRef } from '../../core/records.js'
import type { Span } from '../../core/spans.js'
import type { IndicatorCues } from './cues.js'
import hints from './indicator-hints.json' with { type: 'json' }

/** Whose figure it is, and with whom. */

export interface PartyMention extends Span {
  readonly party: PartyRef
  /** How well such a party serves as a side: 0 a state, 1 another body, 2 a person, 3 a place. Absent: 0. */
  readonly rank?: number
  /** "Kenyan" in "400 Kenyan policemen". */
  readonly isDemonym?: boolean
}

/** Parties mentioned in a stretch of the text, in text order. */
export type PartyNear = (span: Span) => readonly PartyMention[]

export interface Sides {
  readonly subject: PartyRef[]
  readonly partner: PartyRef[]
}

/** What the sides of a figure are told from. */
export interface SidesGround {
  readonly text: string
  readonly sentence: Span
  readonly figure: Span
  readonly indicator: IndicatorCues | null
  /** Parties of the sentence, in text order. */
  readonly mentions: readonly PartyMention[]
  /** Where the party stands that does what the figure's clause tells, by the parse; null where not known. */
  readonly doer: Span | null
  /** Sides of the figure before, in this sentence or one right before it. */
  readonly last: Sides | null
}

interface Roles {
  /** Prepositions that lead to the subject. */
  readonly subject?: string
  /** Prepositions that lead to the partner. */
  readonly partner: string
  /** "12 Indian fishermen" arrested: the people counted are of the partner. */
  readonly demonym?: string
}

const ROLES: Readonly<Record<string, Roles>> = hints.sides
const USUAL: Roles = { partner: 'with|from|to|into|for' }
const ARTICLES = '(?:the\\s+|its\\s+|all\\s+|both\\s+)*$'
const LEADS = new Map<string, RegExp>()

/** Do these prepositions stand right before a mention? */
function isLed(ground: SidesGround, mention: Span, words: string): boolean {
  const pattern = LEADS.get(words) ?? new RegExp(`\\b(?:${words})\\s+${ARTICLES}`, 'i')
  LEADS.set(words, pattern)
  const from = Math.max(ground.sentence.start, mention.start - 40)
  return pattern.test(ground.text.slice(from, mention.start))
}

/** The mention nearest before the figure's end, else the nearest after it; states before other bodies, those before places. */
function nearest(mentions: readonly PartyMention[], figure: Span): PartyMention | null {
  const best = Math.min(...mentions.map(({ rank = 0 }) => rank))
  const ranked = mentions.filter(({ rank = 0 }) => rank === best)
  return ranked.filter((mention) => mention.start < figure.end).at(-1) ?? ranked[0] ?? null
}

/** "30% of Kazakhstan's foreign trade": a party right inside what the share is of owns the whole. */
function ownerOfWhole({ text, figure, mentions }: SidesGround): PartyMention | null {
  const of = /^\s+of\s+[^.,;:()]{0,90}/i.exec(text.slice(figure.end, figure.end + 95))
  if (!of) return null
  const end = figure.end + of[0].length
  return mentions.find((mention) => mention.start >= figure.end && mention.end <= end) ?? null
}

const refs = (mention: PartyMention | null | undefined): PartyRef[] =>
  mention ? [mention.party] : []

const isSame = (a: PartyMention | null, b: PartyMention | null): boolean =>
  a !== null && b !== null && a.party.id === b.party.id

/**
 * Subject and partner of a figure. The subject is the owner of the whole ("of Kazakhstan's trade"), else whom the
 * indicator's prepositions lead to (aid "from Japan"), else the doer of the clause, else the nearest party; the partner
 * whom its other prepositions lead to, else the doer left over, else the nearest other state. What the sentence leaves
 * open is as in the figure before. Without parties both are empty: nothing is guessed.
 */
export function sidesOf(ground: SidesGround): Sides {
  const { mentions, figure, indicator, last } = ground
  const owner = ownerOfWhole(ground)
  const doer = mentions.find(
    ({ start, end }) => ground.doer && start >= ground.doer.start && end <= ground.doer.end,
  )
  if (!indicator?.partner) {
    const subject = owner ?? doer ?? nearest(mentions, figure)
    return { subject: subject ? refs(subject) : [...(last?.subject ?? [])], partner: [] }
  }
  if (mentions.length === 0) return last ?? { subject: [], partner: [] }
  return bothSides(ground, owner, doer ?? null)
}

function bothSides(
  ground: SidesGround,
  owner: PartyMention | null,
  doer: PartyMention | null,
): Sides {
  const { mentions, figure, indicator } = ground
  const roles = ROLES[indicator?.id ?? ''] ?? USUAL
  const led = (words: string | undefined) =>
    words ? nearest(mentions.filter((one) => isLed(ground, one, words)), figure) : null // prettier-ignore
  const between = mentions.find((mention) => isLed(ground, mention, 'between'))
  const giver = owner ?? between ?? led(roles.subject)
  const counted = roles.demonym ? (mentions.find((one) => one.isDemonym) ?? null) : null
  const receiver = led(roles.partner) ?? (isSame(counted, doer) ? null : counted)
  const others = (taken: PartyMention | null) => mentions.filter((one) => !isSame(one, taken))
  const subject =
    giver ?? (isSame(doer, receiver) ? null : doer) ?? nearest(others(receiver), figure)
  const left = [receiver, doer].find((one) => one && !isSame(one, subject))
  const partner =
    left ??
    nearest(
      others(subject).filter(({ rank = 0 }) => rank < 2),
      figure,
    )
  return {
    subject: subject ? refs(subject) : otherSide(ground, receiver),
    partner: partner ? refs(partner) : otherSide(ground, subject),
  }
}

/** The side of the figure before that is not this one's other. */
function otherSide({ last }: SidesGround, known: PartyMention | null): PartyRef[] {
  const sides = [...(last?.subject ?? []), ...(last?.partner ?? [])]
  return sides.filter(({ id }) => id !== known?.party.id).slice(0, 1)
}
