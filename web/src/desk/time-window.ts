import type { HappeningView } from '../../../src/api/types.js'
import { useAddress } from '../parts/use-address.js'
import { daysAfter, extentOf } from '../pictures/time.js'
import { periodIn } from './addresses.js'
import type { Period } from './addresses.js'
import { standingOf } from './happenings.js'

/** Which years a picture draws. */

export type Dated = HappeningView & { readonly days: NonNullable<HappeningView['days']> }

export interface TimeWindow {
  /** ISO days */
  readonly first: string
  readonly last: string
  readonly inside: readonly Dated[]
  /** Happenings outside the window, and of no known time within a year: they are in the table. */
  readonly outside: number
  readonly undated: number
}

const YEAR = 365
const YEARS_BACK = 3

/**
 * Three years up to the latest happening that took place by today (an ISO day), and one year on for what is announced: an old date, or a plan
 * for ten years, would squeeze the rest. All of them where the address says so; where it names a period, that. Null where
 * no happening has a time.
 */
export function useTimeWindow(
  happenings: readonly HappeningView[],
  today: string,
): TimeWindow | null {
  const { params } = useAddress()
  const dated = happenings.filter(isDated)
  const period = params.get('years') === 'all' ? OPEN : periodIn(params)
  const isFree = params.get('years') === 'all' || period.from !== null || period.to !== null
  const limits = isFree ? period : usualPeriod(dated, today)
  const inside = dated.filter(({ days }) => reaches(days, limits))
  const extent = extentOf(inside.flatMap(({ days }) => clipped(days, limits)))
  if (!extent) return null
  const [first, last] = extent
  const outside = dated.length - inside.length
  return { first, last, inside, outside, undated: happenings.length - dated.length }
}

/** A mark in the middle of many years would say what nobody knows. */
function isDated(happening: HappeningView): happening is Dated {
  const { days } = happening
  return days !== null && daysAfter(days.start, YEAR + 1) > days.end
}

const OPEN: Period = { from: null, to: null }

function usualPeriod(dated: readonly Dated[], today: string): Period {
  const past = dated.filter((one) => standingOf(one) === 'past' && one.days.end <= today)
  const last = extentOf((past.length > 0 ? past : dated).map(({ days }) => days.end))?.[1]
  if (last === undefined) return OPEN
  return { from: daysAfter(last, -YEARS_BACK * YEAR), to: daysAfter(last, YEAR) }
}

function reaches({ start, end }: Dated['days'], { from, to }: Period): boolean {
  return (from === null || end >= from) && (to === null || start <= to)
}

/** A happening may reach over the edge of what is drawn; the picture ends there. */
function clipped({ start, end }: Dated['days'], { from, to }: Period): string[] {
  return [from !== null && start < from ? from : start, to !== null && end > to ? to : end]
}
