import { describe, expect, it } from 'vitest'
import { countShared, hitScores, percentScores, sumCounts } from './counts.js'

const self = (key: string): string => key

describe('counting what was found', () => {
  it('counts a thing once however often it stands on a side', () => {
    expect(countShared(['a', 'a', 'b'], ['a', 'a', 'c', 'd'], self)).toEqual({
      hits: 1,
      found: 3,
      gold: 2,
    })
  })

  it('gives precision, recall and F1 of summed counts', () => {
    const counts = sumCounts([
      { hits: 1, found: 2, gold: 1 },
      { hits: 1, found: 2, gold: 4 },
    ])
    // 2 of 4 found are right; 2 of 5 wanted are found; 2·2 / (4 + 5).
    expect(percentScores(counts)).toEqual({ precision: 50, recall: 40, f1: 44.44 })
  })

  it('is right where nothing was to be found and nothing was, wrong where only one side is empty', () => {
    expect(hitScores({ hits: 0, found: 0, gold: 0 })).toEqual({ precision: 1, recall: 1, f1: 1 })
    expect(hitScores({ hits: 0, found: 3, gold: 0 })).toEqual({ precision: 0, recall: 0, f1: 0 })
    expect(hitScores({ hits: 0, found: 0, gold: 3 })).toEqual({ precision: 0, recall: 0, f1: 0 })
  })
})
