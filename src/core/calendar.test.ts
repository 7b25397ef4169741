import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addMonths,
  dayOf,
  daysInMonth,
  isLeapYear,
  isoOf,
  isRealDate,
  parseIso,
  partsOf,
  weekdayOf,
  weekOf,
} from './calendar.js'

const DAY_MS = 86_400_000
const anyDay = fc.integer({ min: dayOf(1, 1, 1), max: dayOf(9999, 12, 31) })

describe('calendar', () => {
  it('agrees with the platform on the names of all days, and goes back to their numbers', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = new Date(day * DAY_MS)
        const { year, month, day: dayOfMonth } = partsOf(day)
        expect(isoOf(day)).toBe(date.toISOString().slice(0, 10))
        expect(weekdayOf(day) % 7).toBe(date.getUTCDay())
        expect(isRealDate(year, month, dayOfMonth)).toBe(true)
        expect(dayOf(year, month, dayOfMonth)).toBe(day)
        expect(parseIso(isoOf(day))).toBe(day)
      }),
    )
  })

  it('counts days from 1970, and weekdays from Monday', () => {
    expect([dayOf(1970, 1, 1), dayOf(1969, 12, 31), dayOf(2023, 6, 20)]).toEqual([0, -1, 19528])
    expect([dayOf(2023, 6, 19), dayOf(2023, 6, 20), dayOf(2023, 6, 25)].map(weekdayOf)).toEqual([
      1, 2, 7,
    ])
  })

  it('runs over where a month or a day is beyond its range', () => {
    expect(isoOf(dayOf(2023, 13, 1))).toBe('2024-01-01')
    expect(isoOf(dayOf(2024, 3, 0))).toBe('2024-02-29')
  })

  it('knows leap years and the lengths of months', () => {
    expect([1900, 2000, 2023, 2024].map(isLeapYear)).toEqual([false, true, false, true])
    expect([daysInMonth(2023, 2), daysInMonth(2024, 2), daysInMonth(2024, 13)]).toEqual([28, 29, 0])
  })

  it.each([
    [2023, 2, 29],
    [2023, 13, 1],
    [2023, 0, 10],
    [2023, 1, 0],
    [0, 1, 1],
    [10_000, 1, 1],
    [Number.NaN, 1, 1],
    [2023, 1, 1.5],
  ])('has no day %d-%d-%d', (year, month, day) => {
    expect(isRealDate(year, month, day)).toBe(false)
  })

  it.each(['2023-02-29', '2023-13-01', '2023-00-10', '2023-1-1', '20230101', '2023-06-20abc', ''])(
    'reads no day in “%s”',
    (text) => {
      expect(parseIso(text)).toBeNull()
    },
  )

  it('takes the day of a date and time as written, in its own zone', () => {
    expect(parseIso('2023-11-01T23:30:00-05:00')).toBe(dayOf(2023, 11, 1))
  })

  it('numbers weeks as ISO 8601 does', () => {
    expect(weekOf(dayOf(2021, 1, 3))).toEqual({ year: 2020, week: 53 })
    expect(weekOf(dayOf(2018, 12, 31))).toEqual({ year: 2019, week: 1 })
  })

  it('moves by months, and stays in the month it comes to', () => {
    expect(isoOf(addMonths(dayOf(2023, 3, 31), -1))).toBe('2023-02-28')
    expect(isoOf(addMonths(dayOf(2023, 12, 15), 2))).toBe('2024-02-15')
  })
})
