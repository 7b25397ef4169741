import { expect, it } from 'vitest'
import { dayOfIso, isoOfDay, isReportDay } from './reportDay.js'

it('takes the days of the years that newspapers are read for, and no other', () => {
  expect(['1800-01-01', '2023-06-20', '2199-12-31'].map(dayOfIso)).toEqual([
    { year: 1800, month: 1, day: 1 },
    { year: 2023, month: 6, day: 20 },
    { year: 2199, month: 12, day: 31 },
  ])
  expect(['1799-12-31', '2200-01-01', '2023-02-29', 'June 20'].map(dayOfIso)).toEqual([
    null,
    null,
    null,
    null,
  ])
  expect(isReportDay({ year: 2023, month: 2, day: 29 })).toBe(false)
})

it('writes a day as an ISO date', () => {
  expect(isoOfDay({ year: 2023, month: 6, day: 3 })).toBe('2023-06-03')
})
