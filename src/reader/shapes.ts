/** Names of word shapes, in the order that the network numbers them (training/labels.py does the same). */
export const SHAPES = [
  'lower',
  'Title',
  'UPPER',
  'mIxed',
  'digits',
  'alnum',
  'sign',
  'Initial',
] as const

const LETTER = /\p{L}/u
const PLAIN = /^[a-z]+$/
const NUMBER = /\p{N}/u

/** Number of a word's shape in `SHAPES`: the base weights are uncased, so this is how the network sees capitals. */
export function shapeOf(word: string): number {
  // Most words, and ten times as fast to find out.
  if (PLAIN.test(word)) return 0
  const letters = [...word].filter((char) => LETTER.test(char))
  const numeric = NUMBER.test(word)
  if (letters.length === 0) return numeric ? 4 : 6
  if (numeric) return 5
  const upper = letters.map((char) => char !== char.toLowerCase())
  if (!upper.includes(true)) return 0
  if (!upper.includes(false)) return letters.length > 1 ? 2 : 7
  return upper[0] && !upper.slice(1).includes(true) ? 1 : 3
}
