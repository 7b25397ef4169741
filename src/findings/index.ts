/** Findings: what follows from the ledger's records taken together. One file a question; each is pure. */
import type { FindingRecord, Issue, Outcome } from '../core/index.js'
import { findClaimConflicts } from './claim-conflicts.js'
import { findFigureConflicts } from './conflicts.js'
import { findCorroboration } from './corroboration.js'
import { findDenials } from './denials.js'
import type { Finder, FindingGround, FindingSetting } from './ground.js'
import { findLifeCycles } from './life-cycles.js'
import { findSameEvents } from './same-event.js'
import { findSumChecks } from './sum-checks.js'

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

export { BALANCE_LEAST, balanceOf, balanceRows } from './balance.js'
export type { BalanceRow, QuarterBalance } from './balance.js'
export { loadGround, recordsOf } from './ground.js'
export type { Finder, FindingGround, FindingSetting } from './ground.js'
export { listHappenings } from './happenings.js'
export type { Happening } from './happenings.js'
export { listUpcoming } from './life-cycles.js'
export type { UpcomingHappening } from './life-cycles.js'
export { countQuads, countSides, networkOf, tookPlace } from './network.js'
export type { Network, NetworkEdge, NetworkNode, QuadCounts } from './network.js'
export { vectorsOf } from './vectors.js'
export type { StateVector, VectorTrend } from './vectors.js'
