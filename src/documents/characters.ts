/** What single characters are, told without a regular expression where they are ASCII, as nearly all of a report's are. */

const LETTER = /\p{L}/u
const LATIN = /\p{Script=Latin}/u
const NUMBER = /\p{N}/u
const JOINERS = new Set([..."'’.-/&"].map((joiner) => joiner.codePointAt(0)))

function isAsciiLetter(code: number): boolean {
  const small = code | 0x20
  return small >= 0x61 && small <= 0x7a
}

/** Is the character of a code point a letter of any script? */
export function isLetter(code: number): boolean {
  return code < 0x80 ? isAsciiLetter(code) : LETTER.test(String.fromCodePoint(code))
}

/** Is the character of a code point one of the Latin script? */
export function isLatin(code: number): boolean {
  return code < 0x80 ? isAsciiLetter(code) : LATIN.test(String.fromCodePoint(code))
}

/** Is the character of a code point part of a word: a letter or a digit of any script? */
export function isWordCharacter(code: number): boolean {
  if (code < 0x80) return isAsciiLetter(code) || (code >= 0x30 && code <= 0x39)
  const character = String.fromCodePoint(code)
  return LETTER.test(character) || NUMBER.test(character)
}

/** May the character of a code point stand once inside a word ("don't", "e-mail", "AT&T")? */
export function isJoiner(code: number): boolean {
  return JOINERS.has(code)
}

/** How many characters of a text are such as `is` says of their code points. */
export function countCharacters(text: string, is: (code: number) => boolean): number {
  let count = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) ?? 0
    if (is(code)) count++
    if (code > 0xffff) i++ // two code units
  }
  return count
}

/** The longest runs of such characters in a text, in order. */
export function runsOf(text: string, is: (code: number) => boolean): string[] {
  const runs: string[] = []
  let start = 0
  let i = 0
  while (i <= text.length) {
    const code = text.codePointAt(i) ?? 0
    const next = i + (code > 0xffff ? 2 : 1)
    if (i === text.length || !is(code)) {
      if (i > start) runs.push(text.slice(start, i))
      start = next
    }
    i = next
  }
  return runs
}
