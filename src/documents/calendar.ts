/** The Gregorian calendar in whole days. Pure: nothing here reads a clock or a time zone. */

/** A day of the calendar; `month` and `day` count from 1. */
export interface CalendarDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const EARLIEST_YEAR = 1800
const LATEST_YEAR = 2199

/** Is it a leap year by the Gregorian rule? */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** Days of a month (1 to 12) in a year; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0)
}

/** Does the day exist, within the years that newspapers are read for (1800 to 2199)? */
export function isCalendarDay({ year, month, day }: CalendarDay): boolean {
  if (![year, month, day].every(Number.isInteger)) return false
  return year >= EARLIEST_YEAR && year <= LATEST_YEAR && day >= 1 && day <= daysInMonth(year, month)
}

/** Day of the week, 0 for Sunday to 6 for Saturday (Sakamoto's method). */
export function weekdayOf({ year, month, day }: CalendarDay): number {
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0
  const y = month < 3 ? year - 1 : year
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + day) % 7
}

/** ISO 8601 date of a day ("2023-06-20"). */
export function isoOfDay({ year, month, day }: CalendarDay): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

/** The day that an ISO date, or an ISO date and time, names as written (no time zone is applied); null if none. */
export function dayOfIso(text: string): CalendarDay | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T ]\d)/.exec(text.trim())
  if (!match) return null
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
  return isCalendarDay(day) ? day : null
}
