import { dayOf, isoOf, isRealDate, partsOf, weekdayOf } from '../../core/calendar.js'
import { holidayIn } from './holidays.js'
import { chooseNearest, choosePicked } from './choose.js'
import {
  centuryPeriod,
  dayPeriod,
  decadePeriod,
  halfPeriod,
  intervalPeriod,
  monthPeriod,
  monthsPeriod,
  pad,
  quarterPeriod,
  seasonPeriod,
  weekPeriod,
  yearPeriod,
  type CalendarPeriod,
} from './periods.js'
import { at, timeless, unplaced, type Placed, type PlaceContext } from './placed.js'
import { placeLatest, placeShift, placeStretch } from './shift.js'
import type { Pick, TimeSense, YearWord } from './senses.js'
import { durationValue } from './values.js'

/** The year a year word means, or null where nothing settles it. */
function yearOf(word: YearWord, context: PlaceContext): number | null {
  if (word === null) return null
  if ('at' in word) return word.at
  const base = 'shift' in word ? context.published : (context.anchor?.start ?? null)
  if (base === null) return null
  return partsOf(base).year + ('shift' in word ? word.shift : word.anchor)
}

/** The same expression in the years around publication. */
function around(context: PlaceContext, make: (year: number) => CalendarPeriod | null) {
  if (context.published === null) return []
  const { year } = partsOf(context.published)
  return [year - 1, year, year + 1].flatMap((candidate) => make(candidate) ?? [])
}

/** Place by its year word, or else by the candidate nearest to publication. */
function placeByYear(
  word: YearWord,
  context: PlaceContext,
  make: (year: number) => CalendarPeriod | null,
  unknown: string,
): Placed {
  const year = yearOf(word, context)
  if (year !== null) {
    const period = make(year)
    return period ? at(period) : unplaced(unknown)
  }
  if (word !== null || context.published === null) return unplaced(unknown)
  const chosen = chooseNearest(around(context, make), context.published, context.tense)
  return chosen ? at(chosen.period, chosen.sure) : unplaced(unknown)
}

type Of<Kind extends TimeSense['kind']> = Extract<TimeSense, { kind: Kind }>

function placeDay(sense: Of<'day'>, context: PlaceContext): Placed {
  const make = (year: number) =>
    isRealDate(year, sense.month, sense.day) ? dayPeriod(dayOf(year, sense.month, sense.day)) : null
  const unknown = `XXXX-${pad(sense.month)}-${pad(sense.day)}`
  if (sense.weekday === null || sense.year !== null)
    return placeByYear(sense.year, context, make, unknown)
  const fitting = around(context, make).filter(
    (period) => weekdayOf(period.start) === sense.weekday,
  )
  const only = fitting[0]
  return only && fitting.length === 1 ? at(only) : placeByYear(null, context, make, unknown)
}

function placeDays(sense: Of<'days'>, context: PlaceContext): Placed {
  const make = (year: number) => {
    const from = dayOf(year, sense.month, sense.day)
    const toYear = sense.toMonth < sense.month ? year + 1 : year
    const to = dayOf(toYear, sense.toMonth, sense.toDay)
    return intervalPeriod(from, to, `${isoOf(from)}/${isoOf(to)}`)
  }
  return placeByYear(sense.year, context, make, `XXXX-${pad(sense.month)}-${pad(sense.day)}`)
}

/** Place after "last", "this" or "next": the candidate around publication that it picks, or null where none is. */
function placePicked(
  pick: Pick,
  context: PlaceContext,
  make: (year: number) => CalendarPeriod | null,
): Placed | null {
  if (pick === null || context.published === null) return null
  const chosen = choosePicked(around(context, make), context.published, pick)
  return chosen && at(chosen.period)
}

function placeMonth(sense: Of<'month'>, context: PlaceContext): Placed {
  const make = (year: number) => monthPeriod(year, sense.month)
  if (sense.pick === 'this' && context.published !== null)
    return at(make(partsOf(context.published).year))
  return (
    placePicked(sense.pick, context, make) ??
    placeByYear(sense.year, context, make, `XXXX-${pad(sense.month)}`)
  )
}

