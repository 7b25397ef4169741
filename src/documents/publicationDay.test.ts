import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseIso, weekdayOf } from '../core/index.js'
import { inferPublished, publicationDayOf, yearBoundsOf } from './publicationDay.js'
import { isoOfDay } from './reportDay.js'
import { findWrittenDates } from './writtenDates.js'

const NO_BOUNDS = { earliest: null, settled: null }

function inferIn(dateline: string, lead: string, rest: string, asOf: string) {
  const [date] = findWrittenDates(dateline)
  if (!date) throw new Error('no date')
  return publicationDayOf(date, lead, `${dateline} ${lead}\n\n${rest}`, asOf)
}

describe('the year of a report that does not state it', () => {
  it('is the latest year, not after the day of reading, in which the weekday fits', () => {
    const lead = 'The minister said on Friday that talks go on.'
    expect(inferIn('Oslo, June 17', lead, '', '2024-01-01')?.published).toBe('2022-06-17')
    expect(inferIn('Oslo, June 17', lead, '', '2022-06-17')?.published).toBe('2022-06-17')
    expect(inferIn('Oslo, June 17', lead, '', '2022-06-16')?.published).toBe('2016-06-17')
  })

  it('is not before a year that the text speaks of as past', () => {
    const lead = 'The minister said on Friday that talks go on.'
    expect(
      inferIn('Oslo, June 17', lead, 'Trade rose to $3 billion in 2019.', '2022-01-01'),
    ).toBeNull()
    expect(
      inferIn('Oslo, June 17', lead, 'Trade is to rise by 2030.', '2022-01-01')?.published,
    ).toBe('2016-06-17')
  })

  it('is settled by "last year" or "this year" with its number', () => {
    const at = (rest: string) =>
      inferIn('Oslo, June 17', 'Talks go on.', rest, '2024-01-01')?.published ?? null
    expect(at('Last year (2020) they met twice.')).toBe('2021-06-17')
    expect(at('In 2020, last year, they met twice.')).toBe('2021-06-17')
    expect(at('They will meet again this year, 2019.')).toBe('2019-06-17')
    expect(at('Last year they carried 65 percent more than in 2020.')).toBeNull()
  })

  it('is settled where the bounds leave one year', () => {
    const past = 'An agreement was signed in May 2023.'
    expect(inferIn('Oslo, June 17', 'Talks go on.', past, '2024-01-01')?.published).toBe(
      '2023-06-17',
    )
    expect(inferIn('Oslo, June 17', 'Talks go on.', past, '2025-01-01')).toBeNull()
  })

  it('is unknown without any ground', () => {
    expect(inferIn('Oslo, June 17', 'Talks go on.', '', '2024-01-01')).toBeNull()
    expect(inferIn('Oslo, June 17', 'They meet again next Friday.', '', '2024-01-01')).toBeNull()
  })

  it('prefers the weekday written beside the day', () => {
    const lead = 'He arrived on Wednesday, 1 November, after a visit that began on Monday.'
    expect(inferIn('Oslo, Nov 1', lead, '', '2024-01-01')).toEqual({
      published: '2023-11-01',
      basis: 'inferred',
    })
  })

  it('always fits the weekday, the bounds and the day of reading', () => {
    const anyDay = fc.record({
      year: fc.integer({ min: 1950, max: 2090 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    })
    const weekday = fc.option(fc.integer({ min: 1, max: 7 }), { nil: null })
    const earliest = fc.option(fc.integer({ min: 1950, max: 2090 }), { nil: null })
    fc.assert(
      fc.property(anyDay, anyDay, weekday, earliest, (date, asOf, wanted, bound) => {
        const inferred = inferPublished(
          date,
          wanted,
          { earliest: bound, settled: null },
          isoOfDay(asOf),
        )
        if (inferred === null) return
        expect(inferred <= isoOfDay(asOf)).toBe(true)
        expect(inferred.slice(5)).toBe(isoOfDay(date).slice(5))
        if (wanted !== null) expect(weekdayOf(parseIso(inferred) ?? 0)).toBe(wanted)
        if (bound !== null) expect(Number(inferred.slice(0, 4))).toBeGreaterThanOrEqual(bound)
      }),
    )
  })

  it('finds the very day when the report is read within five years', () => {
    const anyDay = fc.record({
      year: fc.integer({ min: 1990, max: 2060 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    })
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 4 }), (day, later) => {
        const asOf = isoOfDay({ ...day, year: day.year + later })
        const weekday = weekdayOf(parseIso(isoOfDay(day)) ?? 0)
        expect(inferPublished(day, weekday, NO_BOUNDS, asOf)).toBe(isoOfDay(day))
      }),
    )
  })
})

describe('yearBoundsOf', () => {
  it.each([
    ['Trade reached $5 billion in 2021.', 2021],
    ['Partners since 1994.', 1994],
    ['They have been partners since 1994.', 1994],
    ['The plan for 2020-2030 was adopted.', null],
    ['The goal was 2,022 tonnes.', null],
    ['Carbon neutrality is planned by 2060.', null],
    ['The strategy was called 2050 by all.', null],
  ])('%s → not before %s', (text, earliest) => {
    expect(yearBoundsOf(text, '2024-01-01').earliest).toBe(earliest)
  })
})
