import type { Codebook } from '../../codebook/index.js'
import type { FigureRecord } from '../../core/index.js'

/** How exact a written number is: the values that it leaves open. */

/** All values from `low` to `high` fit the words; one end is infinite for "more than" and "less than". */
export interface ValueRange {
  readonly low: number
  readonly high: number
}

/** "About 30" may stand for 28 to 32: a fifteenth of the value to either side … */
const ABOUT_PART = 1 / 15
/** … but never more than four times what the last digit leaves open. */
const ABOUT_MOST = 4
/** Zeros at the end of a whole number are taken for rounding beyond the second digit: 7,600 is 7,550 to 7,650. */
const SURE_DIGITS = 2

const NUMBERS = /\d{1,3}(?:[ , ]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/gu

/**
 * The values that a figure leaves open, from its number as its evidence writes it and its comparator:
 *
 * - half a unit of the last digit written to either side: "32.3 billion" is 32.25 to 32.35 billion, "30 %" 29.5 to 30.5;
 * - zeros that end a whole number count as digits only among its first two: "7,600" is 7,550 to 7,650, "40" 39.5 to 40.5;
 * - `~` widens this to a fifteenth of the value, but not beyond four times as much: "about 30 %" is 28 to 32 %,
 *   "about 7,600" 7,400 to 7,800;
 * - `>`, `>=`, `<` and `<=` leave one side open, and the other ends where the rounding of the number does.
 *
 * A number that the evidence does not have in digits ("a third") is taken to be written with two. Units as in the record.
 */
export function valueRangeOf(figure: FigureRecord, scales: Codebook['scales']): ValueRange {
  const half = halfUnitOf(figure, scales)
  const { value, comparator } = figure
  if (comparator === '>' || comparator === '>=') return { low: value - half, high: Infinity }
  if (comparator === '<' || comparator === '<=') return { low: -Infinity, high: value + half }
  if (comparator === '=') return { low: value - half, high: value + half }
  const about = Math.max(half, Math.min(Math.abs(value) * ABOUT_PART, half * ABOUT_MOST))
  return { low: value - about, high: value + about }
}

/** Do two ranges share a value? A difference of a millionth is a matter of how computers add. */
export function rangesMeet(a: ValueRange, b: ValueRange): boolean {
  const slack = 1e-6 * Math.min(sizeOf(a), sizeOf(b))
  return a.low <= b.high + slack && b.low <= a.high + slack
}

/** What both leave open. Only for ranges that meet. */
export function sharedRange(a: ValueRange, b: ValueRange): ValueRange {
  return { low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) }
}

/** The values that a sum leaves open. */
export function sumOfRanges(ranges: readonly ValueRange[]): ValueRange {
  return {
    low: ranges.reduce((sum, range) => sum + range.low, 0),
    high: ranges.reduce((sum, range) => sum + range.high, 0),
  }
}

/** Is the range closed on both sides, as "more than" and "less than" are not? */
export function isClosed({ low, high }: ValueRange): boolean {
  return Number.isFinite(low) && Number.isFinite(high)
}

const sizeOf = ({ low, high }: ValueRange): number =>
  Math.max(Number.isFinite(low) ? Math.abs(low) : 0, Number.isFinite(high) ? Math.abs(high) : 0)

function halfUnitOf(figure: FigureRecord, scales: Codebook['scales']): number {
  const multipliers = [1, ...scales.values()]
  for (const { text } of figure.evidence)
    for (const [written] of text.matchAll(NUMBERS)) {
      const plain = written.replaceAll(/[ , ]/gu, '')
      const scale = multipliers.find((one) => isSame(Number(plain) * one, figure.value))
      if (scale !== undefined) return halfUnitWritten(plain) * scale
    }
  const size = Math.floor(Math.log10(Math.abs(figure.value) || 1))
  return 10 ** (size - SURE_DIGITS + 1) / 2
}

const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.abs(b)

/** Half a unit of the last digit that counts, of a number in digits with a point for its decimals. */
function halfUnitWritten(plain: string): number {
  const [whole = '', decimals] = plain.split('.')
  if (decimals !== undefined) return 10 ** -decimals.length / 2
  const bare = whole.replace(/0+$/u, '').length
  const digits = Math.max(bare, Math.min(SURE_DIGITS, whole.length))
  return 10 ** (whole.length - digits) / 2
}
