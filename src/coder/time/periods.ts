import { dayOf, isoOf, weekdayOf, weekOf } from '../../core/calendar.js'
import type { RecordTime } from '../../core/records.js'

/** Stretches of the calendar that time expressions name. A day is its number (core's calendar). */
export type Granularity = RecordTime['granularity']

/** A stretch of the calendar: first and last day (both included), and its TIMEX3 value. */
export interface CalendarPeriod {
  readonly start: number
  readonly end: number
  readonly granularity: Granularity
  readonly value: string
}

/** A number in digits, filled up with zeros to a width. */
export const pad = (value: number, width = 2) => String(value).padStart(width, '0')

const period = (start: number, end: number, granularity: Granularity, value: string) => ({
  start,
  end,
  granularity,
  value,
})

export const dayPeriod = (day: number): CalendarPeriod => period(day, day, 'day', isoOf(day))

/** The ISO week (Monday to Sunday) that holds a day. */
export function weekPeriod(day: number): CalendarPeriod {
  const monday = day - weekdayOf(day) + 1
  const { year, week } = weekOf(day)
  return period(monday, monday + 6, 'interval', `${pad(year, 4)}-W${pad(week)}`)
}

/** Saturday and Sunday of the ISO week that holds a day. */
export function weekendPeriod(day: number): CalendarPeriod {
  const week = weekPeriod(day)
  return period(week.start + 5, week.end, 'interval', `${week.value}-WE`)
}

/** A whole month (1 to 12) as a period. */
export function monthPeriod(year: number, month: number): CalendarPeriod {
  const [start, end] = [dayOf(year, month, 1), dayOf(year, month + 1, 0)]
  return period(start, end, 'month', `${pad(year, 4)}-${pad(month)}`)
}

/** Whole months from `from` to `to` of a year, both included; `value` as given. */
export function monthsPeriod(year: number, from: number, to: number, value: string) {
  return period(dayOf(year, from, 1), dayOf(year, to + 1, 0), 'interval', value)
}

/** A whole quarter (1 to 4) as a period. */
export function quarterPeriod(year: number, quarter: number): CalendarPeriod {
  const { start, end } = monthsPeriod(year, quarter * 3 - 2, quarter * 3, '')
  return period(start, end, 'quarter', `${pad(year, 4)}-Q${quarter}`)
}

export const halfPeriod = (year: number, half: number): CalendarPeriod =>
  monthsPeriod(year, half * 6 - 5, half * 6, `${pad(year, 4)}-H${half}`)

/** A whole year as a period. */
export function yearPeriod(year: number): CalendarPeriod {
  return period(dayOf(year, 1, 1), dayOf(year, 12, 31), 'year', pad(year, 4))
}

/** The decade that begins with `from` (a multiple of ten). */
export function decadePeriod(from: number): CalendarPeriod {
  return period(dayOf(from, 1, 1), dayOf(from + 9, 12, 31), 'decade', pad(Math.floor(from / 10), 3))
}

/** The n-th century: the twentieth runs from 1901 to 2000; its TIMEX3 value is its first two digits, 19. */
export function centuryPeriod(century: number): CalendarPeriod {
  const [from, to] = [(century - 1) * 100 + 1, century * 100]
  return period(dayOf(from, 1, 1), dayOf(to, 12, 31), 'interval', pad(century - 1))
}

const SEASON_FIRST_MONTH: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 }

/** A season of the northern half of the world; winter begins in December of the year named. */
export function seasonPeriod(year: number, season: string): CalendarPeriod {
  const first = SEASON_FIRST_MONTH[season] ?? 12
  return monthsPeriod(year, first, first + 2, `${pad(year, 4)}-${season}`)
}

export const intervalPeriod = (start: number, end: number, value: string): CalendarPeriod =>
  period(start, end, 'interval', value)
