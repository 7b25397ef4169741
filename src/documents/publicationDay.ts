import { dayOf, weekdayOf } from '../core/index.js'
import type { PublishedBasis } from '../core/index.js'
import { dayOfIso, isoOfDay, isReportDay } from './reportDay.js'
import { findWeekdays, findWrittenDates } from './writtenDates.js'
import type { WrittenDate } from './writtenDates.js'

/** The day of publication where the year is not written: the rule of records.md, as pure functions. */

export interface PublicationDay {
  readonly published: string
  readonly basis: PublishedBasis
}

/** The years that a text allows for itself; `settled` where its own words leave one. */
export interface YearBounds {
  readonly earliest: number | null
  readonly settled: number | null
}

/** Words that put a year into the future or the open: such a sentence bounds nothing. */
const FUTURE =
  /\b(?:will|would|shall|by|until|till|plan(?:s|ned)?|scheduled|expect(?:s|ed)?|due|target|aims?|goal|next|upcoming|forthcoming|future|strategy|agenda|vision|programme|program|before|candidate|bid|if|could|might)\b/i
/** "may" in small letters: "May 2023" is a month. */
const MAY = /\bmay\b/
const PAST =
  /\b(?:was|were|had|did|been|since|took|began|came|went|held|met|fell|rose|hit|grew|brought|made|became|won|lost|saw|stood|said|told|left|sent|gave|put|set|spent|sold|bought|(?!need|exceed)\p{L}{2,}ed)\b/iu
const YEAR = /(?<![\d.,–$€£#-])\b((?:19|20)\d\d)\b(?![\d–-]|[.,]\d)/g
const LAST_YEAR =
  /\blast year\W{1,3}(?:in )?((?:19|20)\d\d)\b|\bin ((?:19|20)\d\d)\W{1,3}last year\b/i
const THIS_YEAR =
  /\bthis year\W{1,3}(?:in )?((?:19|20)\d\d)\b|\bin ((?:19|20)\d\d)\W{1,3}this year\b/i

/**
 * Bounds for a text's own year. A year named in a sentence about the past is a lower bound (years after
 * `asOf` are never past); "last year (2022)" and "this year, 2023" settle it.
 */
export function yearBoundsOf(text: string, asOf: string): YearBounds {
  const limit = Number(asOf.slice(0, 4))
  const settledBy = (pattern: RegExp) => {
    const match = pattern.exec(text)
    return match ? Number(match[1] ?? match[2]) : null
  }
  const last = settledBy(LAST_YEAR)
  const settled = last === null ? settledBy(THIS_YEAR) : last + 1
  const past = text
    .split(/(?<=[.!?]["”’]?)\s+|\n+/)
    .filter((sentence) => PAST.test(sentence) && !FUTURE.test(sentence) && !MAY.test(sentence))
    .flatMap((sentence) => [...sentence.matchAll(YEAR)].map((match) => Number(match[1])))
    .filter((year) => year <= limit)
  return { earliest: past.length ? Math.max(...past) : null, settled }
}

/**
 * The day that a date without a year means: the latest year, not after `asOf`, in which the weekday fits and which
 * the bounds allow; or the year that the text settles; or the one year left between the bounds. Null with none of
 * these grounds. `weekday` is 1 for Monday to 7 for Sunday, `asOf` an ISO date.
 */
export function inferPublished(
  date: { month: number; day: number },
  weekday: number | null,
  bounds: YearBounds,
  asOf: string,
): string | null {
  const limit = dayOfIso(asOf)
  if (!limit) return null
  const allowed: string[] = []
  const earliest = bounds.earliest ?? limit.year - 120
  for (let year = limit.year; year >= earliest; year--) {
    const day = { year, month: date.month, day: date.day }
    if (!isReportDay(day) || isoOfDay(day) > asOf) continue
    if (bounds.settled !== null && year !== bounds.settled) continue
    const fits = weekday === null || weekdayOf(dayOf(year, date.month, date.day)) === weekday
    if (fits) allowed.push(isoOfDay(day))
  }
  const [latest] = allowed
  if (latest === undefined) return null
  const grounded = weekday !== null || bounds.settled !== null
  return grounded || (bounds.earliest !== null && allowed.length === 1) ? latest : null
}

/**
 * The weekday that goes with a date: the one written beside it, or beside the same day elsewhere in the text, or
 * the first that the lead names as its own ("said Friday"; not "next Friday"). Null when there is none.
 */
export function weekdayForDate(date: WrittenDate, lead: string, text: string): number | null {
  if (date.weekday !== null) return date.weekday
  const same = findWrittenDates(text).find(
    (other) => other.month === date.month && other.day === date.day && other.weekday !== null,
  )
  if (same) return same.weekday
  const own = findWeekdays(lead).find(
    ({ start }) =>
      !/\b(?:next|last|until|till|by|since|from|every|previous)\s+$/i.test(lead.slice(0, start)),
  )
  return own ? own.weekday : null
}

/** The day that a written date means, with its basis. `lead` is the first paragraph or two, `text` all of it. */
export function publicationDayOf(
  date: WrittenDate,
  lead: string,
  text: string,
  asOf: string,
): PublicationDay | null {
  if (date.year !== null)
    return {
      published: isoOfDay({ year: date.year, month: date.month, day: date.day }),
      basis: 'dateline',
    }
  const published = inferPublished(
    date,
    weekdayForDate(date, lead, text),
    yearBoundsOf(text, asOf),
    asOf,
  )
  return published === null ? null : { published, basis: 'inferred' }
}
