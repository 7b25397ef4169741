import { francAll } from 'franc-min'
import { countCharacters, isLatin, isLetter, runsOf } from './characters.js'

/** Whether a text is English, told by its trigrams and by its small words. */

const SMALL_WORDS = new Set(
  'the of and to in a is that for on was with as by at from it be this are has have had not but were or an which said will he his they its their who been'.split(
    ' ',
  ),
)
const ENOUGH_LETTERS = 200
const READ_LENGTH = 6000
const SURELY_ENGLISH = 0.25
const MAYBE_ENGLISH = 0.15
/** A short text is judged from so many words on, and only when it has next to no English small words. */
const FEWEST_WORDS = 15
const HARDLY_ENGLISH = 0.07

export interface LanguageGuess {
  readonly english: boolean
  /** ISO 639-3 code of the likeliest language, `und` when the text is too short to tell. */
  readonly likeliest: string
}

/**
 * English unless the text says otherwise: a text with enough letters is not English when its trigrams point elsewhere
 * and fewer than three words in twenty are English small words; a short one when it has hardly any English small words, any when most letters are not Latin.
 */
export function guessLanguage(text: string): LanguageGuess {
  const sample = text.slice(0, READ_LENGTH)
  const letters = countCharacters(sample, isLetter)
  const latin = countCharacters(sample, isLatin)
  if (letters > 0 && latin < letters / 2) return { english: false, likeliest: likeliestOf(sample) }
  const words = runsOf(sample.toLowerCase(), isLetter)
  const small = words.filter((word) => SMALL_WORDS.has(word)).length / words.length
  if (letters < ENOUGH_LETTERS) {
    const foreign =
      words.length >= FEWEST_WORDS && small < HARDLY_ENGLISH && likeliestOf(sample) !== 'eng'
    return { english: !foreign, likeliest: foreign ? likeliestOf(sample) : 'und' }
  }
  // No other language has a quarter of its words in common with this list: the trigrams need not be counted.
  if (small >= SURELY_ENGLISH) return { english: true, likeliest: 'eng' }
  const likeliest = likeliestOf(sample)
  return { english: likeliest === 'eng' || small >= MAYBE_ENGLISH, likeliest }
}

function likeliestOf(sample: string): string {
  return francAll(sample)[0]?.[0] ?? 'und'
}
