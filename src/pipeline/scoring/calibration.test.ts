import { describe, expect, it } from 'vitest'
import type { JudgedRecord } from './calibration.js'
import { calibrationOf, equalCountBins, equalWidthBins } from './calibration.js'

/** Judged records written as confidence and right or wrong: `0.8+` `0.3-`. */
function judgedFrom(words: string): JudgedRecord[] {
  return words.split(' ').map((word) => ({
    report: 'a',
    confidence: Number(word.slice(0, -1)),
    isRight: word.endsWith('+'),
  }))
}

describe('expected calibration error', () => {
  it('is nil where of those at 0.8 four in five are right', () => {
    const { ece, brier } = calibrationOf(judgedFrom('0.8+ 0.8+ 0.8+ 0.8+ 0.8-'))
    expect(ece).toBeCloseTo(0)
    expect(brier).toBeCloseTo((4 * 0.04 + 0.64) / 5)
  })

  it('weighs each bin’s gap by its records', () => {
    // 0.9 with half of two right: gap 0.4; 0.2 and 0.25 with none of two right: gap 0.225; each half of the records.
    const { ece, records, right } = calibrationOf(judgedFrom('0.9+ 0.9- 0.2- 0.25-'))
    expect(ece).toBeCloseTo(0.4 / 2 + 0.225 / 2)
    expect({ records, right }).toEqual({ records: 4, right: 1 })
  })

  it('counts gaps to either side', () => {
    // 0.55 with all right: gap 0.45; 0.75 with none: gap 0.75.
    expect(calibrationOf(judgedFrom('0.55+ 0.75-')).ece).toBeCloseTo((0.45 + 0.75) / 2)
  })

  it('is nil of no records', () => {
    expect(calibrationOf([])).toMatchObject({ records: 0, ece: 0, eceEqualCount: 0, brier: 0 })
  })
})

describe('bins', () => {
  it('of equal width hold their lower edge, the last both', () => {
    const bins = equalWidthBins(judgedFrom('0.29+ 0.3+ 0.7- 0.9+ 1+'))
    expect(bins.map(({ from, records }) => [from, records])).toEqual([
      [0.2, 1],
      [0.3, 1],
      [0.7, 1],
      [0.9, 2],
    ])
  })

  it('of equal count hold as many each, from the least confident on', () => {
    const words = Array.from({ length: 20 }, (_, n) => `${(n + 1) / 100}${n < 10 ? '-' : '+'}`)
    const bins = equalCountBins(judgedFrom([...words].reverse().join(' ')))
    expect(bins.map((bin) => bin.records)).toEqual(Array.from({ length: 10 }, () => 2))
    expect(bins[0]).toMatchObject({ from: 0.01, to: 0.02, right: 0 })
    expect(bins[9]).toMatchObject({ from: 0.19, to: 0.2, right: 2 })
  })

  it('of equal count are fewer where there are fewer records than bins', () => {
    expect(equalCountBins(judgedFrom('0.1+ 0.5- 0.9+'))).toHaveLength(3)
  })
})

it('tells how many of the sure records are right', () => {
  const { sure } = calibrationOf(judgedFrom('0.79+ 0.8+ 0.85- 0.99+'))
  expect(sure).toEqual({ records: 3, right: 2 })
})
