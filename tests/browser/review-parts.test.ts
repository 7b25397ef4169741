import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DecisionView } from '../../src/api/types.js'
import { changesOf, draftOf } from '../../web/src/review/draft.js'
import { fieldChanges } from '../../web/src/review/entry-words.js'
import { periodAround } from '../../web/src/review/periods.js'
import { movedByWord, wholeWords, wordsOf } from '../../web/src/text/words.js'
import { FIGURE_RECORD, TALKS_RECORD, VISIT } from './fixtures/visit.js'

describe('the period around a day', () => {
  it.each([
    ['day', '2024-02-10', '2024-02-10', '2024-02-10'],
    ['month', '2024-02-10', '2024-02-01', '2024-02-29'],
    ['quarter', '2023-11-30', '2023-10-01', '2023-12-31'],
    ['year', '2022-05-16', '2022-01-01', '2022-12-31'],
    ['decade', '1999-12-31', '1990-01-01', '1999-12-31'],
    ['month', '', '', ''],
  ] as const)('%s of %s', (granularity, day, start, end) => {
    expect(periodAround(granularity, day)).toEqual([start, end])
  })
})

describe('words chosen in a text', () => {
  const words = wordsOf(VISIT.text)
  const spanOf = (quote: string) => {
    const start = VISIT.text.indexOf(quote)
    return { start, end: start + quote.length }
  }
  const quoteOf = (span: { start: number; end: number } | null) =>
    span && VISIT.text.slice(span.start, span.end)

  it.each([
    ['alks with her Fren', 'talks with her French'],
    [' held talks ', 'held talks'],
    ['“Trade turnover', '“Trade turnover'],
    ['4 billion dol', '5.4 billion dollars'],
    [' ', null],
  ])('“%s” are whole words', (selected, whole) => {
    expect(quoteOf(wholeWords(VISIT.text, words, spanOf(selected)))).toBe(whole)
  })

  it('begin and end a word earlier or later, never empty', () => {
    const talks = spanOf('held talks')
    expect(quoteOf(movedByWord(words, talks, 'start', 1))).toBe('talks')
    expect(quoteOf(movedByWord(words, talks, 'end', -1))).toBe('held')
    expect(quoteOf(movedByWord(words, talks, 'end', 1))).toBe('held talks with')
    expect(quoteOf(movedByWord(words, talks, 'start', -1))).toBe('Serikova, held talks')
    expect(movedByWord(words, spanOf('talks'), 'start', 1)).toBeNull()
    expect(movedByWord(words, { start: 0, end: 10 }, 'start', -1)).toBeNull()
  })

  it('stay within any text, and hold all that was selected of words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), fc.nat(), (text, a, b) => {
        const [start = 0, end = 0] = [a, b].map((n) => n % (text.length + 1)).sort((x, y) => x - y)
        const whole = wholeWords(text, wordsOf(text), { start, end })
        if (!whole) return
        expect(whole.start).toBeGreaterThanOrEqual(0)
        expect(whole.end).toBeLessThanOrEqual(text.length)
        expect(text.slice(whole.start, whole.end)).toContain(text.slice(start, end).trim())
      }),
    )
  })
})

describe('what a correction sends', () => {
  it('is nothing where nothing differs', () => {
    expect(changesOf(TALKS_RECORD, draftOf(TALKS_RECORD))).toEqual({})
    expect(changesOf(FIGURE_RECORD, { ...draftOf(FIGURE_RECORD), value: '5400000000' })).toEqual({})
  })

  it('is each field that differs; what is no number is left for the server to refuse', () => {
    const draft = { ...draftOf(FIGURE_RECORD), value: '5,500', unit: 'EUR' }
    expect(changesOf(FIGURE_RECORD, draft)).toEqual({ value: 5500, unit: 'EUR' })
    expect(changesOf(FIGURE_RECORD, { ...draft, value: 'many' })).toMatchObject({ value: 'many' })
  })
})

describe('what a correction changed', () => {
  const entry = (sequence: number, kind: string, body: object, undone = false): DecisionView => ({
    id: `entry:${sequence}`,
    sequence,
    kind,
    record: TALKS_RECORD.id,
    document: VISIT.id,
    party: null,
    body: body as DecisionView['body'],
    who: 'A. Analyst',
    when: '2024-06-01T10:00:00Z',
    why: 'read again',
    undone,
  })
  const read = entry(1, 'record', TALKS_RECORD)
  const first = entry(2, 'correction', { place: 'Lyon' }, true)
  const second = entry(3, 'correction', { place: 'Nice', time: null })
  const undo = entry(4, 'undo', { entry: first.id })

  it('is told against what stood then, though it was taken back later', () => {
    expect(fieldChanges(second, [read, first])).toEqual([
      { name: 'place', before: 'Lyon', after: 'Nice' },
      { name: 'time', before: '16 May 2023', after: 'not known' },
    ])
    const third = entry(5, 'correction', { place: null })
    const alone = entry(6, 'undo', { entry: second.id })
    expect(fieldChanges(third, [read, first, second, undo])[0]?.before).toBe('Nice')
    expect(fieldChanges(third, [read, first, second, undo, alone])[0]?.before).toBe('Paris')
  })

  it('has no “before” where the record’s entries are not known', () => {
    expect(fieldChanges(first, [])).toEqual([{ name: 'place', before: null, after: 'Lyon' }])
  })
})
