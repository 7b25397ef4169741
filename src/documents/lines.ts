import { parseDateline } from './dateline.js'
import { wordCount } from './normalise.js'

/** A text as lines: one a paragraph, with the blank lines before each remembered. */

export interface TextLine {
  readonly text: string
  /** Did a blank line stand before it? */
  readonly gap: boolean
}

const SENTENCE_END =
  /[.!?…]["'”’»)\]]*(?:\s+(?:[–—-]+\s*)?\p{Lu}[\p{L}-]{1,20}|\s+[/(][\p{L}\p{N}/ .,-]{2,30}[/)]?)?$/u
const BULLET = /^(?:[•‣◦▪■●·*–—-]|\d{1,2}[.)])\s+/u
const PROSE_WORDS = 8
const LONG_WORDS = 25
const SHORTEST_BROKEN_LENGTH = 40
const OPEN_END =
  /\b(?:the|an?|of|from|with|and|or|that|his|her|their|its|as|at|is|was|to|by|for|in|on)$/
const SHORTEST_STORY_WORDS = 4

/** The lines of a normalised text that hold something. Lines of hard-wrapped texts and lines
 * that break a sentence are joined by a space. */
export function linesOf(text: string): TextLine[] {
  const raw = text.split('\n')
  const wrapAt = hardWrapWidth(raw)
  const lines: TextLine[] = []
  let gap = true
  let last = ''
  for (const line of raw) {
    const before = lines.at(-1)
    if (line === '') gap = true
    else if (
      before &&
      !gap &&
      (goesOn(last, line) || (wrapAt !== null && continues(last, line, wrapAt)))
    )
      lines[lines.length - 1] = { text: `${before.text} ${line}`, gap: before.gap }
    else lines.push({ text: line, gap })
    if (line !== '') gap = false
    last = line
  }
  return lines
}

/** Paragraphs as a document's text: a blank line between any two, nothing else breaks a line. */
export function textOfLines(lines: readonly TextLine[]): string {
  return lines.map((line) => line.text).join('\n\n')
}

/**
 * Does a line read as running text: a sentence of eight words or more with its end mark (fewer after a dateline), or a
 * longer piece without?
 * Headings, menus, captions and teasers mostly are neither.
 */
export function isProse(line: string): boolean {
  const words = wordCount(line)
  if (words >= LONG_WORDS) return true
  if (words < SHORTEST_STORY_WORDS || !SENTENCE_END.test(line)) return false
  return words >= PROSE_WORDS || parseDateline(line) !== null
}

/** Does the line begin as an item of a list? */
export function isBullet(line: string): boolean {
  return BULLET.test(line)
}

/** The line without its bullet or number. */
export function withoutBullet(line: string): string {
  return line.replace(BULLET, '')
}

/**
 * The width at which a text was broken into lines of equal length (as e-mail and wire feeds are), or null. Told by
 * most lines being as long as the next word allows, and most not ending a sentence.
 */
function hardWrapWidth(lines: readonly string[]): number | null {
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0)
  if (width < 45 || width > 110) return null
  const pairs = lines.flatMap((line, i) => {
    const next = lines[i + 1]
    return line !== '' && next !== undefined && next !== '' ? [{ line, next }] : []
  })
  const full = pairs.filter(({ line, next }) => continues(line, next, width))
  const open = full.filter(({ line }) => !SENTENCE_END.test(line))
  return pairs.length >= 3 && full.length >= pairs.length * 0.6 && open.length >= full.length * 0.5
    ? width
    : null
}

/** Does the line end with a word that no title or sentence ends with? */
export function stopsShort(line: string): boolean {
  return OPEN_END.test(line)
}

/** A sentence broken by a stray line end: it stops at a small word, or goes on in small letters. */
function goesOn(line: string, next: string): boolean {
  return (
    (/^[(]?\p{Ll}/u.test(next) || stopsShort(line)) &&
    line.length >= SHORTEST_BROKEN_LENGTH &&
    wordCount(next) >= 3 &&
    !SENTENCE_END.test(line) &&
    !/[:;,]$/.test(line)
  )
}

function continues(line: string, next: string, width: number): boolean {
  const firstWord = next.split(' ', 1)[0] ?? ''
  return (
    !isBullet(next) && line.length >= width * 0.6 && line.length + 1 + firstWord.length > width - 3
  )
}
