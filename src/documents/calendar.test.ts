import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dayOfIso,
  daysInMonth,
  isCalendarDay,
  isLeapYear,
  isoOfDay,
  weekdayOf,
} from './calendar.js'

const anyDay = fc
  .date({
    min: new Date('1800-01-01T00:00:00Z'),
    max: new Date('2199-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => ({
    date,
    day: { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() },
  }))

describe('calendar', () => {
  it('agrees with the platform on weekdays and ISO dates of all days', () => {
    fc.assert(
      fc.property(anyDay, ({ date, day }) => {
        expect(weekdayOf(day)).toBe(date.getUTCDay())
        expect(isoOfDay(day)).toBe(date.toISOString().slice(0, 10))
        expect(dayOfIso(isoOfDay(day))).toEqual(day)
        expect(isCalendarDay(day)).toBe(true)
      }),
    )
  })

  it('knows leap years and the lengths of months', () => {
    expect([1900, 2000, 2023, 2024].map(isLeapYear)).toEqual([false, true, false, true])
    expect([daysInMonth(2023, 2), daysInMonth(2024, 2), daysInMonth(2024, 13)]).toEqual([28, 29, 0])
  })

  it.each(['2023-02-29', '2023-13-01', '2023-00-10', '2023-1-1', '20230101', '2023-06-20abc', ''])(
    'refuses %s',
    (text) => {
      expect(dayOfIso(text)).toBeNull()
    },
  )

  it('takes the day of a date and time as written, in its own zone', () => {
    expect(dayOfIso('2023-11-01T23:30:00-05:00')).toEqual({ year: 2023, month: 11, day: 1 })
  })
})
