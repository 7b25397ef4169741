import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quoteInSentence } from './sentence.js'

/** The quote of some words of a text. */
function quote(text: string, words: string): string {
  const start = text.indexOf(words)
  return quoteInSentence(text, { start, end: start + words.length })
}

describe('the words of a record in their sentence', () => {
  it.each([
    ['Talks ended. U.S. President Joan Roe left.', 'left', 'U.S. President Joan Roe «left».'],
    ['Gen. Milley met Mr. Xi. It rained.', 'met', 'Gen. Milley «met» Mr. Xi.'],
    [
      'He came. On Jan. 5 Lt.-Gen. Roe met Amb. J. F. Doe in St. Ives. She left.',
      'met',
      'On Jan. 5 Lt.-Gen. Roe «met» Amb. J. F. Doe in St. Ives.',
    ],
    ['They met at 5 p.m. Moscow time. Then they left.', 'met', 'They «met» at 5 p.m. Moscow time.'],
    ['It rose by 3.5 percent. It fell.', 'rose', 'It «rose» by 3.5 percent.'],
    ['“We agree,” he said. “All of us.” They left.', 'All', '“«All» of us.”'],
    ['One came. Two met. Three left.', 'Two met.', '«Two met.»'],
    ['One came. Two met. Three left.', 'met. Three', 'Two «met. Three» left.'],
    ['A heading\n\nTwo met\nThree left', 'met', 'Two «met»'],
  ])('%j', (text, words, quoted) => {
    expect(quote(text, words)).toBe(quoted)
  })

  it('are always there, between their marks, whatever the text', () => {
    const texts = fc.array(fc.constantFrom('Mr.', 'U.S.', 'He', 'left.', '\n', '“', '?”', 'Jan.'))
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(20), (parts, from, length) => {
        const text = parts.join(' ')
        const start = Math.min(from % (text.length + 1), text.length)
        const end = Math.min(text.length, start + length)
        const words = text.slice(start, end).replace(/\s+/g, ' ')
        expect(quoteInSentence(text, { start, end })).toContain(`«${words}»`)
      }),
    )
  })
})
