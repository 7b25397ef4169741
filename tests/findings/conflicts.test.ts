import { describe, expect, it } from 'vitest'
import type { WrittenRecord } from './ledgers.js'
import { conflictsOf, DOCUMENTS, share, trade, type WrittenFigure } from './trade-figures.js'

describe('figures that differ', () => {
  it('shows two figures for one trade in one year side by side', () => {
    const [conflict, ...rest] = conflictsOf([trade('astana', 24.1), trade('beijing', 31.2)])
    expect(rest).toEqual([])
    expect(conflict).toMatchObject({
      finding: 'conflict',
      sort: 'true-conflict',
      records: ['astana-24.1', 'beijing-31.2'],
      strength: 0.8,
      why: 'Two figures for trade between Kazakhstan and China in 2022: 24.1 billion USD (Astana Daily) and 31.2 billion USD (Beijing Post).',
    })
    expect(conflict?.parties.map(({ name }) => name)).toEqual(['Kazakhstan', 'China'])
  })

  it('takes trade between two sides for the same from either side, and a ministry for its state', () => {
    const turned = trade('beijing', 31.2, { subject: ['Customs'], partner: ['Tokayev'] })
    expect(conflictsOf([trade('astana', 24.1), turned])).toHaveLength(1)
  })

  it('lists three values in one finding and averages none', () => {
    const found = conflictsOf([trade('astana', 24.1), trade('beijing', 31.2), trade('paris', 28)])
    expect(found.map(({ records }) => records)).toEqual([
      ['astana-24.1', 'paris-28', 'beijing-31.2'],
    ])
    expect(found[0]?.why).toMatch(/^Three figures .* 28 billion USD \(Paris Soir\) and/u)
  })

  it('names who says it beside the publisher', () => {
    const [found] = conflictsOf([
      trade('astana', 24.1, { claimedBy: 'Tokayev' }),
      trade('beijing', 31.2),
    ])
    expect(found?.why).toContain('24.1 billion USD (Kassym-Jomart Tokayev, Astana Daily)')
  })

  it('holds what two speakers in one report say against each other, but not two values in its own voice', () => {
    const one = trade('astana', 24.1, { claimedBy: 'Tokayev' })
    expect(conflictsOf([one, trade('astana', 31.2, { claimedBy: 'Customs' })])).toHaveLength(1)
    expect(conflictsOf([one, trade('astana', 31.2)])).toEqual([])
    expect(
      conflictsOf([trade('astana', 24.1), trade('astana', 31.2), trade('beijing', 31.2)]),
    ).toEqual([])
  })

  it('takes the length of a border for the same whenever it is told', () => {
    const border = (document: string, value: number, published: string): WrittenFigure => ({
      ...trade(document, value),
      indicator: 'border-length',
      words: `a border of ${value} km`,
      value,
      unit: 'km',
      time: published,
    })
    expect(
      conflictsOf([border('astana', 2203, '2019-05-01'), border('paris', 2330, '2023-05-01')]),
    ).toMatchObject([{ sort: 'true-conflict' }])
  })

  it('sets imports against the exports that the other side counts, and says that each counts for itself', () => {
    const sold = trade('astana', 11.2, { indicator: 'exports' })
    const bought = trade('beijing', 12.4, {
      indicator: 'imports',
      subject: ['China'],
      partner: ['Kazakhstan'],
    })
    expect(conflictsOf([sold, bought])).toMatchObject([
      {
        sort: 'different-definition',
        why: 'Two figures for exports of Kazakhstan to China in 2022: 11.2 billion USD (Astana Daily) and 12.4 billion USD (Beijing Post); 12.4 billion USD is given as imports by the other side.',
      },
    ])
    const other = { ...bought, subject: ['Kazakhstan'], partner: ['China'] }
    expect(conflictsOf([sold, other])).toEqual([])
  })
})

