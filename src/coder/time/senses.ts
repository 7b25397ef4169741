/** What a time expression says, before it is placed in the calendar: no date of publication is known here. */

export type TimeUnit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'night'
  | 'week'
  | 'fortnight'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century'
  | 'millennium'

/**
 * Which year is meant: a number; the year of publication (0), the one before (−1) or after (1);
 * the year of the time named before (`anchor`); or null, not said.
 */
export type YearWord =
  { readonly at: number } | { readonly shift: number } | { readonly anchor: number } | null

/** `last`, `this` or `next` before a month, weekday or season; null when bare. */
export type Pick = 'last' | 'this' | 'next' | null

/** Where a shift is counted from: the day of publication, or the time named before. */
export type Origin = 'document' | 'anchor'

export type TimeSense =
  | {
      readonly kind: 'day'
      readonly year: YearWord
      readonly month: number
      readonly day: number
      readonly weekday: number | null
    }
  | {
      readonly kind: 'days'
      readonly year: YearWord
      readonly month: number
      readonly day: number
      readonly toMonth: number
      readonly toDay: number
    }
  | {
      readonly kind: 'month'
      readonly year: YearWord
      readonly month: number
      readonly pick: Pick
    }
  | {
      readonly kind: 'months'
      readonly year: YearWord
      readonly from: number
      readonly to: number
    }
  | { readonly kind: 'year'; readonly year: Exclude<YearWord, null> }
  | { readonly kind: 'years'; readonly from: number; readonly to: number }
  | { readonly kind: 'quarter'; readonly year: YearWord; readonly quarter: number }
  | { readonly kind: 'half'; readonly year: YearWord; readonly half: number }
  | {
      readonly kind: 'first-months'
      readonly year: YearWord
      readonly count: number
      readonly edge: 'first' | 'last'
    }
  | {
      readonly kind: 'season'
      readonly year: YearWord
      readonly season: string
      readonly pick: Pick
    }
  | { readonly kind: 'decade'; readonly from: number }
  | { readonly kind: 'century'; readonly century: number }
  | {
      readonly kind: 'weekday'
      readonly weekday: number
      readonly pick: Pick
      /** Week that is named beside the weekday ("Friday last week"): weeks from the week of publication. */
      readonly week: number | null
    }
  | {
      readonly kind: 'day-of-month'
      readonly day: number
    }
  | {
      readonly kind: 'holiday'
      readonly name: string
      readonly year: YearWord
      readonly pick: Pick
    }
  | {
      readonly kind: 'shift'
      readonly unit: TimeUnit
      /** Signed count; null for "several days ago". */
      readonly count: number | null
      readonly direction: -1 | 0 | 1
      readonly origin: Origin
      /** Told by "ago": a year ago, not last year. */
      readonly ago?: boolean
    }
  /** "the latest quarter", "over the weekend": the unit last talked of, else the last one that is over. */
  | { readonly kind: 'latest'; readonly unit: TimeUnit }
  | { readonly kind: 'duration'; readonly unit: TimeUnit; readonly count: number | null }
  | {
      readonly kind: 'stretch'
      readonly unit: TimeUnit
      readonly count: number | null
      readonly direction: -1 | 1
    }
  | { readonly kind: 'set'; readonly value: string }
  | { readonly kind: 'ref'; readonly value: 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF' }
  | {
      readonly kind: 'clock'
      readonly hour: number
      readonly minute: number | null
      readonly day: TimeSense | null
    }
  | {
      readonly kind: 'day-part'
      readonly part: 'MO' | 'MI' | 'AF' | 'EV' | 'NI'
      readonly day: TimeSense | null
    }
  | { readonly kind: 'range'; readonly from: TimeSense; readonly to: TimeSense }
  | {
      readonly kind: 'bounded'
      readonly base: TimeSense
      readonly side: 'since' | 'until'
    }
  /** Said, but not placed: "12/10/2022" may be October or December. `value` is the TIMEX3 guess. */
  | { readonly kind: 'ambiguous'; readonly value: string }
