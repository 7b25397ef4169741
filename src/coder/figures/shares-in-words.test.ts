import { expect, it } from 'vitest'
import { figuresAlone } from '../testing/figures-alone.js'

function sharesOf(text: string): string[] {
  return figuresAlone(text)
    .filter(({ unit }) => unit === '%')
    .map(({ comparator, value }) => `${comparator} ${value}`)
}

it.each([
  ['Trade with Peru shrank by a third in ten years.', ['= 33.3333']],
  ['Exports grew by about a tenth, the ministry said.', ['~ 10']],
  ['Deliveries fell by half after the storm.', ['= 50']],
  ['The dinar lost half its value.', ['= 50']],
  ['Of the tea, more than half goes to Cairo.', ['> 50']],
  ['Two-thirds sailed to Europe.', ['= 66.6667']],
  ['Ghana grows two fifths of the cocoa, Togo a twentieth.', ['= 40', '= 5']],
  ['They spend a quarter of one per cent on aid.', ['= 0.25']],
  ['Roughly six in ten are going home.', ['~ 60']],
  ['Seven islanders in ten speak Hindi.', ['= 70']],
  ['One worker in eight is from Nepal.', ['= 12.5']],
  ['Nine out of ten trains cross the border.', ['= 90']],
  ['Wheat makes up 78 out of every 100 tonnes.', ['= 78']],
])('reads shares told in words as percent: %s', (text, shares) => {
  expect(sharesOf(text)).toEqual(shares)
})

it.each([
  'The envoy arrived at half past nine.',
  'Trade fell after a letter by a third party.',
  'More than half a million fled.',
  'The talks took more than half an hour.',
  'The half-brother of the king came in the first half of the year.',
  'Trade rose in the second half its agency covers.',
  'The session ended by a quarter to nine.',
  'They met for a third time.',
  'Two soldiers fell in ten days.',
  'Three attacks in five towns were reported.',
  'Nine out of fifteen members signed.',
  'The team won six in ten games.',
])('hears no share in other words of parts: %s', (text) => {
  expect(sharesOf(text)).toEqual([])
})
