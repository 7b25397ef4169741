import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WrittenDocument } from './ledgers.js'
import { conflictsOf, DOCUMENTS, share, trade, type WrittenFigure } from './trade-figures.js'

describe('rounding', () => {
  type Number_ = readonly [words: string, value: number, comparator?: WrittenFigure['comparator']]
  const same: readonly (readonly [Number_, Number_])[] = [
    [
      ['40 billion', 40e9],
      ['39.9 billion', 39.9e9],
    ],
    [
      ['40 billion', 40e9],
      ['40.4 billion', 40.4e9],
    ],
    [
      ['about 30 billion', 30e9, '~'],
      ['32 billion', 32e9],
    ],
    [
      ['more than 27 billion', 27e9, '>'],
      ['28.2 billion', 28.2e9],
    ],
    [
      ['up to 30 billion', 30e9, '<='],
      ['24 billion', 24e9],
    ],
    [
      ['7,600', 7600],
      ['7,644', 7644],
    ],
    [
      ['32.3 billion', 32.3e9],
      ['32,345,000,000', 32.345e9],
    ],
  ]
  const apart: readonly (readonly [Number_, Number_])[] = [
    [
      ['40 billion', 40e9],
      ['39.4 billion', 39.4e9],
    ],
    [
      ['about 30 billion', 30e9, '~'],
      ['33 billion', 33e9],
    ],
    [
      ['more than 27 billion', 27e9, '>'],
      ['26.1 billion', 26.1e9],
    ],
    [
      ['up to 30 billion', 30e9, '<='],
      ['32 billion', 32e9],
    ],
    [
      ['7,600', 7600],
      ['7,655', 7655],
    ],
    [
      ['32.3 billion', 32.3e9],
      ['32.36 billion', 32.36e9],
    ],
  ]
  const pair = (numbers: readonly Number_[]) =>
    numbers.map(([words, value, comparator = '='], index) =>
      trade(index === 0 ? 'astana' : 'beijing', index, { words, value, comparator }),
    )

  it.each(same)('%j and %j may be the same', (...numbers) => {
    expect(conflictsOf(pair(numbers))).toEqual([])
  })

  it.each(apart)('%j and %j are not', (...numbers) => {
    expect(conflictsOf(pair(numbers))).toHaveLength(1)
  })

  it('cites no two figures that may be the same, of two stated periods, or of one report', () => {
    const figure = fc.record({
      document: fc.constantFrom('astana', 'beijing', 'paris'),
      billions: fc.integer({ min: 20, max: 40 }),
      time: fc.constantFrom('2021', '2022', null),
    })
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 8 }), (figures) => {
        const records = figures.map(({ document, billions, time }, index) =>
          trade(document, billions, { id: String(index), time }),
        )
        for (const { records: ids } of conflictsOf(records)) {
          const cited = ids.flatMap((id) => figures[Number(id)] ?? [])
          const values = cited.map(({ billions }) => billions)
          const steps = values.slice(1).map((value, index) => value - (values[index] ?? 0))
          expect(cited.length).toBeGreaterThanOrEqual(2)
          expect(Math.min(...steps)).toBeGreaterThan(1)
          expect(new Set(cited.map(({ document }) => document)).size).toBe(cited.length)
          expect(new Set(cited.flatMap(({ time }) => time ?? [])).size).toBeLessThan(2)
        }
      }),
    )
  })
})

describe('figures without a period', () => {
  it('are shown as such where they may speak of the same one', () => {
    const [conflict] = conflictsOf([share('astana', 30, { comparator: '~' }), share('paris', 40)])
    expect(conflict).toMatchObject({
      sort: 'period-unknown',
      strength: 0.64,
      why: 'Two figures for the share of the European Union in the trade of Kazakhstan: about 30 % (Astana Daily) and 40 % (Paris Soir); neither says for which period.',
    })
  })

  it('stand against the latest stated period that their report may mean', () => {
    const records = [share('astana', 30, { time: '2022' }), share('paris', 40)]
    expect(conflictsOf(records)).toMatchObject([
      { sort: 'period-unknown', records: ['astana-30', 'paris-40'] },
    ])
    expect(conflictsOf(records)[0]?.why).toContain('only 30 % is said to be for 2022')
    const long = { ...DOCUMENTS, paris: { published: '2015-06-01' } }
    expect(conflictsOf(records, long)).toEqual([])
  })

  it('are not held against a report of another year', () => {
    const years = { astana: { published: '2021-03-01' }, paris: { published: '2023-03-01' } }
    expect(conflictsOf([share('astana', 30), share('paris', 40)], years)).toEqual([])
    const unknown = { astana: { published: null }, paris: { published: '2023-03-01' } }
    expect(conflictsOf([share('astana', 30), share('paris', 40)], unknown)).toHaveLength(1)
  })

  it('are set against those of their own season in a ledger of many years', () => {
    const years = Array.from({ length: 12 }, (_, index) => 2010 + index)
    const documents = Object.fromEntries([
      ...years.map((year): [string, WrittenDocument] => [
        `report${year}`,
        { published: `${year}-03-01` },
      ]),
      ['late', { published: '2021-12-20' }],
    ])
    const records = years.map((year, index) => share(`report${year}`, 20 + 2 * index))
    expect(conflictsOf(records, documents)).toEqual([])
    expect(conflictsOf([...records, share('late', 50)], documents)).toMatchObject([
      { sort: 'period-unknown', records: ['report2021-42', 'late-50'] },
    ])
  })

  it('that agree with a stated period are explained by it', () => {
    const stated = [share('astana', 30, { time: '2021' }), share('beijing', 40, { time: '2022' })]
    expect(conflictsOf([...stated, share('paris', 30)])).toEqual([])
  })

  it('are left alone where a measure changes too fast', () => {
    const growth = (document: string, value: number, time: string | null): WrittenFigure => ({
      ...share(document, value),
      indicator: 'growth',
      partner: [],
      time,
    })
    expect(conflictsOf([growth('astana', 5.1, null), growth('paris', 4.2, null)])).toEqual([])
    expect(conflictsOf([growth('astana', 5.1, '2023'), growth('paris', 4.2, '2023')])).toHaveLength(
      1,
    )
  })

  it('a day is no period of trade', () => {
    const records = [
      share('astana', 30, { time: '2023-05-30' }),
      share('paris', 40, { time: '2023-06-01' }),
    ]
    expect(conflictsOf(records)).toMatchObject([{ sort: 'period-unknown' }])
  })
})
