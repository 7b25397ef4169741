import { scaleUtc } from 'd3-scale'
import type { ScaleTime } from 'd3-scale'

export type TimeScale = ScaleTime<number, number>

const DAY_MS = 86_400_000

/** An ISO day as a moment: its first, in universal time. */
export function momentOf(isoDay: string): number {
  return Date.parse(`${isoDay}T00:00:00Z`)
}

/** The ISO day of a moment. */
export function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10)
}

/** The ISO day so many days after another. */
export function daysAfter(isoDay: string, days: number): string {
  return dayOf(momentOf(isoDay) + days * DAY_MS)
}

/** A scale of time from one ISO day to the end of another, over the given pixels, with a margin of 3 %. */
export function timeScale(first: string, last: string, left: number, right: number): TimeScale {
  const [start, end] = [momentOf(first), momentOf(last) + DAY_MS]
  const margin = Math.max((end - start) * 0.03, 3 * DAY_MS)
  return scaleUtc([start - margin, end + margin], [left, right])
}

/** First and last ISO day of some; null for none. */
export function extentOf(days: readonly string[]): [first: string, last: string] | null {
  const sorted = days.toSorted()
  const [first, last] = [sorted[0], sorted.at(-1)]
  return first === undefined || last === undefined ? null : [first, last]
}

/** Middle of a span of ISO days, as a moment. */
export function middleOf({ start, end }: { start: string; end: string }): number {
  return (momentOf(start) + momentOf(end) + DAY_MS) / 2
}

/** First and last day of a quarter such as `2023-Q4`. */
export function daysOfQuarter(quarter: string): { from: string; to: string } {
  const [year, number] = [Number(quarter.slice(0, 4)), Number(quarter.slice(-1))]
  const from = dayOf(Date.UTC(year, number * 3 - 3, 1))
  return { from, to: dayOf(Date.UTC(year, number * 3, 1) - DAY_MS) }
}
