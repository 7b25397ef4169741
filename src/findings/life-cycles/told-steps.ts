import { isoOf, parseIso, type FindingStep, type PartyRef } from '../../core/index.js'
import type { Coverage } from './coverage.js'
import { daysIn } from '../happenings/joined-tellings.js'
import data from './life-cycles.json' with { type: 'json' }
import { sayParty } from '../say-figures.js'
import { sayDay } from '../happenings/say-happenings.js'
import type { DaySpan } from '../happenings/tellings.js'

/** One step of a life: as findings give it, in words, and how sure it is. */
export interface ToldStep {
  readonly step: FindingStep
  readonly says: string
  /** 0 to 1. */
  readonly confidence: number
}

/**
 * The step `not-reported` of what was announced for some days: they were still to come when it was announced, they and the
 * days of grace are past on the day of asking, and the ledger has reports of them that name one of the sides. Null
 * otherwise: where nobody could have told of it, its absence says nothing. `on`: day of the announcement; `as`: what it
 * would be reported as. The more reports, the surer: n of them count n / (n + 1).
 */
export function missingStep(
  announced: { on: number | null; days: DaySpan; sides: readonly PartyRef[]; as: string },
  asOf: string,
  coverage: Coverage,
): ToldStep | null {
  const { on, days, sides, as } = announced
  const today = parseIso(asOf)
  const last = days.to + graceOf(days)
  if (on === null || on >= days.from || today === null || last >= today) return null
  const reports = coverage({ from: days.from, to: last }, new Set(sides.map((side) => side.id)))
  if (reports < data.grace.leastReports) return null
  const named = sides.map(sayParty).join(' or ')
  return {
    step: { step: 'not-reported', date: null, record: null },
    says: `not reported as ${as} by any of the ${reports} reports up to ${sayDay(isoOf(last))} naming ${named}`,
    confidence: reports / (reports + 1),
  }
}

function graceOf(days: DaySpan): number {
  const length = daysIn(days)
  return data.grace.days.find(({ upTo }) => length <= upTo)?.days ?? Number.POSITIVE_INFINITY
}
