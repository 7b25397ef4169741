import { describe, expect, it } from 'vitest'
import { chanceBy } from '../../coder/index.js'
import type { FitItem } from './logistic.js'
import { crossFitted, fitLogistic, laplaceShare, logLoss } from './logistic.js'

/** So many right and wrong records with the same grounds. */
function itemsOf(grounds: FitItem['grounds'], right: number, wrong: number): FitItem[] {
  return Array.from({ length: right + wrong }, (_, number) => ({
    report: `r${number % 4}`,
    grounds,
    isRight: number < right,
  }))
}

const ITEMS = [...itemsOf({}, 20, 60), ...itemsOf({ cue: 1 }, 60, 20)]

describe('a fit without penalty', () => {
  const table = fitLogistic(ITEMS, 0)

  it('gives each group its share right', () => {
    expect(chanceBy(table, {})).toBeCloseTo(0.25, 2)
    expect(chanceBy(table, { cue: 1 })).toBeCloseTo(0.75, 2)
  })

  it('has the log odds as weights: ln(1/3), and ln 9 between the groups', () => {
    expect(table).toEqual({ bias: -1.1, weights: { cue: 2.2 } })
  })
})

it('draws weights to nil by a penalty, and keeps the share right of all', () => {
  const table = fitLogistic(ITEMS, 1e6)
  expect(table.weights).toEqual({ cue: 0 })
  expect(chanceBy(table, {})).toBeCloseTo(0.5, 2)
})

it('stays finite where every record is right', () => {
  const { bias } = fitLogistic(itemsOf({}, 10, 0), 1)
  expect(bias).toBeGreaterThan(2)
  expect(bias).toBeLessThan(20)
})

it('judges a report by the others alone', () => {
  const strange = itemsOf({ odd: 1 }, 3, 0).map((item) => ({ ...item, report: 'alone' }))
  const fitted = crossFitted([...ITEMS, ...strange], 1, 5)
  const own = fitted.filter(({ item }) => item.report === 'alone')
  expect(fitted).toHaveLength(ITEMS.length + 3)
  // No other report has the feature: its weight is nil there, and the chance that of records without any.
  expect(own).toHaveLength(3)
  for (const { chance } of own) expect(chance).toBeCloseTo(0.25, 1)
})

it('has a log loss of ln 2 for coins', () => {
  const fitted = ITEMS.map((item) => ({ item, chance: 0.5 }))
  expect(logLoss(fitted)).toBeCloseTo(Math.LN2)
})

it('is not certain after few trials', () => {
  expect(laplaceShare(5, 5)).toBe(0.86)
  expect(laplaceShare(0, 0)).toBe(0.5)
})
