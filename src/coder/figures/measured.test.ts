import { expect, it } from 'vitest'
import { loadCodebook } from '../../codebook/index.js'
import { toFigures } from './index.js'

const codebook = loadCodebook().value

function indicatorsOf(text: string): (string | null)[] {
  const sentences = [...text.matchAll(/[^.]+(?:\.(?=\d)[^.]+)*\.?/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  const figures = toFigures(text, {
    sentences,
    tokens: null,
    indicators: codebook.entries.indicators,
    units: codebook.units,
    partyNear: () => [],
    time: { published: '2024-05-01', publishedBasis: 'metadata', tenseHint: null },
  })
  return figures.value.map(({ indicator }) => indicator)
}

it.each([
  ['Seoul lends Dhaka 90 million dollars.', ['loan']],
  ['Seoul gave Dhaka 90 million dollars.', ['aid-amount']],
  ['Brazil bought goods worth 90 million dollars.', ['imports']],
  ['A bridge worth 90 million dollars was opened.', ['project-value']],
  ['Ankara deployed 40 officers in Doha.', ['troops']],
])('hears in verbs and counted nouns what is measured: %s', (text, indicators) => {
  expect(indicatorsOf(text)).toEqual(indicators)
})

it.each([
  ['Debt stood at 61 per cent of GDP.', ['debt']],
  ['Lagos sends Berlin 4 percent of its exports.', ['trade-share']],
  ['Berlin has 4 percent of all trade and direct investment.', ['trade-share', 'investment-share']],
])('tells shares by what they are of: %s', (text, indicators) => {
  expect(indicatorsOf(text)).toEqual(indicators)
})

it('takes from barrels, hectares and kilowatt-hours what is measured, but nothing from tonnes', () => {
  expect(indicatorsOf('It stood at 40 million bpd.')).toEqual(['oil-volume'])
  expect(indicatorsOf('It stood at 40 TWh.')).toEqual(['electricity'])
  expect(indicatorsOf('It stood at 40 tonnes.')).toEqual([null])
})

it('measures on what the last figure in the same unit did, where nothing else is named', () => {
  expect(
    indicatorsOf('Inflation was 4 percent in Lagos. Accra had 9 percent, and 30 dollars.'),
  ).toEqual(['inflation', 'inflation', null])
  expect(indicatorsOf('Inflation was 4 percent. It rained. Accra had 9 percent.')).toEqual([
    'inflation',
    null,
  ])
})
