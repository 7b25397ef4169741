import type { RecordTime } from '../../core/records.js'

/** Day arithmetic of the Gregorian calendar. A day is a count of days since 1970-01-01; no clock is read. */
export type Granularity = RecordTime['granularity']

/** A stretch of the calendar: first and last day (both included), and its TIMEX3 value. */
export interface CalendarPeriod {
  readonly start: number
  readonly end: number
  readonly granularity: Granularity
  readonly value: string
}

export interface DayParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

const DAY_MS = 86_400_000
const pad = (value: number, width = 2) => String(value).padStart(width, '0')

function utc(year: number, month: number, day: number): Date {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date
}

/** Day number of a date. A month or day beyond its range runs over, as in `Date.UTC`. */
export function dayOf(year: number, month: number, day: number): number {
  return Math.round(utc(year, month, day).getTime() / DAY_MS)
}

/** Year, month and day of a day number. */
export function partsOf(day: number): DayParts {
  const date = new Date(day * DAY_MS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** ISO date of a day number. */
export function isoOf(day: number): string {
  const { year, month, day: dayOfMonth } = partsOf(day)
  return `${pad(year, 4)}-${pad(month)}-${pad(dayOfMonth)}`
}

/** Day number of an ISO date (a time of day after it is left out), or null where it is not a real date. */
export function parseIso(text: string): number | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T ])/.exec(text)
  if (!found) return null
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])]
  return isRealDate(year, month, day) ? dayOf(year, month, day) : null
}

/** Does this date exist in the calendar? */
export function isRealDate(year: number, month: number, day: number): boolean {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return false
  return day <= daysInMonth(year, month)
}

/** Days of a month (1 to 12) in the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  return partsOf(dayOf(year, month + 1, 0)).day
}

/** ISO weekday: Monday is 1, Sunday 7. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** ISO week of a day: the week belongs to the year that holds its Thursday. */
export function weekOf(day: number): { year: number; week: number } {
  const thursday = day - weekdayOf(day) + 4
  const year = partsOf(thursday).year
  return { year, week: Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1 }
}

/** A day moved by whole months; the day of the month is cut to the month's length. */
export function addMonths(day: number, months: number): number {
  const { year, month, day: dayOfMonth } = partsOf(day)
  const index = year * 12 + (month - 1) + months
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1]
  return dayOf(toYear, toMonth, Math.min(dayOfMonth, daysInMonth(toYear, toMonth)))
}

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

/** Easter Sunday of the western churches (Meeus, "Astronomical Algorithms", chapter 8). */
export function easterOf(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const e = b % 4
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const month = Math.floor((h + l - 7 * m + 90) / 25)
  return dayOf(year, month, (h + l - 7 * m + 33 * month + 19) % 32)
}
