import { describe, expect, it } from 'vitest'
import { pairQuantities, sameValue, scoreQuantities } from './quantities.js'
import { parseNewsQuant, readQuantities } from './quantities-newsquant.js'

const answer = (value: number, unit = '-', high: number | null = null) => ({ value, unit, high })

describe('scoreQuantities', () => {
  it('matches values within a relative tolerance, ranges at both ends', () => {
    expect(sameValue(answer(1e9), answer(1e9 + 5000))).toBe(true)
    expect(sameValue(answer(1e9), answer(1.001e9))).toBe(false)
    expect(sameValue(answer(1, '-', 2), answer(1, '-', 2))).toBe(true)
    expect(sameValue(answer(1, '-', 2), answer(1))).toBe(false)
  })
  it('counts value, and value with unit, without regard to case', () => {
    const gold = [answer(5, 'Dollar'), answer(7, 'percentage'), answer(9, 'ship')]
    const found = [answer(5, 'dollar'), answer(7, 'dollar')]
    const scores = scoreQuantities([{ gold, found }])
    expect(scores.valueF1).toBeCloseTo(4 / 5)
    expect(scores.valueUnitF1).toBeCloseTo(2 / 5)
    expect([scores.valuePrecision, scores.valueRecall]).toEqual([1, 2 / 3])
  })
  it('pairs like values by their units first', () => {
    const gold = [answer(5, 'euro'), answer(5, 'dollar')]
    const found = [answer(5, 'dollar'), answer(5, 'euro')]
    expect(pairQuantities({ gold, found }).every((pair) => pair.unitFits)).toBe(true)
  })
})

describe('NewsQuant format', () => {
  const file = [
    {
      text: 'Own sentence.',
      quantities: [
        { change: '=', value: '-2.5', unit: '%', normalized_unit: 'percentage' },
        { change: '~', value: '1.0-1.5', unit: 'km', normalized_unit: 'Kilometre' },
        { change: '=', value: ' 8 - 9 ', unit: '-', normalized_unit: '-' },
      ],
    },
  ]
  it('reads values, minus signs and ranges', () => {
    expect(parseNewsQuant(file)[0]?.gold).toEqual([
      answer(-2.5, 'percentage'),
      answer(1, 'kilometre', 1.5),
      answer(8, '-', 9),
    ])
  })
  it('refuses another form', () => {
    expect(() => parseNewsQuant([{ text: 1 }])).toThrow()
  })
  it.each([
    ['It cost $80 a barrel.', [answer(80, 'dollar per barrel')]],
    ['They bought 40 new ferries.', [answer(40, 'new ferry')]],
    ['A 12-year-old boy won.', [answer(12, 'year of age')]],
    ['It is 40 km long and weighs 3 kg.', [answer(40, 'kilometre'), answer(3, 'kilogram')]],
    ['They paid 300 Australian dollars.', [answer(300, 'australian dollar')]],
    ['Output fell 5 per cent.', [answer(5, 'percentage')]],
  ])('names units as that set does: %s', (text, expected) => {
    expect(readQuantities(text)).toEqual(expected)
  })
})
