import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ReadToken } from '../../core/readings.js'
import { findQuantities, toFigures, type FigureSetting, type Quantity } from './index.js'
import { readFraction, readNumber, readOrdinal } from './number-words.js'

const rows = readFileSync(new URL('./golden-quantities.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.includes(' =>') && !line.startsWith('#'))
  .map((line) => line.split(' =>').map((cell) => cell.trim()))

function shown(quantity: Quantity): string {
  const unit = quantity.unit?.kind === 'count' ? quantity.unit.text : quantity.unit?.unit
  return [
    quantity.comparator,
    `${quantity.value}${quantity.high === null ? '' : `..${quantity.high}`}`,
    unit ?? '-',
    quantity.unit?.per ? `per ${quantity.unit.per.unit}` : '',
    quantity.direction ?? '',
    quantity.age ? 'age' : '',
    quantity.duration ? 'time' : '',
    quantity.vague ? 'vague' : '',
    quantity.fromTo ? 'fromto' : '',
  ]
    .filter(Boolean)
    .join(' ')
}

describe('findQuantities: the golden table', () => {
  it('holds more than one hundred and fifty texts', () => {
    expect(rows.length).toBeGreaterThan(150)
  })
  it.each(rows)('%s', (text, expected) => {
    expect(
      findQuantities(text ?? '')
        .map(shown)
        .join(' ; '),
    ).toBe(expected)
  })
})

describe('findQuantities', () => {
  it('takes the counted noun from the parse where there is one', () => {
    const text = 'They sent 40 heavily armed border guards home'
    const words = text.split(' ')
    const heads = [1, -1, 6, 4, 6, 6, 1, 1]
    const relations = ['nsubj', 'root', 'nummod', 'advmod', 'amod', 'compound', 'obj', 'advmod']
    const tags = ['PRP', 'VBD', 'CD', 'RB', 'JJ', 'NN', 'NNS', 'RB']
    let at = 0
    const tokens: ReadToken[] = words.map((word, index) => {
      const token = {
        start: at,
        end: at + word.length,
        text: word,
        tag: tags[index] ?? '',
        head: heads[index] ?? -1,
        relation: relations[index] ?? '',
        sentence: 0,
      }
      at += word.length + 1
      return token
    })
    expect(findQuantities(text, tokens)[0]?.unit?.text).toBe('heavily armed border guards')
  })

  it('gives spans inside the text, in order, with finite values, and never throws', () => {
    const part = fc.constantFrom('$', '5', '3.2', 'billion', 'million', '%', 'to', '-', 'from', 'one', 'of', 'the', 'a', 'third', 'km', 'per', 'barrel', 'dozens', 'Group', '20', ',', '2022', 'é', 'ships', '1,200', 'and', 'half', '\n') // prettier-ignore
    const text = fc.oneof(
      fc.array(part, { maxLength: 20 }).map((parts) => parts.join(' ')),
      fc.array(part, { maxLength: 20 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(text, (words) => {
        let last = -1
        for (const quantity of findQuantities(words)) {
          expect(quantity.start).toBeGreaterThanOrEqual(0)
          expect(quantity.end).toBeGreaterThan(quantity.start)
          expect(quantity.end).toBeLessThanOrEqual(words.length)
          expect(quantity.number.start).toBeGreaterThan(last)
          expect(Number.isFinite(quantity.value)).toBe(true)
          last = quantity.number.start
        }
      }),
      { numRuns: 300 },
    )
  })

  it('reads back any number of dollars, however it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 999_999_999 }), (number) => {
        const grouped = number.toLocaleString('en-US')
        for (const text of [
          `$${number}`,
          `$${grouped}`,
          `${grouped} dollars`,
          `${number} dollars`,
        ]) {
          // Four digits that may be a year are no number without a mark.
          if (text.startsWith('$') || grouped !== `${number}`)
            expect(findQuantities(text).map((one) => one.value)).toContain(number)
        }
      }),
    )
  })
})

describe('numbers in words', () => {
  it.each([
    ['two and a half million', 2.5e6],
    ['a hundred and fifty', 150],
    ['twenty-eight thousand six hundred forty-two', 28_642],
    ['three million two hundred thousand', 3.2e6],
    ['two hundred thousand', 200_000],
    ['2 1/2', 2.5],
    ['1.5 billion', 1.5e9],
    ['12,345.6', 12_345.6],
    ['½', 0.5],
    ['several', null],
    ['', null],
  ])('%s', (text, value) => {
    expect(readNumber(text)).toBe(value)
  })
  it('reads fractions and ordinals', () => {
    expect(readFraction('two-thirds')).toBeCloseTo(2 / 3)
    expect(readFraction('half')).toBe(0.5)
    expect(readFraction('house')).toBeNull()
    expect(readOrdinal('third')).toBe(3)
    expect(readOrdinal('21st')).toBe(21)
  })
})

