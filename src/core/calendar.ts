/**
 * The Gregorian calendar in whole days. A day is its number: how many days it comes after 1970-01-01. Pure: nothing here
 * reads a clock or a time zone.
 */

/** What a day is called; `month` and `day` count from 1. */
export interface DayParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

const DAY_MS = 86_400_000
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const LATEST_YEAR = 9999

/** Is it a leap year by the Gregorian rule? */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** Days of a month (1 to 12) in a year; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0)
}

/** Does the day exist, within the years that an ISO date can write (1 to 9999)? */
export function isRealDate(year: number, month: number, day: number): boolean {
  if (![year, month, day].every(Number.isInteger)) return false
  return year >= 1 && year <= LATEST_YEAR && day >= 1 && day <= daysInMonth(year, month)
}

/** The day of a date. A month or day of the month beyond its range runs over, as in `Date.UTC`. */
export function dayOf(year: number, month: number, day: number): number {
  // `Date.UTC` would take the years 0 to 99 for 1900 to 1999.
  return Math.round(new Date(0).setUTCFullYear(year, month - 1, day) / DAY_MS)
}

/** Year, month and day of the month of a day. */
export function partsOf(day: number): DayParts {
  const date = new Date(day * DAY_MS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** ISO 8601 date of a day ("2023-06-20"). */
export function isoOf(day: number): string {
  const { year, month, day: dayOfMonth } = partsOf(day)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`
}

/** The day that an ISO date, or an ISO date and time, names as written (no time zone is applied); null if none. */
export function parseIso(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T ]\d)/.exec(text.trim())
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return isRealDate(year, month, day) ? dayOf(year, month, day) : null
}

/** ISO 8601 number of a day's weekday: 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: number): number {
  // 1970-01-01 was a Thursday.
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** ISO 8601 week of a day: the week belongs to the year that holds its Thursday. */
export function weekOf(day: number): { year: number; week: number } {
  const thursday = day - weekdayOf(day) + 4
  const { year } = partsOf(thursday)
  return { year, week: Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1 }
}

/** A day moved by whole months; the day of the month is cut to the month's length. */
export function addMonths(day: number, months: number): number {
  const { year, month, day: dayOfMonth } = partsOf(day)
  const index = year * 12 + (month - 1) + months
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1]
  return dayOf(toYear, toMonth, Math.min(dayOfMonth, daysInMonth(toYear, toMonth)))
}
