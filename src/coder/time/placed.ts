import type { TenseHint } from './choose.js'
import type { CalendarPeriod } from './periods.js'

/** What the calendar place of a sense depends on; `published` is a day of core's calendar. */
export interface PlaceContext {
  readonly published: number | null
  readonly tense: TenseHint
  /** The time named before in the text. */
  readonly anchor: CalendarPeriod | null
}

/** A sense with its TIMEX3 value and, where it has one, its place in the calendar. */
export interface Placed {
  readonly value: string
  readonly period: CalendarPeriod | null
  /** False where the value is a best guess; such a time stays out of the ledger. */
  readonly sure: boolean
  /** True where the sense has no place by its nature (a duration, a set, "recently"). */
  readonly timeless: boolean
}

/** A sense that means a period. */
export const at = (period: CalendarPeriod, sure = true): Placed => ({
  value: period.value,
  period,
  sure,
  timeless: false,
})

/** A sense that has a place, which is not known. */
export const unplaced = (value: string): Placed => ({
  value,
  period: null,
  sure: false,
  timeless: false,
})

/** A sense that has no place. */
export const timeless = (value: string): Placed => ({
  value,
  period: null,
  sure: true,
  timeless: true,
})