const INDICATORS = [
  { id: 'trade-turnover', cues: ['trade', 'trade turnover', 'foreign trade'], units: ['currency'], partner: true },
  { id: 'trade-share', cues: ['share of trade'], units: ['share'], partner: true },
  { id: 'exports', cues: ['exports'], units: ['currency'], partner: true },
  { id: 'imports', cues: ['imports', 'import'], units: ['currency'], partner: true },
  { id: 'investment-inflow', cues: ['investment inflow', 'direct investment', 'direct investments'], units: ['currency'], partner: true },
  { id: 'border-length', cues: ['border'], units: ['length'], partner: true },
  { id: 'gas-volume', cues: ['gas'], units: ['volume'], partner: true },
] // prettier-ignore

const PARTIES = ['Kazakhstan', 'Germany', 'European Union', 'Russia', 'Uzbekistan', 'China']

function settingOf(text: string): FigureSetting {
  return {
    sentences: [{ start: 0, end: text.length }],
    tokens: null,
    indicators: INDICATORS,
    units: null,
    partyNear: (span) =>
      PARTIES.flatMap((name) => {
        const start = text.indexOf(name, span.start)
        return start < 0 ? [] : [{ start, end: start + name.length, party: { id: name, name } }]
      }).sort((a, b) => a.start - b.start),
    time: { published: '2023-06-20', publishedBasis: 'metadata', tenseHint: 'past' },
  }
}

const figuresOf = (text: string) => toFigures(text, settingOf(text))

const brief = (text: string) =>
  figuresOf(text).value.map((figure) => [
    figure.indicator,
    figure.value,
    figure.unit,
    figure.comparator,
    figure.subject.map(({ name }) => name).join('+'),
    figure.partner.map(({ name }) => name).join('+'),
    figure.time ? `${figure.time.start}..${figure.time.end}` : null,
  ])

