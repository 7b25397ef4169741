import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDuplicate, signatureKeys, signatureOf, signatureSimilarity } from './duplicates.js'

const STORY = [
  'Norway and Iceland have agreed on the division of the herring stock for the next three years, the two fisheries ministers told reporters after talks that had lasted through the night.',
  'Norway will take 61 percent of the catch and Iceland 18 percent, while the rest is left to the Faroe Islands, which did not take part in the talks and has not yet said whether it accepts the figures.',
  'The agreement has to be approved by both parliaments before the season opens on 1 May, and neither minister would say what happens if one of them refuses.',
  'Environmental groups said that both numbers together were above what the scientists had advised, and announced that they would take the matter to court in Bergen.',
].join('\n\n')
const OTHER = [
  'The central bank of Iceland left its key rate at 9.25 percent on Wednesday and said that inflation was falling more slowly than it had expected in the spring.',
  'Wages rose by 6 percent in a year, the governor said, and the housing market has not cooled. He did not rule out a further step in November.',
].join('\n\n')

describe('copies of a report', () => {
  const known = [
    { id: 'other', signature: signatureOf(OTHER) },
    { id: 'story', signature: signatureOf(STORY) },
  ]

  it('are found behind another header and with other punctuation', () => {
    const copy = `REYKJAVIK, April 3 (NTB) - ${STORY.replaceAll(',', '').toUpperCase()} NTB`
    expect(findDuplicate(signatureOf(copy), known)?.id).toBe('story')
  })

  it('are not found in another report, in an excerpt or in a text of the same form with other numbers', () => {
    expect(
      findDuplicate(
        signatureOf('Nothing of the sort has been said by anyone in Oslo today.'),
        known,
      ),
    ).toBeNull()
    expect(findDuplicate(signatureOf(STORY.split('\n\n')[0] ?? ''), known)).toBeNull()
    const rates = (numbers: string) =>
      `Exchange rates of the national bank for the day: ${numbers}. ${'The bank publishes the rates every working day at noon for information only. '.repeat(3)}`
    const yesterday = [
      { id: 'rates', signature: signatureOf(rates('dollar 466.31, euro 501.12, rouble 4.91')) },
    ]
    expect(
      findDuplicate(signatureOf(rates('dollar 471.02, euro 498.77, rouble 5.03')), yesterday),
    ).toBeNull()
    expect(
      findDuplicate(signatureOf(rates('dollar 466.31, euro 501.12, rouble 4.91')), yesterday)
        ?.similarity,
    ).toBe(1)
  })

  it('share an index key', () => {
    const copy = signatureKeys(signatureOf(`BERGEN (NTB) - ${STORY}`))
    const keys = new Set(signatureKeys(signatureOf(STORY)))
    expect(copy.some((key) => keys.has(key))).toBe(true)
    expect(signatureKeys(signatureOf(OTHER)).some((key) => keys.has(key))).toBe(false)
  })

  it('have signatures of 128 whole numbers; equal texts are equal, similarity is symmetric', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const [x, y] = [signatureOf(a), signatureOf(b)]
        expect(x).toHaveLength(128)
        expect(x.every((n) => Number.isInteger(n) && n >= 0 && n < 2 ** 32)).toBe(true)
        expect(signatureSimilarity(x, x)).toBe(1)
        expect(signatureSimilarity(x, y)).toBe(signatureSimilarity(y, x))
      }),
    )
  })
})
