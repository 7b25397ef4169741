import { describe, expect, it } from 'vitest'
import { toFigures } from './index.js'

const MONEY: Readonly<Record<string, readonly string[]>> = {
  Oman: ['OMR'],
  Iran: ['IRR'],
  Denmark: ['DKK'],
  Zambia: ['ZMW'],
  Rwanda: ['RWF'],
  Ghana: ['GHS'],
  Kenya: ['KES'],
  Uganda: ['UGX'],
}

/** Values and units of a text whose sentences end with full stops. */
function sumsOf(text: string) {
  const sentences = [...text.matchAll(/[^.]+\.?(?:\d[^.]*\.?)*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  const mentions = Object.keys(MONEY).flatMap((name) =>
    [...text.matchAll(new RegExp(name, 'g'))].map(({ index }) => ({
      start: index,
      end: index + name.length,
      party: { id: name, name },
    })),
  )
  mentions.sort((a, b) => a.start - b.start)
  const figures = toFigures(text, {
    sentences,
    tokens: null,
    indicators: [],
    units: null,
    partyNear: (span) => mentions.filter((one) => one.start >= span.start && one.end <= span.end),
    currenciesOf: ({ id }) => MONEY[id] ?? [],
    time: { published: '2024-05-01', publishedBasis: 'metadata', tenseHint: null },
  })
  return figures.value.map(({ value, unit }) => [value, unit])
}

describe('money that several states share', () => {
  it('is told by the state of its sentence, before the usual one', () => {
    expect(sumsOf('Oman spent 40 million rials in Iran.')).toEqual([[4e7, 'OMR']])
    expect(sumsOf('Oman spent 40 million rials.')).toEqual([[4e7, 'OMR']])
    expect(sumsOf('It spent 40 million rials.')).toEqual([[4e7, 'IRR']])
    expect(sumsOf('Denmark gave 3 million kroner.')).toEqual([[3e6, 'DKK']])
  })

  it('is told by the state that the text names most where the sentence names none', () => {
    expect(sumsOf('Denmark builds a port. It costs 3 million kroner.')).toEqual([[3e6, 'DKK']])
  })

  it('stays a counted noun where no state uses it, and another state’s where its words say so', () => {
    expect(sumsOf('Ghana gave 3 million kroner.')).toEqual([[3e6, 'kroner']])
    expect(sumsOf('Rwanda keeps 3 million Swiss francs.')).toEqual([[3e6, 'CHF']])
  })

  it('is read from marks of one or two letters only in a text about their state', () => {
    expect(sumsOf('Zambia plans to spend K30.9 billion.')).toEqual([[30.9e9, 'ZMW']])
    expect(sumsOf('Ghana plans to spend K30.9 billion.')).toEqual([])
    expect(sumsOf('Zambia sent its K9 unit.')).toEqual([])
    expect(sumsOf('Kenya earned Sh312 billion.')).toEqual([[312e9, 'KES']])
    expect(sumsOf('Uganda earned Sh312 billion.')).toEqual([[312e9, 'UGX']])
  })

  it('hears no mark inside a word', () => {
    expect(sumsOf('In the BANK 500 clerks wait for Zambia.')).toEqual([[500, 'clerks']])
  })

  it('counts a pound of goods as a weight', () => {
    expect(sumsOf('Ghana sold 500 pounds of cocoa.')).toEqual([[500, 'lb']])
  })
})

it('reads billions of cubic metres and thousands of tonnes written short', () => {
  expect(sumsOf('It sold 11.4 bcm and 3 kt.')).toEqual([
    [11.4e9, 'cubic metre'],
    [3000, 't'],
  ])
})
