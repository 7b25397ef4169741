/**
 * Findings: what follows from the ledger's records taken together. One folder a question, with what they share beside
 * this file; whoever asks comes in by this door. Each finder is pure.
 */
import type { FindingRecord, Issue, Outcome } from '../core/index.js'
import { findClaimConflicts } from './claims/claim-conflicts.js'
import { findFigureConflicts } from './figures/conflicts.js'
import { findCorroboration } from './corroboration/corroboration.js'
import { findDenials } from './denials/denials.js'
import type { Finder, FindingGround, FindingSetting } from './ground.js'
import { findLifeCycles } from './life-cycles/life-cycles.js'
import { findSameEvents } from './happenings/same-event.js'
import { findSumChecks } from './figures/sum-checks.js'

/** Every finder under the name that `chancery find NAME` knows it by, in the order in which findings are listed. */
export const FINDERS: Readonly<Record<string, Finder>> = {
  conflicts: both(findFigureConflicts, findClaimConflicts),
  denials: findDenials,
  'sum-checks': findSumChecks,
  corroboration: findCorroboration,
  'same-event': findSameEvents,
  'life-cycles': findLifeCycles,
}

/** All findings of a ground, the surest first; of equals in the finders' order. */
export function findAll(
  ground: FindingGround,
  setting: FindingSetting,
): Outcome<readonly FindingRecord[]> {
  return both(...Object.values(FINDERS))(ground, setting)
}

/** Several finders as one: each finding once, the surest first. */
function both(...finders: readonly Finder[]): Finder {
  return (ground, setting) => {
    const found = new Map<string, FindingRecord>()
    const issues: Issue[] = []
    for (const finder of finders) {
      const outcome = finder(ground, setting)
      issues.push(...outcome.issues)
      for (const finding of outcome.value)
        if (!found.has(finding.id)) found.set(finding.id, finding)
    }
    return { value: [...found.values()].sort((a, b) => b.strength - a.strength), issues }
  }
}

export { BALANCE_LEAST, balanceOf, balanceRows } from './balance/balance.js'
export type { BalanceRow, QuarterBalance } from './balance/balance.js'
export { changeGround, loadGround, recordsOf } from './ground.js'
export type { Finder, FindingGround, FindingSetting } from './ground.js'
export { contactLevelsIn } from './happenings/contact-levels.js'
export { listHappenings } from './happenings/happenings.js'
export type { Happening } from './happenings/happenings.js'
export { listUpcoming } from './life-cycles/life-cycles.js'
export type { UpcomingHappening } from './life-cycles/life-cycles.js'
export { countQuads, countSides, networkOf, tookPlace } from './balance/network.js'
export type { Network, NetworkEdge, NetworkNode, QuadCounts } from './balance/network.js'
export { vectorsOf } from './balance/vectors.js'
export type { StateVector, VectorTrend } from './balance/vectors.js'
export { officesHeld } from './offices-held.js'
export type { HeldOffice, OfficeHolder } from './offices-held.js'
export { OFFICE_LEVELS } from './offices.js'
export type { OfficeLevel } from './offices.js'
export { listPositions } from './positions/positions.js'
export type { PartyPosition, PositionFilter, PositionItem } from './positions/positions.js'
export { saidFor } from './positions/voices.js'
export type { SaidFilter } from './positions/voices.js'
export { wordsOfRecord } from './quoting.js'
