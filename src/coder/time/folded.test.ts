import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findTimes } from './find.js'
import { foldedCopy } from './folded.js'
import { TIME_RULES } from './rules.js'

const SENTENCES = readFileSync(new URL('./golden-times.txt', import.meta.url), 'utf8').split('\n')
/** Characters whose small letters are longer, that equal an ASCII letter, or that take two code units. */
const ODD = ['İ', 'ſ', '\u212a', 'é', 'Ж', '𝒜', '😀', '\ud800', 'ß', '-', '_', '€']

describe('the folded copy of a text', () => {
  it('keeps the place of every ASCII letter, digit and space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const copy = foldedCopy(text)
        expect(copy).toHaveLength(text.length)
        for (let i = 0; i < text.length; i++)
          if (text.charCodeAt(i) < 0x80) expect(copy[i]).toBe(text[i]?.toLowerCase())
      }),
    )
  })

  it('shows all that the rules’ patterns can take', () => {
    for (const { name, pattern } of TIME_RULES)
      expect(pattern.replace(/\\\./g, ''), name).not.toMatch(/\\[pPSDWBu]|\[\^|(?<!\[[^\]]*)\./)
  })

  it('does not hide a time that stands beside odd characters', () => {
    const odd = fc.array(fc.constantFrom(...ODD), { maxLength: 5 })
    fc.assert(
      fc.property(fc.constantFrom(...SENTENCES), odd, (sentence, characters) => {
        const before = `${characters.join('')} `
        const plain = `${'\u00d7'.repeat(before.length - 1)} `
        const places = (text: string) => findTimes(text).map(({ start, end }) => [start, end])
        expect(places(before + sentence)).toEqual(places(plain + sentence))
      }),
    )
  })

  it.each(['12 monthſ ago', 'last wee\u212a', 'LAST WEEK'])('finds “%s”', (words) => {
    expect(findTimes(`It rained ${words}.`).map((time) => time.text)).toEqual([words])
  })
})
