import { describe, expect, it } from 'vitest'
import { findSumChecks } from '../../src/findings/figures/sum-checks.js'
import { settingAt, writtenLedger, type WrittenLedger, type WrittenRecord } from './ledgers.js'

type WrittenFigure = Extract<WrittenRecord, { kind: 'figure' }>

const PARTIES: WrittenLedger['parties'] = { EU: { type: 'igo', name: 'European Union' } }
const DOCUMENTS: WrittenLedger['documents'] = {
  astana: { publisher: 'Astana Daily' },
  paris: { publisher: 'Paris Soir' },
}

/** A figure of the trade of Kazakhstan and the European Union in 2022, in billions of dollars. */
const figure = (
  indicator: string,
  billions: number,
  more: Partial<WrittenFigure> = {},
): WrittenFigure => ({
  kind: 'figure',
  id: indicator,
  document: 'astana',
  words: `${indicator} of ${billions} billion dollars`,
  indicator,
  value: Number((billions * 1e9).toPrecision(12)),
  unit: 'USD',
  subject: ['Kazakhstan'],
  partner: ['EU'],
  time: '2022',
  ...more,
})

const trade = (total: number, out: number, bought: number) => [
  figure('trade-turnover', total),
  figure('exports', out),
  figure('imports', bought),
]

const checksOf = (records: readonly WrittenRecord[], documents = DOCUMENTS) =>
  findSumChecks(writtenLedger({ documents, parties: PARTIES, records }), settingAt()).value

describe('exports and imports against the turnover', () => {
  it('agree within rounding', () => {
    expect(checksOf(trade(40, 32.3, 7.6))).toMatchObject([
      {
        finding: 'sum-check',
        sort: 'agrees',
        records: ['exports', 'imports', 'trade-turnover'],
        strength: 0.8,
        why: 'Exports of 32.3 billion USD and imports of 7.6 billion USD make 39.9 billion USD, which agrees with the trade turnover of 40 billion USD within rounding (Kazakhstan and the European Union; 2022; Astana Daily).',
      },
    ])
  })

  it('disagree beyond it', () => {
    expect(checksOf(trade(42, 32.3, 7.6))).toMatchObject([
      {
        sort: 'disagrees',
        why: expect.stringContaining(
          'make 39.9 billion USD, not the trade turnover of 42 billion USD',
        ) as string,
      },
    ])
  })

  it('say nothing where they are of something else', () => {
    const [total, out] = trade(42, 32.3, 7.6)
    const others: readonly (readonly (WrittenFigure | undefined)[])[] = [
      trade(90, 32.3, 7.6),
      [total, out],
      [total, out, figure('imports', 7.6, { partner: ['Russia'] })],
      [total, out, figure('imports', 9.7, { time: '2021' })],
      [total, out, figure('imports', 9.7, { unit: 'EUR' })],
      [total, out, figure('imports', 9.7, { words: 'imports of wheat of 9.7 billion dollars' })],
      [total, out, figure('imports', 9.7, { factuality: 'planned' })],
      [total, out, figure('imports', 9.7, { start: 5000 })],
      [total, out, figure('imports', 9.7, { subject: ['EU'], partner: ['Kazakhstan'] })],
      [figure('trade-turnover', 42, { comparator: '>' }), out, figure('imports', 9.7)],
    ]
    for (const records of others) expect(checksOf(records.flatMap((one) => one ?? []))).toEqual([])
  })

  it('that agree belong together even where one names no period or side; where they do not, only if it is sure', () => {
    const bare = { subject: [], partner: [], time: null }
    const parts = (bought: number) => [
      figure('exports', 32.3, bare),
      figure('imports', bought, bare),
    ]
    expect(checksOf([figure('trade-turnover', 40), ...parts(7.6)])).toMatchObject([
      { sort: 'agrees', strength: 0.68 },
    ])
    expect(checksOf([figure('trade-turnover', 40), ...parts(9.6)])).toMatchObject([
      { sort: 'disagrees' },
    ])
    const other = figure('trade-turnover', 51, { id: 'another', partner: ['Russia'] })
    expect(checksOf([figure('trade-turnover', 40), ...parts(9.6), other])).toEqual([])
  })

  it('are taken with the turnover that they fit, of several in one report', () => {
    const other = figure('trade-turnover', 44, { id: 'another', start: 50 })
    expect(checksOf([other, ...trade(40, 32.3, 7.6)]).map(({ records }) => records)).toEqual([
      ['exports', 'imports', 'trade-turnover'],
    ])
  })

  it('may stand in another report of the same sides and stated period', () => {
    const elsewhere = figure('trade-turnover', 43, { document: 'paris' })
    const [, ...parts] = trade(0, 32.3, 7.6)
    expect(checksOf([elsewhere, ...parts])).toMatchObject([
      { sort: 'disagrees', why: expect.stringContaining('Paris Soir; Astana Daily') as string },
    ])
    expect(checksOf([{ ...elsewhere, time: null }, ...parts])).toEqual([])
  })

  it('are checked once for a report and its copy', () => {
    const copied = trade(40, 32.3, 7.6).map((one) => ({
      ...one,
      id: `${one.id}-2`,
      document: 'paris',
    }))
    const copy = { ...DOCUMENTS, paris: { duplicateOf: 'astana' } }
    expect(checksOf([...trade(40, 32.3, 7.6), ...copied], copy)).toHaveLength(1)
  })
})

