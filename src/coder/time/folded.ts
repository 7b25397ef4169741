/** A plainer copy of a text, in which a rule's pattern is looked for several times as fast as in the text itself. */

/** Stands for a letter that is not ASCII. No rule names it, so it only says that a letter is there. */
const OTHER_LETTER = 'é'
/** Stands for anything else that takes two code units. */
const OTHER = '\ufffd'
/** The two characters beyond ASCII that a pattern without regard to case takes for an ASCII letter. */
const TWINS: Readonly<Record<string, string>> = { '\u017f': 's', '\u212a': 'k' }

/**
 * The text in small letters, every letter beyond ASCII made the same: as long as the text, code unit by code unit, with
 * the same places for ASCII letters, digits, spaces and marks.
 */
export function foldedCopy(text: string): string {
  return text.replace(/\P{ASCII}/gu, folded).toLowerCase()
}

function folded(character: string): string {
  const twin = TWINS[character]
  if (twin !== undefined) return twin
  if (/\p{L}/u.test(character)) return OTHER_LETTER.repeat(character.length)
  return character.length === 1 ? character : OTHER.repeat(character.length)
}

/**
 * The pattern for a folded copy: its ASCII letters small; escapes ("\d") and names of groups stay. Matched with regard
 * to case and without the `u` flag (this is what makes it fast), it finds in the copy what the pattern finds in the text
 * without regard to case, if it is made of ASCII letters, digits, marks, spaces (`\s`), classes and groups: a pattern
 * with `.`, `[^…]`, `\p` or a capital class (`\S`) could take a letter that the copy doesn't show.
 */
export function foldedPattern(pattern: string): string {
  return pattern.replace(/\\.|\(\?<[A-Za-z]+>|[A-Z]/g, (piece) =>
    piece.length > 1 ? piece : piece.toLowerCase(),
  )
}
