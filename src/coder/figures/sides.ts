import type { PartyRef } from '../../core/records.js'
import type { Span } from '../../core/spans.js'
import type { IndicatorCues } from './cues.js'

/** Whose figure it is, and with whom. */

export interface PartyMention extends Span {
  readonly party: PartyRef
}

/** Parties mentioned in a stretch of the text, in text order. */
export type PartyNear = (span: Span) => readonly PartyMention[]

export interface Sides {
  readonly subject: PartyRef[]
  readonly partner: PartyRef[]
}

const ARTICLES = '(?:the\\s+|its\\s+|all\\s+|both\\s+)*$'
const lead = (words: string) => new RegExp(`\\b(?:${words})\\s+${ARTICLES}`, 'i')
const PARTNER = lead('with|from|to|into|for')
/** What comes in is told of the side it comes to: imports "to Kazakhstan" are Kazakhstan's. */
const PARTNER_INWARD = lead('with|from')
const INWARD = new Set([
  'imports',
  'investment-inflow',
  'tourists',
  'refugees',
  'remittances',
  'loan',
])
const BETWEEN = lead('between')

const distinct = (parties: readonly PartyRef[]) => [
  ...new Map(parties.map((party) => [party.id, party])).values(),
]

/** The mention nearest before the figure's end, else the nearest after it. */
const nearest = (mentions: readonly PartyMention[], figure: Span): PartyRef[] => {
  const found = mentions.filter((mention) => mention.start < figure.end).at(-1) ?? mentions[0]
  return found ? [found.party] : []
}

/** "30% of Kazakhstan's foreign trade": a party right inside what the share is of owns the whole. */
function ownerOfWhole(text: string, figure: Span, mentions: readonly PartyMention[]): PartyRef[] {
  const of = /^\s+of\s+[^.,;:()]{0,90}/i.exec(text.slice(figure.end, figure.end + 95))
  if (!of) return []
  const end = figure.end + of[0].length
  return distinct(
    mentions
      .filter((mention) => mention.start >= figure.end && mention.end <= end)
      .slice(0, 1)
      .map(({ party }) => party),
  )
}

/**
 * Subject and partner of a figure from the parties of its sentence. The owner of the whole ("of Kazakhstan's
 * trade") is the subject; a party after "with", "from", "to" the partner; the nearest other party before the
 * figure the subject, else the nearest at all. Without parties both are empty: nothing is guessed.
 */
export function sidesOf(
  text: string,
  sentence: Span,
  figure: Span,
  indicator: IndicatorCues | null,
  partyNear: PartyNear,
): Sides {
  const mentions = partyNear(sentence).filter(
    (mention) => mention.start >= sentence.start && mention.end <= sentence.end,
  )
  const leadOf = (mention: PartyMention) =>
    text.slice(Math.max(sentence.start, mention.start - 40), mention.start)
  const without = (parties: readonly PartyRef[]) =>
    mentions.filter(({ party }) => !parties.some(({ id }) => id === party.id))
  const owner = ownerOfWhole(text, figure, mentions)
  if (!indicator?.partner)
    return { subject: owner.length ? owner : nearest(mentions, figure), partner: [] }
  if (owner.length) return { subject: owner, partner: nearest(without(owner), figure) }
  const marks = INWARD.has(indicator.id) ? PARTNER_INWARD : PARTNER
  const led = nearest(
    mentions.filter((mention) => marks.test(leadOf(mention))),
    figure,
  )
  const rest = without(led)
  const between = rest.filter((mention) => BETWEEN.test(leadOf(mention)))
  const subject = nearest(between.length ? between : rest, figure)
  return { subject, partner: led.length ? led : nearest(without(subject), figure) }
}
