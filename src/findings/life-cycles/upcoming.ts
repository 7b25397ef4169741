import { parseIso } from '../../core/index.js'
import { contactCycles, firstReported, plannedDays, type ContactCycle } from './contact-cycles.js'
import type { Days } from '../happenings/dates.js'
import type { FindingGround, FindingSetting } from '../ground.js'
import { inTime, type Happening, type ToldHappening } from '../happenings/happenings.js'
import data from './life-cycles.json' with { type: 'json' }

/** What lies ahead, by the reports. */

export interface UpcomingHappening {
  readonly happening: Happening
  /** The days that it is announced for; null when no report gives them. */
  readonly days: Days | null
  /** Was it put off since? Then `days` may no longer hold. */
  readonly postponed: boolean
}

const UPCOMING: ReadonlySet<Happening['type']> = new Set(['CONSULT', 'AGREE'])

/**
 * Visits, meetings and signings that were announced and are not past on the day of asking (`setting.asOf`), neither held
 * nor called off by then: by their days, then those without a day that were announced in the last two months. What was
 * reported after that day is not known yet.
 */
export function listUpcoming(
  ground: FindingGround,
  setting: FindingSetting,
): readonly UpcomingHappening[] {
  const today = parseIso(setting.asOf)
  if (today === null) return []
  const upcoming = contactCycles(ground, setting, UPCOMING).flatMap(
    (cycle) => upcomingOf(cycle, today) ?? [],
  )
  return upcoming.sort(
    (a, b) => Number(!a.days) - Number(!b.days) || inTime(a.happening, b.happening),
  )
}

function upcomingOf(cycle: ContactCycle, today: number): UpcomingHappening | null {
  const isKnown = (told: ToldHappening): boolean => (firstReported(told) ?? today) <= today
  const plans = cycle.plans.filter(isKnown)
  const callOffs = cycle.callOffs.filter(isKnown)
  const plan = plans.find((one) => plannedDays(one) !== null) ?? plans[0]
  const isOver =
    (cycle.held !== null && isKnown(cycle.held)) ||
    callOffs.some(({ happening }) => happening.calledOff === 'cancelled')
  if (!plan || isOver) return null
  const announced = firstReported(plan)
  const days = plannedDays(plan)
  const ahead = days ? days.to >= today : isRecent(announced, today)
  if (!ahead) return null
  const { happening } = plan
  return { happening, days: days ? happening.days : null, postponed: callOffs.length > 0 }
}

function isRecent(announced: number | null, today: number): boolean {
  return announced !== null && today - announced <= data.contacts.undatedDays
}
