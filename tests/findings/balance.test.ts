import { describe, expect, it } from 'vitest'
import {
  BALANCE_LEAST,
  balanceOf,
  balanceRows,
  type BalanceRow,
} from '../../src/findings/balance/balance.js'
import { listHappenings } from '../../src/findings/happenings/happenings.js'
import { settingAt, writtenLedger, type WrittenRecord } from './ledgers.js'

const meeting = (time: string | null, recipient: readonly string[]): WrittenRecord => ({
  kind: 'event',
  event: 'CONSULT',
  actor: ['Kazakhstan'],
  recipient,
  time,
})

const rowsOf = (records: readonly WrittenRecord[]): readonly BalanceRow[] => {
  const ground = writtenLedger({ documents: { report: { published: '2024-06-01' } }, records })
  return balanceRows(ground, listHappenings(ground, settingAt()), 'Kazakhstan')
}

/** Rows as anyone may write them: so many happenings with each partner in a quarter. */
const table = (quarter: string, counts: Readonly<Record<string, number>>): BalanceRow[] =>
  Object.entries(counts).flatMap(([name, count]) =>
    Array.from({ length: count }, (_, index) => ({
      happening: `${quarter} ${name} ${index}`,
      quarter,
      partner: { id: name, name },
      weight: 1,
    })),
  )

describe('balanceRows', () => {
  it('gives a row for each partner of each cooperative happening, with its part of it', () => {
    const rows = rowsOf([
      meeting('2023-01-10', ['France']),
      meeting('2023-05-10', ['France', 'Germany']),
      {
        ...meeting('2023-06-10', ['Russia']),
        event: 'ACCUSE',
        quad: 'verbal-conflict',
      } as WrittenRecord,
    ])
    expect(rows.map(({ quarter, partner, weight }) => [quarter, partner.name, weight])).toEqual([
      ['2023-Q1', 'France', 1],
      ['2023-Q2', 'France', 0.5],
      ['2023-Q2', 'Germany', 0.5],
    ])
    expect(new Set(rows.map(({ happening }) => happening)).size).toBe(2)
  })

  it('leaves out what cannot be placed in one quarter', () => {
    expect(rowsOf([meeting('2023', ['France'])])).toEqual([])
    expect(rowsOf([meeting('2023-Q2', ['France'])])).toHaveLength(1)
    expect(rowsOf([meeting('2023-03-31/2023-04-01', ['France'])])).toEqual([])
  })
})

describe('balanceOf', () => {
  it('is 1 where all partners have equal parts, and 0 where one has everything', () => {
    const [even, uneven] = balanceOf([
      ...table('2023-Q1', { China: 10, France: 10, Russia: 10 }),
      ...table('2023-Q2', { Russia: 30 }),
    ])
    expect(even?.evenness?.value).toBeCloseTo(1)
    expect(uneven?.evenness).toEqual({ value: 0, low: 0, high: 0 })
  })

  it('is H / ln n, n being the partners of all quarters, as anyone can recompute it', () => {
    const [first] = balanceOf([
      ...table('2023-Q1', { China: 12, Russia: 24 }),
      ...table('2023-Q2', { China: 1, France: 1, Russia: 1 }),
    ])
    const entropy = -(Math.log(1 / 3) / 3 + (2 * Math.log(2 / 3)) / 3)
    expect(first).toMatchObject({ quarter: '2023-Q1', happenings: 36, partners: 2 })
    expect(first?.entropy).toBeCloseTo(entropy)
    expect(first?.evenness?.value).toBeCloseTo(entropy / Math.log(3))
    expect(first?.evenness?.low).toBeLessThan(first?.evenness?.value ?? 0)
    expect(first?.evenness?.high).toBeGreaterThan(first?.evenness?.value ?? 1)
  })

  it('weighs the partners of one happening by their parts', () => {
    const shared = Array.from({ length: 20 }, (_, index) =>
      ['China', 'Russia'].map((name) => ({
        happening: `summit ${index}`,
        quarter: '2023-Q1',
        partner: { id: name, name },
        weight: 0.5,
      })),
    ).flat()
    const [quarter] = balanceOf(shared)
    expect(quarter).toMatchObject({ happenings: 20, partners: 2 })
    // Every summit has both, so every sample of summits is as even.
    expect(quarter?.evenness).toMatchObject({ value: 1, low: 1, high: 1 })
  })

  it('says nothing of a quarter with too few happenings, nor of a state with one partner', () => {
    const few = table('2023-Q1', { China: BALANCE_LEAST - 2, Russia: 1 })
    expect(balanceOf(few)[0]?.evenness).toBeNull()
    const enough = table('2023-Q1', { China: BALANCE_LEAST - 2, Russia: 2 })
    expect(balanceOf(enough)[0]?.evenness).not.toBeNull()
    expect(balanceOf(table('2023-Q1', { China: 30 }))[0]?.evenness).toBeNull()
  })

  it('gives the same interval for the same seed, whatever other quarters are there', () => {
    const rows = table('2023-Q1', { China: 15, France: 4, Russia: 9 })
    const [alone] = balanceOf(rows, { samples: 200, seed: 7 })
    const [again] = balanceOf([...rows, ...table('2023-Q2', { China: 25 })], {
      samples: 200,
      seed: 7,
    })
    const [other] = balanceOf(rows, { samples: 200, seed: 8 })
    expect(alone).toEqual(again)
    expect(alone?.evenness).not.toEqual(other?.evenness)
  })

  it('has a narrower interval the more happenings there are', () => {
    const width = (times: number): number => {
      const rows = table('2023-Q1', { China: 8 * times, France: 4 * times, Russia: 12 * times })
      const evenness = balanceOf(rows)[0]?.evenness
      return (evenness?.high ?? 0) - (evenness?.low ?? 0)
    }
    expect(width(16)).toBeLessThan(width(1) / 2)
  })
})