describe('toFigures', () => {
  it('joins a change with its level, and a list with its indicators', () => {
    const text =
      'In 2021, trade was 12.5% lower than in 2020, amounting to 6 billion euros (exports – €4.1 billion, imports – €1.9 billion).'
    expect(brief(text)).toEqual([
      ['trade-turnover', 6e9, 'EUR', '=', '', '', '2021-01-01..2021-12-31'],
      ['exports', 4.1e9, 'EUR', '=', '', '', '2021-01-01..2021-12-31'],
      ['imports', 1.9e9, 'EUR', '=', '', '', '2021-01-01..2021-12-31'],
    ])
    expect(figuresOf(text).value[0]?.change).toEqual({
      value: 12.5,
      unit: '%',
      direction: 'down',
      since: '2020',
    })
  })

  it('reads a rise by so much to so much, with its period', () => {
    const text =
      'In the first five months of 2023, investment inflow grew by 8 per cent to nearly 3 billion dollars.'
    expect(brief(text)).toEqual([
      ['investment-inflow', 3e9, 'USD', '~', '', '', '2023-01-01..2023-05-31'],
    ])
    expect(figuresOf(text).value[0]?.change).toMatchObject({ value: 8, unit: '%', direction: 'up' })
  })

  it('reads a move from one value to another as the later value and its step', () => {
    const text = 'Exports to Germany rose from 9.2 to 11.7 billion euros in 2022.'
    expect(brief(text)).toEqual([
      ['exports', 11.7e9, 'EUR', '=', '', 'Germany', '2022-01-01..2022-12-31'],
    ])
    expect(figuresOf(text).value[0]?.change).toMatchObject({ value: 2.5e9, direction: 'up' })
  })

  it('gives a share of two things as two figures of the owner of the whole', () => {
    const text =
      'China accounts for about 18 percent of Uzbekistan’s foreign trade and direct investments.'
    expect(brief(text)).toEqual([
      ['trade-share', 18, '%', '~', 'Uzbekistan', 'China', null],
      ['investment-share', 18, '%', '~', 'Uzbekistan', 'China', null],
    ])
  })

  it('reads “more than doubled” with what it is counted from', () => {
    const [figure] = figuresOf(
      'Since the start of the war, gas imports of Kazakhstan had more than tripled.',
    ).value
    expect(figure).toMatchObject({
      indicator: 'imports',
      value: 3,
      unit: 'times',
      comparator: '>',
      change: { value: 3, unit: 'times', direction: 'up', since: 'the start of the war' },
    })
  })

  it('takes the other side of a border as partner', () => {
    expect(brief('Kazakhstan has a border of 2,330 kilometres with Uzbekistan.')).toEqual([
      ['border-length', 2330, 'km', '=', 'Kazakhstan', 'Uzbekistan', null],
    ])
  })

  it('names what is counted where the codebook has no indicator', () => {
    expect(brief('Germany sent 250 engineers.')).toEqual([
      ['engineers', 250, 'engineers', '=', 'Germany', '', null],
    ])
  })

  it('gives both ends of a range as bounds', () => {
    expect(brief('Imports of 8-10 billion dollars').map((row) => [row[1], row[3]])).toEqual([
      [8e9, '>='],
      [10e9, '<='],
    ])
  })

  it('makes no figure of ages, dates, times told by how far off they are, and vague numbers', () => {
    expect(
      brief('A 45-year-old man came on 3 May 2022, two days ago, with dozens of friends.'),
    ).toEqual([])
  })

  it('tells how long a thing lasts', () => {
    expect(brief('Germany blocked the road for six days.')).toEqual([
      ['duration', 6, 'day', '=', 'Germany', '', null],
    ])
    expect(brief('Germany opened the road six days later.')).toEqual([])
  })

  it('counts no sides that the text has named before', () => {
    expect(brief('Germany met the two ministers.')).toEqual([])
    expect(brief('Germany met two engineers.')).toEqual([
      ['engineers', 2, 'engineers', '=', 'Germany', '', null],
    ])
  })

  it('gives each sum the thing that stands right behind it', () => {
    expect(
      brief('Germany had €8.8 billion in exports and €17.3 billion in imports.').map((row) =>
        row.slice(0, 2),
      ),
    ).toEqual([
      ['exports', 8.8e9],
      ['imports', 17.3e9],
    ])
    expect(
      brief('Exports reached €8.8 billion and imports €17.3 billion.').map((row) =>
        row.slice(0, 2),
      ),
    ).toEqual([
      ['exports', 8.8e9],
      ['imports', 17.3e9],
    ])
  })

  it('hears no country in the name of a currency', () => {
    const party = { id: 'China', name: 'China' }
    const subjects = (text: string, place: string) => {
      const start = text.indexOf(place)
      const setting = { ...settingOf(text), partyNear: () => [{ start, end: start + place.length, party }] } // prettier-ignore
      return toFigures(text, setting).value.map((figure) => figure.subject.length)
    }
    expect(subjects('Trade was 40 billion Chinese yuan.', 'Chinese')).toEqual([0])
    expect(subjects('Chinese trade was 40 billion yuan.', 'Chinese')).toEqual([1])
  })

  it('hears "over" as a comparator where it is none of a verb', () => {
    const comparators = (text: string) => brief(text).map((row) => row[3])
    expect(comparators('Germany handed over five boats.')).toEqual(['='])
    expect(comparators('Germany has over five boats.')).toEqual(['>'])
  })

  it('measures from the day after “since” to the day of the report, but not what stands behind it', () => {
    const time = (text: string) => brief(text).map((row) => row[6])
    expect(time('Germany has sent 250 engineers since May.')).toEqual(['2023-05-01..2023-06-20'])
    expect(time('The pact, in force since May, costs Germany €5 million.')).toEqual([null])
  })

  it('measures from the one time to the other between two', () => {
    const time = (text: string) => brief(text).map((row) => row[6])
    expect(time('Germany sent 250 engineers between March 2022 and May 2022.')).toEqual([
      '2022-03-01..2022-05-31',
    ])
    expect(time('Germany sent 250 engineers in March 2022 and left.')).toEqual([
      '2022-03-01..2022-03-31',
    ])
  })

  it('lends a measure to the next sum of a list, and what the whole counts to its part', () => {
    const units = (text: string) => brief(text).map((row) => [row[1], row[2]])
    expect(units('It gives 55 million litres to China, 18 million to Germany.')).toEqual([
      [55e6, 'litre'],
      [18e6, 'litre'],
    ])
    expect(units('It gives 55 million litres to China. Germany has 18 million.')).toEqual([
      [55e6, 'litre'],
    ])
    expect(units('Fourteen of the 15 members came.')).toEqual([
      [14, 'members'],
      [15, 'members'],
    ])
    expect(units('At Fourteen, 15 members came.')).toEqual([[15, 'members']])
  })

  it('counts how often a thing happened, and no multiple of another', () => {
    const units = (text: string) => brief(text).map((row) => [row[1], row[2]])
    expect(units('Germany broke it 37 times this year.')).toEqual([[37, 'times']])
    expect(units('Germany has 37 times the figure of China.')).toEqual([])
  })

  it('names money by its code and things by their noun, however often it is paid', () => {
    const units = (text: string) => brief(text).map((row) => row[2])
    expect(units('Germany gives €5m a year.')).toEqual(['EUR'])
    expect(units('Germany pays €5 per barrel.')).toEqual(['EUR'])
  })

  it('makes no number of an ordinal in words', () => {
    expect(brief('Germany came to the twenty-first session.')).toEqual([])
    expect(brief('Germany came to twenty-one sessions.').map((row) => row[1])).toEqual([21])
  })

  it('leaves a bare number out and says so', () => {
    const { value, issues } = figuresOf('The index stood at 13,176.')
    expect(value).toEqual([])
    expect(issues.map((issue) => issue.code)).toEqual(['figure-incomplete'])
  })

  it('quotes the words it rests on, whatever the text', () => {
    const part = fc.constantFrom('exports', 'imports', 'rose', 'by', '10', '%', 'to', '$5', 'billion', 'of', 'trade', 'Kazakhstan', 'with', 'Russia', 'from', '2', 'in', '2022', ',', '(', ')', 'doubled', 'and', 'border', 'km') // prettier-ignore
    fc.assert(
      fc.property(fc.array(part, { maxLength: 18 }), (parts) => {
        const text = parts.join(' ')
        for (const figure of figuresOf(text).value)
          for (const evidence of figure.evidence)
            expect(text.slice(evidence.start, evidence.end)).toBe(evidence.text)
      }),
    )
  })
})
