import type { TimeUnit } from './senses.js'

/** TIMEX3 values of lengths of time. */

/** Letter of a unit, how many of it make one of ours, and whether it stands after `T`. */
const UNIT_LETTERS: Readonly<Record<TimeUnit, readonly [string, number, boolean]>> = {
  second: ['S', 1, true],
  minute: ['M', 1, true],
  hour: ['H', 1, true],
  day: ['D', 1, false],
  night: ['D', 1, false],
  week: ['W', 1, false],
  fortnight: ['W', 2, false],
  weekend: ['WE', 1, false],
  month: ['M', 1, false],
  quarter: ['Q', 1, false],
  year: ['Y', 1, false],
  decade: ['DE', 1, false],
  century: ['CE', 1, false],
  millennium: ['Y', 1000, false],
}

/** Units whose fraction is told in the next smaller one: 2.5 years is P2Y6M. */
const SMALLER: Partial<Record<TimeUnit, readonly [string, number]>> = {
  year: ['M', 12],
  day: ['TH', 24],
  hour: ['M', 60],
  minute: ['S', 60],
}

/** TIMEX3 value of a length of time: P3D, PT5H30M, PXY when the count is not said. */
export function durationValue(unit: TimeUnit, count: number | null): string {
  const [letter, factor, clock] = UNIT_LETTERS[unit]
  const head = clock ? 'PT' : 'P'
  if (count === null) return `${head}X${letter}`
  const whole = Math.floor(count)
  const rest = count - whole
  const smaller = SMALLER[unit]
  if (rest > 0.001 && smaller) {
    const part = `${Math.round(rest * smaller[1])}`
    const tail = smaller[0].length > 1 ? `T${part}H` : `${part}${smaller[0]}`
    return whole === 0 ? `${head}${tail}` : `${head}${whole}${letter}${tail}`
  }
  return `${head}${Number((count * factor).toFixed(2))}${letter}`
}
