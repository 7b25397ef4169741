import { describe, expect, test } from 'vitest'
import { hintsOf, indexLexicon } from './lexicon.js'

const lexicon = indexLexicon({
  bigPlaces: ['san francisco', 'saint-denis', 'u.s.', 'jordan'],
  smallPlaces: ['san', 'kollam'],
  given: ['jordan', 'grace'],
  family: ['grace', "o'neill"],
  bodies: ['bank of san marino', "mcdonald's", 'united nations'],
})

const PLACE = 12
const GIVEN = 6
const FAMILY = 3

describe('hintsOf', () => {
  const hints = (text: string): number[] => hintsOf(lexicon, text.split(' '))

  test('marks the longest place from left to right, however it is written', () => {
    expect(hints('in San Francisco and KOLLAM')).toEqual([0, 2 * PLACE, 3 * PLACE, 0, PLACE])
    expect(hints('Saint - Denis or Saint-Denis')).toEqual([
      2 * PLACE,
      3 * PLACE,
      3 * PLACE,
      0,
      2 * PLACE,
    ])
    expect(hints('the U.S. said')).toEqual([0, 2 * PLACE, 0])
  })

  test('keeps what else a word may be', () => {
    expect(hints('Jordan met Grace O’Neill')).toEqual([
      2 * PLACE + GIVEN,
      0,
      GIVEN + FAMILY,
      FAMILY,
    ])
  })

  test('marks bodies beside places inside them', () => {
    expect(hints('Bank of San Marino')).toEqual([1, 2, PLACE + 2, 2])
    expect(hints('McDonald ’s')).toEqual([1, 2])
  })

  test('finds a name with marks wherever a text’s words are cut at them', () => {
    const marked = indexLexicon({
      bigPlaces: ['st. louis', 'baden-baden'],
      smallPlaces: [],
      given: [],
      family: [],
      bodies: [],
    })
    for (const text of ['St. Louis', 'St . Louis', 'Baden-Baden', 'Baden - Baden', 'Baden -Baden'])
      expect(hintsOf(marked, text.split(' '))[0]).toBe(2 * PLACE)
    expect(hintsOf(marked, ['Baden', 'Baden'])).toEqual([0, 0])
  })

  test('says nothing of other words', () => {
    expect(hints('nothing known here')).toEqual([0, 0, 0])
    expect(hints('a sansan')).toEqual([0, 0])
    expect(hintsOf(lexicon, [])).toEqual([])
  })
})
