import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tokenize } from './tokenizer.js'

const words = (text: string): string[] =>
  tokenize(text).map(({ start, end }) => text.slice(start, end))

describe('tokenize', () => {
  test.each([
    ['He didn’t say so.', ['He', 'did', 'n’t', 'say', 'so', '.']],
    ["Kenya's minister can't come", ['Kenya', "'s", 'minister', 'ca', "n't", 'come']],
    ['EU-Kazakhstan talks', ['EU', '-', 'Kazakhstan', 'talks']],
    ['worth $32.3 billion (7,600 km)', ['worth', '$', '32.3', 'billion', '(', '7,600', 'km', ')']],
    ['about 40%, he said', ['about', '40', '%', ',', 'he', 'said']],
    ['The U.S. and Mr. Smith', ['The', 'U.S.', 'and', 'Mr.', 'Smith']],
    ['on Jan. 5, 2023.', ['on', 'Jan.', '5', ',', '2023', '.']],
    ['“We cannot,” she said…', ['“', 'We', 'can', 'not', ',', '”', 'she', 'said', '…']],
    ['see https://example.org/a?b=1.', ['see', 'https://example.org/a?b=1', '.']],
    ['the 19th meeting in the 1990s', ['the', '19th', 'meeting', 'in', 'the', '1990s']],
    ['AT&T and R&D', ['AT&T', 'and', 'R&D']],
    ['ministers’ talks', ['ministers', '’', 'talks']],
    ['the constructor team', ['the', 'constructor', 'team']],
  ])('%s', (text, wanted) => expect(words(text)).toEqual(wanted))

  test('covers every character that is not white space, in order, once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const spans = tokenize(text)
        let at = 0
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          expect(text.slice(at, start).trim()).toBe('')
          at = end
        }
        expect(text.slice(at).trim()).toBe('')
      }),
    )
  })

  test('never cuts a surrogate pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        for (const { start } of tokenize(text)) {
          const before = text.charCodeAt(start - 1)
          const here = text.charCodeAt(start)
          expect(before >= 0xd800 && before < 0xdc00 && here >= 0xdc00 && here < 0xe000).toBe(false)
        }
      }),
    )
  })
})
