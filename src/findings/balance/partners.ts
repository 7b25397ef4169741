import { parseIso, partsOf, type PartyRecord, type PartyRef } from '../../core/index.js'
import type { FindingGround } from '../ground.js'
import { isCalledOff, type Happening } from '../happenings/happenings.js'

/** A state's happenings with its partners: what its vectors and its balance are counted from. */

/** What is counted. */
export interface PartnerOptions {
  /** ISO dates, inclusive: happenings whose days lie wholly within. Null or absent: open on that side. */
  readonly from?: string | null
  readonly to?: string | null
  /** By default what happened or is under way (`actual`, `ongoing`); visits that were put off never count. */
  readonly factualities?: ReadonlySet<Happening['factuality']>
  /** Confidence that a happening needs to count: by default 0.5, so that what counts is more likely right than wrong. */
  readonly leastConfidence?: number
  /** Types of party that count as partners: by default states and international organisations. */
  readonly partnerTypes?: ReadonlySet<PartyRecord['type']>
}

/** A happening of a state, with its partners there. */
export interface PartneredHappening {
  readonly happening: Happening
  /** At least one. */
  readonly partners: readonly PartyRef[]
}

const HAPPENED: ReadonlySet<Happening['factuality']> = new Set(['actual', 'ongoing'])
const PARTNERS: ReadonlySet<PartyRecord['type']> = new Set(['country', 'igo'])

/** The happenings between a state (its party's id) and at least one partner, in their order. */
export function partneredHappenings(
  ground: Pick<FindingGround, 'parties'>,
  happenings: readonly Happening[],
  state: string,
  options: PartnerOptions = {},
): readonly PartneredHappening[] {
  const { factualities = HAPPENED, partnerTypes = PARTNERS, leastConfidence = 0.5 } = options
  const isPartner = ({ id }: PartyRef): boolean => {
    const type = ground.parties.get(id)?.type
    return id !== state && type !== undefined && partnerTypes.has(type)
  }
  return happenings
    .filter((happening) => happening.confidence >= leastConfidence && !isCalledOff(happening))
    .filter((happening) => factualities.has(happening.factuality) && isWithin(happening, options))
    .filter(({ sides }) => sides.some((side) => side.id === state))
    .map((happening) => ({ happening, partners: happening.sides.filter(isPartner) }))
    .filter(({ partners }) => partners.length > 0)
}

function isWithin({ days }: Happening, { from = null, to = null }: PartnerOptions): boolean {
  if (from === null && to === null) return true
  return days !== null && (from === null || days.start >= from) && (to === null || days.end <= to)
}

/** Is it cooperation, in words or in deeds? By PLOVER's quads. */
export function isCooperative({ quad }: Happening): boolean {
  return quad === 'verbal-cooperation' || quad === 'material-cooperation'
}

/** The quarter of a happening, `2023-Q4`; null when its days are unknown or do not lie in one quarter. */
export function quarterOf({ days }: Pick<Happening, 'days'>): string | null {
  if (!days) return null
  const [start, end] = [quarterOfDay(days.start), quarterOfDay(days.end)]
  return start === end ? start : null
}

function quarterOfDay(date: string): string | null {
  const day = parseIso(date)
  return day === null ? null : `${date.slice(0, 4)}-Q${Math.ceil(partsOf(day).month / 3)}`
}

/** Number of a quarter in a row of all quarters, so that neighbours differ by 1. `2023-Q4` → 8095. */
export function quarterNumber(quarter: string): number {
  return Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(-1)) - 1
}
