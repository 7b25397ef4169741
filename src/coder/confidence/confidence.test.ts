import { describe, expect, it } from 'vitest'
import { REASONS } from '../../core/index.js'
import { chanceBy, confidenceOf, logOdds, marked } from './confidence.js'

describe('a logistic sum', () => {
  const table = { bias: -1, weights: { cue: 1, odds: 0.5 } }

  it('adds the weights of the features that hold', () => {
    expect(chanceBy(table, marked({ cue: true }))).toBe(0.5)
    expect(chanceBy(table, marked({ cue: false }))).toBeCloseTo(1 / (1 + Math.E))
  })

  it('takes a feature without weight for nothing', () => {
    expect(chanceBy(table, { cue: 1, odds: 2, else: 7 })).toBeCloseTo(1 / (1 + Math.exp(-1)))
  })
})

it('takes the log odds of a score, which are never without bounds', () => {
  expect(logOdds(0.5)).toBe(0)
  expect(logOdds(0.9)).toBeCloseTo(Math.log(9))
  expect(logOdds(1)).toBe(-logOdds(0))
})

describe('confidence', () => {
  it('is a probability in hundredths, whatever made the record', () => {
    for (const reason of Object.keys(REASONS) as (keyof typeof REASONS)[]) {
      const kind = reason.split('-')[0] as 'event'
      const confidence = confidenceOf({ kind, reason, grounds: { odds: 9 } })
      expect(confidence).toBeGreaterThan(0)
      expect(confidence).toBeLessThanOrEqual(1)
      expect(Math.round(confidence * 100) / 100).toBe(confidence)
    }
  })

  it('rises with the reader’s score', () => {
    for (const [kind, reason] of [
      ['event', 'event-model'],
      ['statement', 'statement-attribution'],
    ] as const) {
      const [low, high] = [0.6, 0.95].map((score) =>
        confidenceOf({ kind, reason, grounds: { odds: logOdds(score) } }),
      )
      expect(high).toBeGreaterThan(low ?? 1)
    }
  })
})
