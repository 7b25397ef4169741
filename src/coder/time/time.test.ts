import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findTimes, resolveFound, resolveTime, tenseHintAt, type TimeContext } from './index.js'
import { dayOf, isoOf } from '../../core/calendar.js'

const TUESDAY: TimeContext = {
  published: '2023-06-20',
  publishedBasis: 'metadata',
  tenseHint: null,
}
const rows = readFileSync(new URL('./golden-times.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(' | ').map((cell) => cell.trim()))

describe('resolveTime: the golden table', () => {
  it('holds more than two hundred expressions', () => {
    expect(rows.length).toBeGreaterThan(200)
  })

  it.each(rows)('%s (%s)', (expression, tense, period, value) => {
    const tenseHint = tense === 'past' || tense === 'future' ? tense : null
    const resolved = resolveTime(expression ?? '', { ...TUESDAY, tenseHint })
    const found = resolved.time ? `${resolved.time.start}..${resolved.time.end}` : '-'
    expect([found, resolved.timex?.value ?? '-']).toEqual([period, value])
  })
})

const timeOf = (expression: string, context: Partial<TimeContext> = {}) =>
  resolveTime(expression, { ...TUESDAY, ...context })

describe('resolveTime: what is not known', () => {
  it.each([
    'June 17',
    'in May',
    'Tuesday',
    'last year',
    'two weeks ago',
    'since 1994',
    'the first nine months',
  ])('gives no year to “%s” when the day of publication is unknown, and says so', (expression) => {
    const resolved = timeOf(expression, { published: null, publishedBasis: null })
    expect(resolved.time).toBeNull()
    expect(resolved.issues.map((issue) => issue.code)).toEqual(['time-unresolved'])
  })

  it('keeps what is written in full without a day of publication', () => {
    const resolved = timeOf('1 November 2023', { published: null, publishedBasis: null })
    expect(resolved.time).toEqual({
      start: '2023-11-01',
      end: '2023-11-01',
      granularity: 'day',
      text: '1 November 2023',
    })
    expect(resolved.issues).toEqual([])
  })

  it('does not guess a far month without a tense', () => {
    expect(timeOf('in December').time).toBeNull()
    expect(timeOf('in December', { tenseHint: 'past' }).time?.start).toBe('2022-12-01')
  })

  it('has no issue for lengths of time, sets and “recently”', () => {
    for (const expression of ['three days', 'every year', 'recently', 'the coming years'])
      expect(timeOf(expression).issues).toEqual([])
  })

  it('does not read a day that does not exist', () => {
    expect(timeOf('31 June 2023').time?.granularity).not.toBe('day')
    expect(timeOf('2023-02-30').time).toBeNull()
  })

  it('leaves out what is coarser than asked', () => {
    expect(timeOf('in 2022', { granularityHint: 'month' }).time).toBeNull()
    expect(timeOf('in May 2022', { granularityHint: 'month' }).time?.start).toBe('2022-05-01')
  })
})

describe('resolveTime: told from the time named before', () => {
  const anchor = {
    start: '2014-05-12',
    end: '2014-05-12',
    granularity: 'day',
    text: '12 May 2014',
  } as const
  it.each([
    ['that year', '2014-01-01', '2014-12-31'],
    ['the same year', '2014-01-01', '2014-12-31'],
    ['the end of the same month', '2014-05-01', '2014-05-31'],
    ['the following year', '2015-01-01', '2015-12-31'],
    ['the previous month', '2014-04-01', '2014-04-30'],
    ['two days later', '2014-05-14', '2014-05-14'],
    ['a day earlier', '2014-05-11', '2014-05-11'],
    ['the next day', '2014-05-13', '2014-05-13'],
    ['in June of that year', '2014-06-01', '2014-06-30'],
  ])('%s', (expression, start, end) => {
    const { time } = timeOf(expression, { anchor })
    expect([time?.start, time?.end]).toEqual([start, end])
  })

  it('is unresolved when nothing was named before', () => {
    expect(timeOf('two days later').time).toBeNull()
    expect(timeOf('the same month').time).toBeNull()
  })

  it('compares a quarter with the same quarter of the year before', () => {
    const quarter = {
      start: '2023-01-01',
      end: '2023-03-31',
      granularity: 'quarter',
      text: 'Q1',
    } as const
    expect(timeOf('a year earlier', { anchor: quarter }).timex?.value).toBe('2022-Q1')
    expect(timeOf('a year ago', { anchor: quarter }).time?.end).toBe('2022-03-31')
  })
})

describe('findTimes', () => {
  const words = (text: string) => findTimes(text).map((time) => time.text)

  it.each([
    [
      'Talks were held in Paris on June 17, 2022, and again last May.',
      ['June 17, 2022', 'last May'],
    ],
    ['Trade grew from 2019 to 2022.', ['2019', '2022']],
    ['He spoke for 30 minutes on Friday.', ['30 minutes', 'Friday']],
    ['The ceasefire began at 10:35 a.m. on Saturday.', ['10:35 a.m. on Saturday']],
    ['The first nine months of 2022 were good.', ['The first nine months of 2022']],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  it.each([
    'The group may march on the capital.',
    'Theresa May said so.',
    'They sat in the sun.',
    'About 2000 people came.',
    'It cost $2022 and 1999 euros.',
    'UN resolution 2231 stands.',
    'Model S-2020 was shown.',
    'In the second round he won.',
    'The annual meeting was held.',
  ])('finds no time in “%s”', (text) => {
    expect(words(text)).toEqual([])
  })

  it('gives spans that quote the text and do not overlap, whatever the text', () => {
    const word = fc.constantFrom('last', 'year', 'in', 'May', '2022', 'two', 'days', 'ago', 'the', 'of', 'June', '17', ',', '-', 'Friday', 'a', 'quarter', 'first', 'é', '10:30', 'p.m.', '\n', 'since', 'every') // prettier-ignore
    fc.assert(
      fc.property(fc.array(word, { maxLength: 25 }), (parts) => {
        const text = parts.join(' ')
        let last = 0
        for (const time of findTimes(text)) {
          expect(text.slice(time.start, time.end)).toBe(time.text)
          expect(time.start).toBeGreaterThanOrEqual(last)
          last = time.end
          const { time: placed } = resolveFound(time, TUESDAY)
          if (placed) expect(placed.start <= placed.end).toBe(true)
        }
      }),
    )
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, expression) => {
        findTimes(text)
        resolveTime(expression, TUESDAY)
      }),
    )
  })
})

describe('tenseHintAt', () => {
  const hint = (text: string, time: string) => {
    const start = text.indexOf(time)
    return tenseHintAt(text, { start, end: start + time.length })
  }
  it.each([
    ['The ministers met on Friday.', 'Friday', 'past'],
    ['The ministers will meet on Friday.', 'Friday', 'future'],
    ['They met. The summit is expected on Friday.', 'Friday', 'future'],
    ['On Friday the president will fly to Paris.', 'Friday', 'future'],
    ['Friday', 'Friday', null],
  ])('%s', (text, time, expected) => {
    expect(hint(text, time)).toBe(expected)
  })
})

describe('resolveTime: dates in full', () => {
  it('writes any date in three manners that read back the same', () => {
    const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] // prettier-ignore
    fc.assert(
      fc.property(fc.integer({ min: dayOf(1900, 1, 1), max: dayOf(2059, 12, 31) }), (number) => {
        const iso = isoOf(number)
        const [year, month, date] = iso.split('-').map(Number)
        const name = months[(month ?? 1) - 1]
        for (const written of [iso, `${date} ${name} ${year}`, `${name} ${date}, ${year}`])
          expect(resolveTime(written, TUESDAY).time).toMatchObject({ start: iso, end: iso })
      }),
    )
  })
})
