import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findWeekdays, findWrittenDates } from './writtenDates.js'

const MONTHS =
  'January February March April May June July August September October November December'.split(' ')

function found(text: string) {
  return findWrittenDates(text).map(({ year, month, day, weekday }) => ({
    year,
    month,
    day,
    weekday,
  }))
}

describe('findWrittenDates', () => {
  it.each([
    ['Wednesday, 1 November 2023, 13:56', { year: 2023, month: 11, day: 1, weekday: 3 }],
    ['June 20, 2023', { year: 2023, month: 6, day: 20, weekday: null }],
    ['20.06.2023', { year: 2023, month: 6, day: 20, weekday: null }],
    ['2023-06-20', { year: 2023, month: 6, day: 20, weekday: null }],
    ['2023/06/20', { year: 2023, month: 6, day: 20, weekday: null }],
    ['20/06/2023', { year: 2023, month: 6, day: 20, weekday: null }],
    ['06/20/2023', { year: 2023, month: 6, day: 20, weekday: null }],
    ['20-Jun-2023', { year: 2023, month: 6, day: 20, weekday: null }],
    ['BRUSSELS, 12 May 2023 /TASS/.', { year: 2023, month: 5, day: 12, weekday: null }],
    ['Astana, Jun 20 (EFE).-', { year: null, month: 6, day: 20, weekday: null }],
    ['BEIJING, Sept. 14 (Xinhua)', { year: null, month: 9, day: 14, weekday: null }],
    ['Thursday, the 3rd of March', { year: null, month: 3, day: 3, weekday: 4 }],
    ['Tue, Dec. 16th, 2008', { year: 2008, month: 12, day: 16, weekday: 2 }],
  ])('reads %s', (text, date) => {
    expect(found(text)).toEqual([date])
  })

  it.each([
    '05/06/2023',
    '31 June 2023',
    '30.02.2024',
    'March 2020',
    'from 10.5 to 12.5',
    '7,598 kilometres',
  ])('finds no day in %s', (text) => {
    expect(found(text)).toEqual([])
  })

  it('reads back any day, however it is written, at the right place', () => {
    const day = fc.record({
      year: fc.integer({ min: 1900, max: 2100 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
      form: fc.integer({ min: 0, max: 4 }),
    })
    fc.assert(
      fc.property(
        day,
        fc.constantFrom('', 'Oslo, ', 'said on '),
        ({ year, month, day, form }, before) => {
          const name = MONTHS[month - 1] ?? ''
          const two = (n: number) => String(n).padStart(2, '0')
          const forms = [
            `${day} ${name} ${year}`,
            `${name} ${day}, ${year}`,
            `${name.slice(0, 3)} ${day}, ${year}`,
            `${two(day)}.${two(month)}.${year}`,
            `${year}-${two(month)}-${two(day)}`,
          ]
          const written = forms[form] ?? ''
          const [date] = findWrittenDates(`${before}${written} and so on`)
          expect(date).toMatchObject({
            year,
            month,
            day,
            start: before.length,
            end: before.length + written.length,
          })
        },
      ),
    )
  })

  it('gives ordered spans without overlaps for any text', () => {
    const pieces = fc.constantFrom(
      'June ',
      '20',
      '.',
      ' ',
      '/',
      '2023',
      '-',
      'Friday, ',
      'May',
      '3',
      ',',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
        let end = 0
        for (const date of findWrittenDates(parts.join(''))) {
          expect(date.start).toBeGreaterThanOrEqual(end)
          expect(date.end).toBeGreaterThan(date.start)
          end = date.end
        }
      }),
    )
  })
})

it('findWeekdays names weekdays by their number and place', () => {
  expect(findWeekdays('on Friday, not on Sunday; Monde is a paper')).toEqual([
    { weekday: 5, start: 3 },
    { weekday: 7, start: 18 },
  ])
})
