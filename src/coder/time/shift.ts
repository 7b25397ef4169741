import { addMonths, dayOf, partsOf } from '../../core/calendar.js'
import {
  centuryPeriod,
  dayPeriod,
  decadePeriod,
  halfPeriod,
  intervalPeriod,
  monthPeriod,
  quarterPeriod,
  weekendPeriod,
  weekPeriod,
  yearPeriod,
  type CalendarPeriod,
} from './periods.js'
import { at, timeless, unplaced, type Placed, type PlaceContext } from './placed.js'
import type { TimeSense, TimeUnit } from './senses.js'
import { durationValue } from './values.js'

/** Times counted from a day: "last week", "two years ago", "the past 20 months". */

type Shift = Extract<TimeSense, { kind: 'shift' }>
type Stretch = Extract<TimeSense, { kind: 'stretch' }>

const MONTHS_OF: Partial<Record<TimeUnit, number>> = {
  month: 1,
  quarter: 3,
  year: 12,
  decade: 120,
  century: 1200,
  millennium: 12_000,
}
const DAYS_OF: Partial<Record<TimeUnit, number>> = {
  day: 1,
  night: 1,
  week: 7,
  weekend: 7,
  fortnight: 14,
}

/** A day moved by so many units; hours and less stay on the day. Null beyond the calendar's years. */
function moved(day: number, unit: TimeUnit, count: number): number | null {
  const months = MONTHS_OF[unit]
  const days = DAYS_OF[unit] ?? 0
  const to = months ? addMonths(day, Math.round(months * count)) : day + Math.round(days * count)
  const { year } = partsOf(to)
  return Number.isFinite(to) && year >= 1 && year <= 9999 ? to : null
}

/** The whole unit that holds a day. */
function unitAround(day: number, unit: TimeUnit): CalendarPeriod {
  const { year, month } = partsOf(day)
  switch (unit) {
    case 'week':
    case 'fortnight':
      return weekPeriod(day)
    case 'weekend':
      return weekendPeriod(day)
    case 'month':
      return monthPeriod(year, month)
    case 'quarter':
      return quarterPeriod(year, Math.ceil(month / 3))
    case 'year':
      return yearPeriod(year)
    case 'decade':
      return decadePeriod(Math.floor(year / 10) * 10)
    case 'century':
    case 'millennium':
      return centuryPeriod(Math.ceil(year / 100))
    case 'day':
    case 'night':
    case 'hour':
    case 'minute':
    case 'second':
      return dayPeriod(day)
  }
}

/** A period moved by whole years that keeps its own width: the quarter a year before a quarter. */
function periodMovedByYears(period: CalendarPeriod, years: number): CalendarPeriod {
  const { year, month, day } = partsOf(period.start)
  const to = year + years
  if (/-Q\d$/.test(period.value)) return quarterPeriod(to, Math.ceil(month / 3))
  if (/-H\d$/.test(period.value)) return halfPeriod(to, month <= 6 ? 1 : 2)
  if (period.granularity === 'month') return monthPeriod(to, month)
  if (period.granularity === 'interval') {
    const end = partsOf(period.end)
    const value = period.value.startsWith('P') ? period.value : `${to}`
    return intervalPeriod(dayOf(to, month, day), dayOf(end.year + years, end.month, end.day), value)
  }
  return yearPeriod(to)
}

const REF = { '-1': 'PAST_REF', '0': 'PRESENT_REF', '1': 'FUTURE_REF' } as const

/** "a year ago" beside a quarter means that quarter of the year before, as "a year earlier" does. */
function originOf(sense: Shift, anchor: CalendarPeriod | null): CalendarPeriod | null {
  if (sense.origin === 'anchor') return anchor
  const yearAgo = sense.unit === 'year' && sense.count === 1 && sense.direction === -1 && sense.ago
  return yearAgo && anchor?.granularity === 'quarter' ? anchor : null
}

/** Place "last week", "two days ago", "a year earlier". */
export function placeShift(sense: Shift, context: PlaceContext): Placed {
  const base = originOf(sense, context.anchor)
  const day = base?.start ?? context.published
  const told = sense.origin === 'document' || base !== null
  if (sense.count === null) return timeless(REF[`${sense.direction}`])
  const unknown = durationValue(sense.unit, sense.count)
  if (day === null) return unplaced(unknown)
  const years = MONTHS_OF[sense.unit] === 12 ? sense.direction * sense.count : null
  if (base && years !== null && Number.isInteger(years) && sense.direction === -1)
    return at(periodMovedByYears(base, years), told)
  const from = base && sense.direction === 1 ? base.end : day
  const to = moved(from, sense.unit, sense.direction * sense.count)
  if (to === null) return unplaced(unknown)
  // Half years and the like are told in months.
  const unit = Number.isInteger(sense.count) ? sense.unit : 'month'
  return at(unitAround(to, unit), told)
}

/** Place "the latest quarter", "over the weekend", "for the year". */
export function placeLatest(unit: TimeUnit, context: PlaceContext): Placed {
  const { anchor, published, tense } = context
  if (unit === 'quarter' && anchor?.granularity === 'quarter') return at(anchor)
  if (published === null) return unplaced(durationValue(unit, 1))
  if (unit === 'quarter') return at(unitAround(addMonths(published, -3), unit))
  if (unit === 'weekend' && tense !== 'future') return at(unitAround(published - 6, unit))
  return at(unitAround(published, unit), unit === 'weekend')
}

/** Place "the past 20 months", "the next three years"; "coming years" has a value but no place. */
export function placeStretch(sense: Stretch, context: PlaceContext): Placed {
  const value = durationValue(sense.unit, sense.count)
  const { published } = context
  if (sense.count === null) return timeless(value)
  const other =
    published === null ? null : moved(published, sense.unit, sense.direction * sense.count)
  if (published === null || other === null) return unplaced(value)
  const [start, end] = sense.direction === -1 ? [other, published] : [published, other]
  return at(intervalPeriod(start, end, value))
}
