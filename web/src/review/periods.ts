import type { RecordView } from '../../../src/api/types.js'

export type RecordTime = NonNullable<RecordView['time']>
export type Granularity = RecordTime['granularity']

const MONTHS_IN: Readonly<Partial<Record<Granularity, number>>> = {
  month: 1,
  quarter: 3,
  year: 12,
  decade: 120,
}

/**
 * The first and last day of the period of a granularity in which an ISO date lies. A day is its own period; an interval
 * has no period that a day would tell, nor has what is no date: the day is given back as both.
 */
export function periodAround(granularity: Granularity, day: string): [start: string, end: string] {
  const length = MONTHS_IN[granularity]
  const parts = /^(\d{4})-(\d\d)-\d\d$/.exec(day)
  if (length === undefined || !parts) return [day, day]
  const month = Number(parts[1]) * 12 + Number(parts[2]) - 1
  const first = month - (month % length)
  return [isoDay(first, 1), isoDay(first + length, 0)]
}

/** A day of a month counted from the year 0; day 0 is the last of the month before. */
function isoDay(month: number, day: number): string {
  const date = new Date(Date.UTC(2000, 0, 1))
  date.setUTCFullYear(Math.floor(month / 12), month % 12, day)
  return date.toISOString().slice(0, 10)
}
