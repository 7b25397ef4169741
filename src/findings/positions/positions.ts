import type { PartyRef } from '../../core/index.js'
import { claimsIn, type MatterClaim } from '../claims/claims.js'
import type { FindingGround, FindingSetting } from '../ground.js'
import { groupedBy } from '../groups.js'
import { saidOn } from '../linked-records.js'
import type { Polarity } from '../claims/matters.js'
import { matterName } from '../quoting.js'

/** What a party has said and done on a matter over time: a view of the ledger, not a finding. */

export type PositionStance = 'supports' | 'opposes' | 'neutral'

/** One record of a party's stance. */
export interface PositionItem {
  /** Id of the statement or event. */
  readonly record: string
  /** ISO date on which it was said or done; null when not known, and then it comes last. */
  readonly date: string | null
  /** `neutral`: it speaks of the matter without taking a side. */
  readonly stance: PositionStance
  /** Does the stance differ from that of the last dated item with a stance before it? */
  readonly changed: boolean
}

/** A party's stances on one matter, oldest first. */
export interface PartyPosition {
  readonly party: PartyRef
  /** Id of the codebook's matter. */
  readonly matter: string
  /** "territorial integrity of Ukraine" */
  readonly name: string
  /** Whom the matter concerns; null when it concerns nobody, or the words do not tell. */
  readonly concerned: PartyRef | null
  readonly items: readonly PositionItem[]
}

/** Which positions are wanted; all that is absent is not asked for. */
export interface PositionFilter {
  /** Id of the party whose positions they are. */
  readonly party?: string
  /** Id of a matter of the codebook. */
  readonly matter?: string
  /** Id of the party that the matter concerns. */
  readonly concerned?: string
  /** Items of this ISO date or later, or earlier; undated items are then left out. */
  readonly from?: string
  readonly to?: string
}

/**
 * The positions of a ground's states, bodies and other parties on the codebook's matters, by party name, then matter, then
 * whom it concerns. A minister's words count for the state. What others say of a party is not its position; what a report
 * itself tells of its acts is. Time: linear in the records, but for sorting.
 */
export function listPositions(
  ground: FindingGround,
  { codebook }: FindingSetting,
  filter: PositionFilter = {},
): readonly PartyPosition[] {
  const taken = claimsIn(ground, codebook).flatMap((claim) => {
    const position = positionOf(claim)
    return position && isWanted(claim, position.party, filter) ? [{ claim, ...position }] : []
  })
  const groups = groupedBy(
    taken,
    ({ claim: { matter, concerned }, party }) => `${party.id} ${matter.id} ${concerned?.id ?? ''}`,
  )
  const positions = [...groups.values()].flatMap((group): PartyPosition[] => {
    const [first] = group
    if (!first) return []
    const { matter, concerned } = first.claim
    const items = itemsOf(ground, group, filter)
    const name = matterName(matter, concerned)
    return items.length === 0
      ? []
      : [{ party: first.party, matter: matter.id, name, concerned, items }]
  })
  return positions.sort(
    (a, b) =>
      inOrder(a.party.name, b.party.name) ||
      inOrder(a.name, b.name) ||
      inOrder(a.party.id, b.party.id),
  )
}

/** Whose position a claim is, and which: the teller's own stand, or what a report tells of an act. */
function positionOf(claim: MatterClaim): { party: PartyRef; stance: Polarity } | null {
  if (claim.record.factuality === 'possible') return null
  if (claim.teller) return { party: claim.teller, stance: claim.stand }
  return claim.holder ? { party: claim.holder, stance: claim.conduct } : null
}

function isWanted(claim: MatterClaim, party: PartyRef, filter: PositionFilter): boolean {
  return (
    (filter.party === undefined || filter.party === party.id) &&
    (filter.matter === undefined || filter.matter === claim.matter.id) &&
    (filter.concerned === undefined || filter.concerned === claim.concerned?.id)
  )
}

interface TakenPosition {
  readonly claim: MatterClaim
  readonly stance: Polarity
}

function itemsOf(
  ground: FindingGround,
  taken: readonly TakenPosition[],
  { from, to }: PositionFilter,
): readonly PositionItem[] {
  const dated = taken
    .map(({ claim: { record }, stance }) => ({
      record: record.id,
      date: saidOn(ground, record),
      stance,
    }))
    .sort((a, b) => inOrder(a.date ?? '9999', b.date ?? '9999'))
  let before: Polarity = 0
  const items = dated.map(({ record, date, stance }): PositionItem => {
    const changed = date !== null && stance !== 0 && before !== 0 && stance !== before
    if (date !== null && stance !== 0) before = stance
    return { record, date, stance: STANCES[stance], changed }
  })
  // Dates are cut last: the first item within them may have changed from one before them.
  return items.filter(
    ({ date }) =>
      (from === undefined || (date !== null && date >= from)) &&
      (to === undefined || (date !== null && date <= to)),
  )
}

const STANCES: Readonly<Record<Polarity, PositionStance>> = {
  1: 'supports',
  0: 'neutral',
  '-1': 'opposes',
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
