import { findAgreementCycles } from './agreement-cycles.js'
import { findContactCycles } from './contact-findings.js'
import { coverageOf } from './coverage.js'
import type { Finder } from '../ground.js'

/**
 * The steps that visits, meetings and agreements went through, each with the record that tells of it: announced, held,
 * postponed, cancelled, not reported; proposed, negotiating, signed, ratified, in force, ended. One finding for each of
 * which at least two steps are known.
 */
export const findLifeCycles: Finder = (ground, setting) => {
  const coverage = coverageOf(ground)
  const contacts = findContactCycles(ground, setting, coverage)
  const agreements = findAgreementCycles(ground, setting, coverage)
  return { value: [...contacts, ...agreements], issues: [] }
}

export { listUpcoming, type UpcomingHappening } from './upcoming.js'