function placeSeason(sense: Of<'season'>, context: PlaceContext): Placed {
  const make = (year: number) => seasonPeriod(year, sense.season)
  return (
    placePicked(sense.pick, context, make) ??
    placeByYear(sense.year, context, make, `XXXX-${sense.season}`)
  )
}

function placeWeekday(sense: Of<'weekday'>, context: PlaceContext): Placed {
  const { published } = context
  if (published === null) return unplaced(`XXXX-WXX-${sense.weekday}`)
  if (sense.week !== null) {
    const monday = weekPeriod(published + 7 * sense.week).start
    return at(dayPeriod(monday + sense.weekday - 1))
  }
  const back = (weekdayOf(published) - sense.weekday + 7) % 7
  const ahead = (sense.weekday - weekdayOf(published) + 7) % 7
  if (sense.pick === 'next') return at(dayPeriod(published + (ahead || 7)))
  if (sense.pick === 'last') return at(dayPeriod(published - (back || 7)))
  if (sense.pick === 'this') return at(dayPeriod(weekPeriod(published).start + sense.weekday - 1))
  return at(dayPeriod(context.tense === 'future' ? published + ahead : published - back))
}

function placeHoliday(sense: Of<'holiday'>, context: PlaceContext): Placed {
  const make = (year: number) => {
    const day = holidayIn(sense.name, year)
    return day === null ? null : dayPeriod(day)
  }
  const pick = sense.pick === 'this' ? null : sense.pick
  return placePicked(pick, context, make) ?? placeByYear(sense.year, context, make, 'XXXX-XX-XX')
}

/** The first nine months: of the year said, else of the year before where they are not yet over. */
function placeFirstMonths(sense: Of<'first-months'>, context: PlaceContext): Placed {
  const value = `P${sense.count}M`
  const [from, to] = sense.edge === 'first' ? [1, sense.count] : [13 - sense.count, 12]
  let year = yearOf(sense.year, context)
  if (year === null && sense.year === null && context.published !== null) {
    const now = partsOf(context.published)
    year = monthsPeriod(now.year, from, to, '').end < context.published ? now.year : now.year - 1
  }
  return year === null ? unplaced(value) : at(monthsPeriod(year, from, to, value))
}

function placeDayOfMonth(day: number, context: PlaceContext): Placed {
  const base = context.anchor?.start ?? context.published
  if (base === null) return unplaced(`XXXX-XX-${pad(day)}`)
  const { year, month } = partsOf(base)
  if (!isRealDate(year, month, day)) return unplaced(`XXXX-XX-${pad(day)}`)
  return at(dayPeriod(dayOf(year, month, day)))
}

/** The day that a time of day belongs to: the one said with it, else the day named before. */
function dayAround(day: TimeSense | null, context: PlaceContext): CalendarPeriod | null {
  if (day) return placeSense(day, context).period
  return context.anchor?.granularity === 'day' ? context.anchor : null
}

function placeClock(sense: Of<'clock' | 'day-part'>, context: PlaceContext): Placed {
  const day = dayAround(sense.day, context)
  const guess = day ?? (context.published === null ? null : dayPeriod(context.published))
  const clock =
    sense.kind === 'day-part'
      ? sense.part
      : `${pad(sense.hour)}:${sense.minute === null ? '00' : pad(sense.minute)}`
  const value = `${guess?.value ?? 'XXXX-XX-XX'}T${clock}`
  return { value, period: day, sure: day !== null, timeless: false }
}

