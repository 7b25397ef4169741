import { describe, expect, it } from 'vitest'
import { parseDateHeader } from './headers.js'

function factsOf(line: string) {
  const header = parseDateHeader(line)
  if (!header) return null
  const { year, month, day } = header.date
  return [`${year}-${month}-${day}`, header.publisher, header.place, header.byline]
}

describe('a line above a report that ends in its day', () => {
  it.each([
    ['Muscat / Sanaa - Gulf Wire, 7 July 2025', ['2025-7-7', 'Gulf Wire', 'Muscat', null]],
    [
      'Erin Hale, Parliamentary Bureau — The Dominion Ledger — May 30, 2025',
      ['2025-5-30', 'The Dominion Ledger', null, 'Erin Hale'],
    ],
    ['COLOMBO (Island Markets) July 3, 2025', ['2025-7-3', 'Island Markets', 'Colombo', null]],
    [
      'Evening round-up, Radio Savane, 06:00 GMT, 14 May 2024',
      ['2024-5-14', 'Radio Savane', null, null],
    ],
    ['Source: ABN  Editor: lm  2023-09-05 23:14:30', ['2023-9-5', null, null, null]],
    ['Sand & Sky, Ulaanbaatar, interview, 5 July 2025', ['2025-7-5', null, 'Ulaanbaatar', null]],
  ])('“%s” gives day, outlet, place and writer', (line, facts) => {
    expect(factsOf(line)).toEqual(facts)
  })

  it.each([
    'Elections in Chile – 4 May 2023',
    'Joint Statement, 20 May 2023',
    'Ministers meet in Paris - 4 May 2023',
    'Joint statement of Kenya and Chad, Paris, 4 May 2023',
    'Talks in Paris (France) on 4 May 2023',
  ])('“%s” is a title', (line) => {
    expect(parseDateHeader(line)).toBeNull()
  })
})
