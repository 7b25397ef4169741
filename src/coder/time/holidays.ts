import { dayOf, weekdayOf } from '../../core/calendar.js'
import words from './words.json' with { type: 'json' }

const RULES: Readonly<Record<string, string>> = words.holidays

/**
 * Day of a holiday (by its lower-case name) in a year, or null when it is not known. In the data,
 * "05--1-1" is the last Monday of May; "11-4-4" the fourth Thursday of November; "11-0-0" the US election day.
 */
export function holidayIn(name: string, year: number): number | null {
  const rule = RULES[name] ?? ''
  const easter = /^easter([+-]\d+)$/.exec(rule)
  if (easter) return easterOf(year) + Number(easter[1])
  const fixed = /^(\d\d)-(\d\d)$/.exec(rule)
  if (fixed) return dayOf(year, Number(fixed[1]), Number(fixed[2]))
  const floating = /^(\d\d)-(-?\d)-(\d)$/.exec(rule)
  if (!floating) return null
  const [month, nth, weekday] = [Number(floating[1]), Number(floating[2]), Number(floating[3])]
  const first = dayOf(year, month, 1)
  if (nth === 0) return first + ((8 - weekdayOf(first)) % 7) + 1
  const firstFitting = first + ((weekday - weekdayOf(first) + 7) % 7)
  if (nth > 0) return firstFitting + 7 * (nth - 1)
  const last = dayOf(year, month + 1, 0)
  return last - ((weekdayOf(last) - weekday + 7) % 7)
}

/** Easter Sunday of the western churches (Meeus, "Astronomical Algorithms", chapter 8). */
function easterOf(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const e = b % 4
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const month = Math.floor((h + l - 7 * m + 90) / 25)
  return dayOf(year, month, (h + l - 7 * m + 33 * month + 19) % 32)
}