/** A range: an end without its own year takes the other's ("from March to June 2022"). */
function placeRange(sense: Of<'range'>, context: PlaceContext): Placed {
  const to = placeSense(sense.to, context)
  const lent =
    'year' in sense.from && sense.from.year === null && to.period
      ? ({ ...sense.from, year: { at: partsOf(to.period.start).year } } as TimeSense)
      : sense.from
  let from = placeSense(lent, context)
  if (from.period && to.period && from.period.start > to.period.end && lent !== sense.from)
    from = placeSense(
      { ...lent, year: { at: partsOf(from.period.start).year - 1 } } as TimeSense,
      context,
    )
  const value = `${from.value}/${to.value}`
  if (!from.period || !to.period || from.period.start > to.period.end) return unplaced(value)
  const sure = from.sure && to.sure
  return at(intervalPeriod(from.period.start, to.period.end, value), sure)
}

/** "since 1994" runs to the day of publication, "until 2025" from it; without that day neither has an end. */
function placeBounded(sense: Of<'bounded'>, context: PlaceContext): Placed {
  const base = placeSense(
    sense.base,
    sense.side === 'since' ? { ...context, tense: 'past' } : context,
  )
  const { published } = context
  if (!base.period || published === null) return { ...base, period: null, sure: false }
  const [start, end] =
    sense.side === 'since' ? [base.period.start, published] : [published, base.period.end]
  if (start > end) return { ...base, period: null, sure: false }
  return at(intervalPeriod(start, end, base.value), base.sure)
}

/** Months, a quarter or a half of a year. */
function placePart(sense: Of<'months' | 'quarter' | 'half'>, context: PlaceContext): Placed {
  if (sense.kind === 'quarter') {
    const make = (year: number) => quarterPeriod(year, sense.quarter)
    return placeByYear(sense.year, context, make, `XXXX-Q${sense.quarter}`)
  }
  if (sense.kind === 'half') {
    const make = (year: number) => halfPeriod(year, sense.half)
    return placeByYear(sense.year, context, make, `XXXX-H${sense.half}`)
  }
  const value = (year: number) => `${year}-${pad(sense.from)}/${year}-${pad(sense.to)}`
  const make = (year: number) => monthsPeriod(year, sense.from, sense.to, value(year))
  return placeByYear(sense.year, context, make, `XXXX-${pad(sense.from)}`)
}

/** Place a sense in the calendar. Pure; never throws. */
export function placeSense(sense: TimeSense, context: PlaceContext): Placed {
  switch (sense.kind) {
    case 'day':
      return placeDay(sense, context)
    case 'days':
      return placeDays(sense, context)
    case 'month':
      return placeMonth(sense, context)
    case 'months':
    case 'quarter':
    case 'half':
      return placePart(sense, context)
    case 'year': {
      const year = yearOf(sense.year, context)
      return year === null ? unplaced('XXXX') : at(yearPeriod(year))
    }
    case 'years': {
      const [from, to] = [dayOf(sense.from, 1, 1), dayOf(sense.to, 12, 31)]
      return at(intervalPeriod(from, to, `${sense.from}/${sense.to}`))
    }
    case 'first-months':
      return placeFirstMonths(sense, context)
    case 'season':
      return placeSeason(sense, context)
    case 'decade':
      return at(decadePeriod(sense.from))
    case 'century':
      return sense.century >= 1 && sense.century <= 99
        ? at(centuryPeriod(sense.century))
        : unplaced('XX')
    case 'weekday':
      return placeWeekday(sense, context)
    case 'day-of-month':
      return placeDayOfMonth(sense.day, context)
    case 'holiday':
      return placeHoliday(sense, context)
    case 'shift':
      return placeShift(sense, context)
    case 'latest':
      return placeLatest(sense.unit, context)
    case 'stretch':
      return placeStretch(sense, context)
    case 'duration':
      return timeless(durationValue(sense.unit, sense.count))
    case 'set':
    case 'ref':
      return timeless(sense.value)
    case 'clock':
    case 'day-part':
      return placeClock(sense, context)
    case 'range':
      return placeRange(sense, context)
    case 'bounded':
      return placeBounded(sense, context)
    case 'ambiguous':
      return unplaced(sense.value)
  }
}
