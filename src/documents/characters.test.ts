import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countCharacters, isLatin, isLetter, isWordCharacter, runsOf } from './characters.js'
import { wordCount } from './normalise.js'

/** Letters of several scripts and planes, digits, marks, and halves of surrogate pairs. */
const piece = fc.constantFrom(..."aZé09²Ⅷ٣ßЖ家𝒜😀𐐀_-–.'’/& \n", 'ſ', '\u212a', '\ud800', '\udc00')
const texts = fc.oneof(
  fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 30 }),
)

describe('characters', () => {
  it('are counted as the Unicode classes have them', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(countCharacters(text, isLetter)).toBe(text.match(/\p{L}/gu)?.length ?? 0)
        expect(countCharacters(text, isLatin)).toBe(text.match(/\p{Script=Latin}/gu)?.length ?? 0)
        expect(runsOf(text, isWordCharacter)).toEqual(text.match(/[\p{L}\p{N}]+/gu) ?? [])
        const words = text.match(/[\p{L}\p{N}]+(?:['’.\-/&][\p{L}\p{N}]+)*/gu)
        expect(wordCount(text)).toBe(words?.length ?? 0)
      }),
      { numRuns: 500 },
    )
  })
})