describe('what is no conflict', () => {
  const twins: readonly [string, readonly WrittenRecord[]][] = [
    ['another year', [trade('astana', 24.1), trade('beijing', 31.2, { time: '2021' })]],
    [
      'part of a year',
      [trade('astana', 24.1), trade('beijing', 18, { time: '2022-01-01/2022-09-30' })],
    ],
    ['another partner', [trade('astana', 24.1), trade('beijing', 31.2, { partner: ['Russia'] })]],
    ['another currency', [trade('astana', 24.1), trade('beijing', 31.2, { unit: 'EUR' })]],
    ['another measure', [trade('astana', 24.1), trade('beijing', 31.2, { indicator: 'exports' })]],
    ['a plan', [trade('astana', 24.1), trade('beijing', 40, { factuality: 'planned' })]],
    [
      'a goal by its words',
      [trade('astana', 24.1), trade('beijing', 40, { words: 'the goal of 40 billion dollars' })],
    ],
    ['another order of size', [trade('astana', 24.1), trade('beijing', 2.4)]],
    [
      'a side that is not known',
      [trade('astana', 24.1), trade('beijing', 31.2, { subject: ['Nobody'] })],
    ],
    [
      'no partner',
      [trade('astana', 24.1, { partner: [] }), trade('beijing', 31.2, { partner: [] })],
    ],
    [
      'a good and all goods',
      [
        trade('astana', 11.2, { indicator: 'exports' }),
        trade('beijing', 9.8, {
          indicator: 'exports',
          words: 'exports of metals of 9.8 billion dollars',
        }),
      ],
    ],
    [
      'a good that opens the sentence and all goods',
      [
        trade('astana', 11.2, {
          indicator: 'exports',
          words: 'Exports of wheat: 11.2 billion dollars',
        }),
        trade('beijing', 9.8, {
          indicator: 'exports',
          words: 'Exports of Kazakhstan: 9.8 billion',
        }),
      ],
    ],
    [
      'a rise',
      [
        share('astana', 30),
        share('paris', 40, { change: { value: 40, unit: '%', direction: 'up', since: '2021' } }),
      ],
    ],
    [
      'an indicator that depends on the occasion',
      [
        trade('astana', 12, { indicator: 'documents-signed', value: 12, unit: 'documents' }),
        trade('beijing', 17, { indicator: 'documents-signed', value: 17, unit: 'documents' }),
      ],
    ],
  ]
  it.each(twins)('%s', (_, records) => {
    expect(conflictsOf(records)).toEqual([])
  })

  it('totals of one state are compared only where the words say so', () => {
    const total = { partner: [], words: 'foreign trade of 24.1 billion dollars' }
    const found = conflictsOf([
      trade('astana', 24.1, total),
      trade('beijing', 31.2, { ...total, words: 'foreign trade of 31.2 billion dollars' }),
    ])
    expect(found).toMatchObject([{ sort: 'true-conflict' }])
    expect(found[0]?.why).toContain('for foreign trade of Kazakhstan in 2022')
  })

  it('more values than one thing can have are a mixed bag', () => {
    const values = Array.from({ length: 12 }, (_, index) => 20 + 2 * index)
    const documents = Object.fromEntries(values.map((value) => [`report${value}`, {}]))
    const records = values.map((value) => trade(`report${value}`, value))
    expect(conflictsOf(records.slice(0, 8), documents)).toHaveLength(1)
    expect(conflictsOf(records, documents)).toEqual([])
  })
})

describe('what explains a difference', () => {
  it('one source upstream: one of the two was copied wrongly', () => {
    const citing = {
      astana: { publisher: 'Astana Daily', citedSources: ['Reuters'] },
      paris: { publisher: 'Paris Soir', citedSources: ['AFP', 'reuters'], published: '2023-06-03' },
    }
    expect(conflictsOf([share('astana', 30), share('paris', 40)], citing)).toMatchObject([
      { sort: 'same-source', why: expect.stringContaining('both go back to Reuters') as string },
    ])
    const later = { ...citing, paris: { ...citing.paris, published: '2023-09-03' } }
    expect(conflictsOf([share('astana', 30), share('paris', 40)], later)).toMatchObject([
      { sort: 'period-unknown' },
    ])
  })

  it('a copy of one text, and one speaker on one occasion, are one source; a shared publisher is not', () => {
    const copy = { ...DOCUMENTS, paris: { duplicateOf: 'astana' } }
    expect(conflictsOf([share('astana', 30), share('paris', 40)], copy)).toMatchObject([
      { sort: 'same-source' },
    ])
    const said = { claimedBy: 'Tokayev' }
    expect(conflictsOf([share('astana', 30, said), share('paris', 40, said)])).toMatchObject([
      {
        sort: 'same-source',
        why: expect.stringContaining('both go back to Kassym-Jomart Tokayev') as string,
      },
    ])
    const house = { astana: { publisher: 'One House' }, paris: { publisher: 'One House' } }
    expect(conflictsOf([share('astana', 30), share('paris', 40)], house)).toMatchObject([
      { sort: 'period-unknown' },
    ])
  })

  it('words that narrow what is counted', () => {
    const goods = trade('beijing', 21.4, { words: 'trade in goods of 21.4 billion dollars' })
    expect(conflictsOf([trade('astana', 24.1), goods])).toMatchObject([
      {
        sort: 'different-definition',
        why: expect.stringContaining('21.4 billion USD is said of goods') as string,
      },
    ])
  })

  it('a number told of two things at once, shown once', () => {
    const both = { words: '40 percent of all trade and investment', start: 500 }
    const joint = [
      share('paris', 40, { ...both, id: 'trade-40' }),
      share('paris', 40, { ...both, id: 'investment-40', indicator: 'investment-share' }),
    ]
    expect(conflictsOf([share('astana', 30), ...joint])).toMatchObject([
      {
        sort: 'different-definition',
        records: ['astana-30', 'trade-40'],
        why: expect.stringContaining(
          '40 % is said of trade share and investment share at once',
        ) as string,
      },
    ])
  })

  it('a share whose records disagree on the whole is named neutrally, and is less sure', () => {
    const turned = share('paris', 40, { subject: ['EU'], partner: ['Kazakhstan'] })
    expect(conflictsOf([share('astana', 30), turned])).toMatchObject([
      {
        strength: 0.544,
        why: expect.stringContaining(
          'a share of trade between Kazakhstan and the European Union',
        ) as string,
      },
    ])
  })
})
