import { findingOf, type FindingRecord, type PartyRef } from '../../core/index.js'
import { claimsIn, type MatterClaim } from './claims.js'
import type { Finder, FindingGround, FindingSetting } from '../ground.js'
import { groupedBy } from '../groups.js'
import { eachOnce, mayBeWithin, strengthOf } from '../linked-records.js'
import { mannerVerb } from './manners.js'
import { opposite } from './matters.js'
import { statesAndBodies, tellOf } from '../quoting.js'

/** Sorts of conflict between claims, with what stands against what. */
export const CLAIM_CONFLICTS = {
  'pledge-and-report': 'a side’s pledge, and what others say that it does',
  'praise-and-allegation': 'one side’s praise of another, and what others say that it does',
  'contrary-claims': 'what one says that a side does, and what another says',
  'diverging-messages': 'what a side says, and what it says otherwise within a month',
} as const
export type ClaimConflict = keyof typeof CLAIM_CONFLICTS

/** Claims further apart than this tell of different times, unless a day is not known. */
const SAME_TIME_DAYS = 366
const SAME_MESSAGE_DAYS = 31

/**
 * Finds claims on one matter of the codebook that say opposite things of one side: a pledge or praise against a report
 * of the opposite, two reports, or the side's own words. One finding for each side, matter and sort, with all its records.
 * Time: linear in the records, and in the pairs of opposite claims on one side and matter.
 */
export const findClaimConflicts: Finder = (ground, setting) => {
  const claims = claimsIn(ground, setting.codebook).filter(isTold)
  const ofOne = groupedBy(
    claims,
    ({ matter, concerned, holder }) => `${matter.id} ${concerned?.id ?? ''} ${holder?.id ?? ''}`,
  )
  const findings = [...ofOne.values()].flatMap((group) => conflictsOf(ground, setting, group))
  return { value: eachOnce(findings), issues: [] }
}

/** Does a claim say of a known side, on a known matter, what it does or stands for? */
function isTold({ record, matter, concerned, holder, conduct }: MatterClaim): boolean {
  if (holder === null || conduct === 0) return false
  if (concerned === null && matter.concerns.length > 0) return false
  return record.factuality !== 'possible'
}

function conflictsOf(
  ground: FindingGround,
  setting: FindingSetting,
  claims: readonly MatterClaim[],
): FindingRecord[] {
  const first = claims.filter(({ conduct }) => conduct === 1)
  const second = claims.filter(({ conduct }) => conduct === -1)
  const pairs = first.flatMap((a) =>
    second.flatMap((b) => {
      const sort = sortOf(ground, a, b)
      if (sort) return [{ sort, a, b }]
      const turned = sortOf(ground, b, a)
      return turned ? [{ sort: turned, a: b, b: a }] : []
    }),
  )
  const bySort = groupedBy(pairs, ({ sort }) => sort)
  return [...bySort].map(([sort, same]) =>
    findingOn(ground, setting, sort, [...new Set(same.flatMap(({ a, b }) => [a, b]))]),
  )
}

/** The sort of conflict in which `a` is the pledge, the praise or the first word, and `b` what stands against it. */
function sortOf(ground: FindingGround, a: MatterClaim, b: MatterClaim): ClaimConflict | null {
  if (a.record === b.record) return null
  const own = isOwn(a)
  if (isOwn(b))
    return own && isSameTime(ground, a, b, SAME_MESSAGE_DAYS) ? 'diverging-messages' : null
  if (!isReport(b) || !isSameTime(ground, a, b, SAME_TIME_DAYS)) return null
  if (own && a.manner === 'pledges') return 'pledge-and-report'
  // A side that denies what others say of it is `findDenials`' business.
  if (own) return a.manner === 'states' ? 'contrary-claims' : null
  const isOneTeller = a.teller
    ? a.teller.id === b.teller?.id
    : a.record.document === b.record.document
  if (isOneTeller) return null
  if (a.manner === 'praises') return 'praise-and-allegation'
  return isReport(a) ? 'contrary-claims' : null
}

const isOwn = ({ teller, holder }: MatterClaim): boolean => teller?.id === holder?.id

/** Does a claim tell what is, not what is wished, pledged or planned? */
function isReport({ record, manner }: MatterClaim): boolean {
  return (manner === 'states' || manner === 'accuses') && record.factuality !== 'planned'
}

function isSameTime(ground: FindingGround, a: MatterClaim, b: MatterClaim, days: number): boolean {
  return mayBeWithin(ground, a.record, b.record, days)
}

function findingOn(
  ground: FindingGround,
  { codebook }: FindingSetting,
  sort: ClaimConflict,
  claims: readonly MatterClaim[],
): FindingRecord {
  const [first] = claims
  const records = claims.map(({ record }) => record)
  const against = claims.find(({ conduct }) => first && conduct === opposite(first.conduct))
  const told = [first, against].flatMap((claim) =>
    claim ? [tellOf(ground, claim.record, mannerVerb(claim.record, codebook))] : [],
  )
  const more = records.length - told.length
  const rest =
    more > 0 ? `; ${more} more ${more === 1 ? 'record bears' : 'records bear'} on it` : ''
  const parties = claims.flatMap(({ holder, concerned, teller }) => [holder, concerned, teller])
  return findingOf({
    finding: 'conflict',
    sort,
    records: records.map(({ id }) => id),
    parties: statesAndBodies(
      ground,
      parties.filter((party): party is PartyRef => party !== null),
    ),
    why: `${told.join('; but ')}${rest}.`,
    strength: strengthOf(0.8, ...records),
  })
}
