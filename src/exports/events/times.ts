import type { RecordTime } from '../../core/index.js'

/** An event's time in the forms that event data use; a part that the time does not settle is null. */
export interface TimeFacts {
  /** ISO date. */
  readonly day: string | null
  /** YYYYMMDD. */
  readonly dayNumber: string | null
  /** YYYYMM. */
  readonly monthNumber: string | null
  readonly year: string | null
  /** Year and the part of it that had passed, with four decimals. */
  readonly fraction: string | null
}

/** The time of an event in the forms of event data. A stretch of several days has no day, one of several months no month. */
export function timeFacts(time: RecordTime | null): TimeFacts {
  const shared = (digits: number): string | null => {
    const start = time?.start.slice(0, digits) ?? null
    return start !== null && time?.end.slice(0, digits) === start ? start : null
  }
  const day = shared('2023-06-20'.length)
  return {
    day,
    dayNumber: day?.replaceAll('-', '') ?? null,
    monthNumber: shared('2023-06'.length)?.replace('-', '') ?? null,
    year: shared('2023'.length),
    fraction: day === null ? null : fractionOf(day),
  }
}

/**
 * GDELT's FractionDate. Its codebook says (MONTH × 30 + DAY) / 365; its files have (MONTH − 1) × 30 + DAY, for instance
 * 2017.3671 for 2017-05-14, and so has this.
 */
function fractionOf(day: string): string {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number)
  return (year + ((month - 1) * 30 + dayOfMonth) / 365).toFixed(4)
}