describe('shares of one whole', () => {
  const share = (partner: string, value: number, more: Partial<WrittenFigure> = {}) =>
    figure('trade-share', 0, {
      id: partner,
      words: `${value} percent of its trade`,
      value,
      unit: '%',
      partner: [partner],
      ...more,
    })

  it('that make more than 100 % cannot all be right', () => {
    expect(checksOf([share('China', 45), share('Russia', 38), share('Italy', 21)])).toMatchObject([
      {
        sort: 'disagrees',
        records: ['China', 'Russia', 'Italy'],
        why: 'Shares of the trade of Kazakhstan: 45 % (China), 38 % (Russia) and 21 % (Italy) make 104 %, more than 100 % (2022; Astana Daily).',
      },
    ])
  })

  it('that make less are only some of them, and rounding may carry them over 100 %', () => {
    expect(checksOf([share('China', 45), share('Russia', 38)])).toEqual([])
    expect(checksOf([share('China', 45), share('Russia', 36), share('Italy', 20)])).toMatchObject([
      { sort: 'agrees' },
    ])
  })

  it('are added up over reports only for one stated period', () => {
    const apart = { document: 'paris' }
    expect(checksOf([share('China', 60), share('Russia', 55, apart)])).toHaveLength(1)
    expect(
      checksOf([share('China', 60, { time: null }), share('Russia', 55, { ...apart, time: null })]),
    ).toEqual([])
    expect(checksOf([share('China', 60), share('Russia', 55, { time: '2021' })])).toEqual([])
  })

  it('of exports and of imports, of two wholes, of a union and its members are not added up', () => {
    const [exports, imports] = ['60 percent of its exports', '55 percent of its imports']
    expect(
      checksOf([share('China', 60, { words: exports }), share('Russia', 55, { words: imports })]),
    ).toEqual([])
    expect(
      checksOf([share('China', 60), share('Russia', 55, { subject: ['Uzbekistan'] })]),
    ).toEqual([])
    expect(checksOf([share('EU', 60), share('Italy', 55)])).toEqual([])
  })

  it('of one partner count once, with the lowest that is given', () => {
    const again = share('China', 40, { id: 'China-2', document: 'paris' })
    expect(checksOf([share('China', 62), again, share('Russia', 41)])).toEqual([])
  })
})

describe('what partners account for', () => {
  const part = (partner: string, billions: number) =>
    figure('exports', billions, { id: partner, partner: [partner] })
  const total = figure('exports', 30, {
    id: 'total',
    partner: [],
    words: 'total exports of 30 billion dollars',
  })

  it('cannot be more than the stated total', () => {
    expect(checksOf([total, part('China', 18.5), part('Italy', 14)])).toMatchObject([
      {
        sort: 'disagrees',
        records: ['China', 'Italy', 'total'],
        why: 'Exports of Kazakhstan: 18.5 billion USD (China) and 14 billion USD (Italy) make 32.5 billion USD, more than the stated total of 30 billion USD (2022; Astana Daily).',
      },
    ])
  })

  it('may be less; and a total is one only by its words', () => {
    expect(checksOf([total, part('China', 18.5), part('Italy', 9)])).toEqual([])
    const unsaid = { ...total, words: 'exports of 30 billion dollars' }
    expect(checksOf([unsaid, part('China', 18.5), part('Italy', 14)])).toEqual([])
  })
})
