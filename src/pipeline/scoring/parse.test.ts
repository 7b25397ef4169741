import { describe, expect, it } from 'vitest'
import type { ParsedWord } from './parse.js'
import { rangesOfLengths, scoreParse } from './parse.js'

const words = (...list: [string, number, string][]): ParsedWord[] =>
  list.map(([xpos, head, relation]) => ({ xpos, head, relation }))

const GOLD = words(
  ['NN', 2, 'nsubj:pass'],
  ['VBD', 0, 'root'],
  ['NN', 2, 'obl:agent'],
  ['.', 2, 'punct'],
)

describe('scores of a parse', () => {
  it('counts heads, relations without subtypes, and tags over all words', () => {
    const found = words(
      ['NN', 2, 'nsubj'], // right but for the subtype
      ['VBN', 0, 'root'], // wrong tag
      ['NN', 2, 'obj'], // right head, wrong relation
      ['.', 3, 'punct'], // wrong head
    )
    expect(scoreParse([{ gold: GOLD, found }])).toEqual({
      uas: 3 / 4,
      las: 2 / 4,
      lasWithSubtypes: 1 / 4,
      xpos: 3 / 4,
      words: 4,
      sentences: 1,
    })
  })

  it('weighs words, not sentences', () => {
    const one = words(['NN', 0, 'root'])
    const wrong = words(['XX', 1, 'dep'])
    const scores = scoreParse([
      { gold: GOLD, found: GOLD },
      { gold: one, found: wrong },
    ])
    expect(scores.las).toBe(4 / 5)
  })

  it('refuses sides of different length', () => {
    expect(() => scoreParse([{ gold: GOLD, found: [] }])).toThrow(RangeError)
  })

  it('lays sentences end to end', () => {
    expect(rangesOfLengths([2, 0, 3])).toEqual([
      { first: 0, last: 2 },
      { first: 2, last: 2 },
      { first: 2, last: 5 },
    ])
  })
})
