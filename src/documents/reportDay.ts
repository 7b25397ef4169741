import { dayOf, isoOf, isRealDate, parseIso, partsOf } from '../core/index.js'
import type { DayParts } from '../core/index.js'

/** Days that a report can be of: those of the calendar in the years that newspapers are read for. */

const EARLIEST_YEAR = 1800
const LATEST_YEAR = 2199

/** Does the day exist, within the years that newspapers are read for (1800 to 2199)? */
export function isReportDay({ year, month, day }: DayParts): boolean {
  return year >= EARLIEST_YEAR && year <= LATEST_YEAR && isRealDate(year, month, day)
}

/** The report day that an ISO date, or an ISO date and time, names as written (no time zone is applied); null if none. */
export function dayOfIso(text: string): DayParts | null {
  const day = parseIso(text)
  const parts = day === null ? null : partsOf(day)
  return parts && isReportDay(parts) ? parts : null
}

/** ISO 8601 date of a report day ("2023-06-20"). */
export function isoOfDay({ year, month, day }: DayParts): string {
  return isoOf(dayOf(year, month, day))
}
