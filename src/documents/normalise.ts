import { isJoiner, isWordCharacter } from './characters.js'

/** The characters of a report, made regular before anything is recognised in them. */

/** Line and paragraph separators of all systems. */
const LINE_BREAKS = /\r\n?|[\u0085\u2028\u2029\v\f]/g
/** No-break, figure, narrow, thin and other spaces, and tabs: all become a plain space, one for one. */
const SPACES = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g
/** Zero-width characters, soft hyphens, direction marks, byte order marks and control characters other than newline. */
const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/g
/** Halves of a surrogate pair that stand alone: no encoding can store them. */
const LONE_SURROGATES = /\p{Surrogate}/gu

/**
 * Text with plain newlines and plain spaces, no invisible characters and no spaces at line ends.
 * Letters stay the text's own: nothing is composed, folded or replaced.
 */
export function normaliseText(text: string): string {
  return text
    .replace(LINE_BREAKS, '\n')
    .replace(SPACES, ' ')
    .replace(INVISIBLE, '')
    .replace(LONE_SURROGATES, '')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
}

/** Letters and digits of a line in lower case: what two lines are compared by. Quotation marks and dashes don't count. */
export function lineKey(line: string): string {
  return line
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * Number of words (runs of letters or digits, apostrophes and hyphens inside) in a line. Counted character by
 * character: it is asked of every line many times, and a regular expression would build every word to count it.
 */
export function wordCount(line: string): number {
  let words = 0
  let isInside = false
  let goesOn = false // would a letter here be part of the word before?
  for (let i = 0; i < line.length; i++) {
    const code = line.codePointAt(i) ?? 0
    const isPart = isWordCharacter(code)
    if (isPart && !goesOn) words++
    goesOn = isPart || (isInside && isJoiner(code))
    isInside = isPart
    if (code > 0xffff) i++ // two code units
  }
  return words
}
