import type { FigureRecord } from '../../core/index.js'
import type { Quantity } from '../figures/quantity.js'
import type { Grounds } from './confidence.js'
import { marked } from './confidence.js'

const SMALL = 10

/**
 * What tells a right figure from a wrong one: its number and unit, and how much stands around it. `words` are the number's
 * own, `inSentence` the numbers of its sentence.
 */
export function figureGrounds(
  { unit }: Quantity,
  { value, partner }: Pick<FigureRecord, 'value' | 'partner'>,
  words: string,
  inSentence: number,
): Grounds {
  return marked({
    small: Math.abs(value) < SMALL,
    'in-words': !/\d/.test(words),
    share: unit?.kind === 'share',
    several: inSentence > 1,
    partner: partner.length > 0,
  })
}
