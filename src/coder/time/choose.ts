import type { CalendarPeriod } from './periods.js'
import type { Pick } from './senses.js'

/** Choosing which year's day, month, quarter or season is meant when no year is written. */

export type TenseHint = 'past' | 'future' | 'present' | null

/** Farther than this from the day of publication, a date without a year needs a verb's tense to be sure. */
const SURE_WITHOUT_TENSE_DAYS = 125
/** A tense that speaks against the nearest candidate counts only when that one is at least so far away. */
const TENSE_BEATS_NEAREST_DAYS = 75

/** Days between a period and a day; 0 when the day lies in it. */
export function distance(period: CalendarPeriod, day: number): number {
  if (day < period.start) return period.start - day
  return day > period.end ? day - period.end : 0
}

export interface Chosen {
  readonly period: CalendarPeriod
  /** False where neither tense nor nearness settles it: the value is a best guess, not knowledge. */
  readonly sure: boolean
}

const fits = (period: CalendarPeriod, day: number, tense: TenseHint) =>
  tense === 'past' ? period.start <= day : tense === 'future' ? period.end >= day : true

const byDistance = (candidates: readonly CalendarPeriod[], day: number) =>
  [...candidates].sort((a, b) => distance(a, day) - distance(b, day))

/**
 * The candidate meant by a bare expression ("in October", "June 17"), told from the day of publication.
 * `candidates` are the same expression in neighbouring years. Null when there are none.
 */
export function chooseNearest(
  candidates: readonly CalendarPeriod[],
  day: number,
  tense: TenseHint,
): Chosen | null {
  const sorted = byDistance(candidates, day)
  const nearest = sorted[0]
  if (!nearest) return null
  const gap = distance(nearest, day)
  if (fits(nearest, day, tense) || gap < TENSE_BEATS_NEAREST_DAYS) {
    const told = tense === 'past' || tense === 'future'
    return { period: nearest, sure: told || gap <= SURE_WITHOUT_TENSE_DAYS }
  }
  const fitting = sorted.find((candidate) => fits(candidate, day, tense))
  return { period: fitting ?? nearest, sure: fitting !== undefined }
}

/** The candidate meant after "last", "this" or "next". Null when none fits. */
export function choosePicked(
  candidates: readonly CalendarPeriod[],
  day: number,
  pick: Exclude<Pick, null>,
): Chosen | null {
  const sorted = byDistance(candidates, day)
  const fitting = sorted.find((candidate) => {
    if (pick === 'last') return candidate.end < day
    return pick === 'next' ? candidate.start > day : true
  })
  return fitting ? { period: fitting, sure: true } : null
}
