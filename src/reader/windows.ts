import type { TokenRange } from '../core/index.js'

/** What stands before a word: nothing, white space within the line, a line break, or a blank line. */
export type Gap = 'none' | 'space' | 'line' | 'paragraph'

/** A word as the network is given it. */
export interface Word {
  readonly text: string
  readonly gap: Gap
}

/** Wordpieces a window may hold, its two marks included. Training cut windows of 48 to 256. */
export const WINDOW_PIECES = 224

/**
 * Cuts words into windows that hold at most WINDOW_PIECES wordpieces. A window ends at a blank line where one is
 * inside, else at a likely sentence end, else (a sentence longer than a window) after the last word that fits.
 * `starts`, where given, are the words at which sentences are known to begin; then windows end only there.
 */
export function windowsOf(
  words: readonly Word[],
  sizes: readonly number[],
  starts?: ReadonlySet<number>,
): TokenRange[] {
  const windows: TokenRange[] = []
  let first = 0
  while (first < words.length) {
    const reach = lastThatFits(sizes, first)
    const last = reach < words.length ? bestCut(words, first, reach, starts) : reach
    windows.push({ first, last })
    first = last
  }
  return windows
}

function lastThatFits(sizes: readonly number[], first: number): number {
  let pieces = 2
  let last = first
  while (last < sizes.length && pieces + (sizes[last] ?? 0) <= WINDOW_PIECES)
    pieces += sizes[last++] ?? 0
  return Math.max(last, first + 1)
}

function bestCut(
  words: readonly Word[],
  first: number,
  reach: number,
  starts: ReadonlySet<number> | undefined,
): number {
  const cutBefore = (fits: (i: number) => boolean): number => {
    for (let i = reach; i > first; i--) if (fits(i)) return i
    return -1
  }
  if (starts)
    return positive(
      cutBefore((i) => starts.has(i)),
      reach,
    )
  const paragraph = cutBefore((i) => words[i]?.gap === 'paragraph')
  if (paragraph > 0) return paragraph
  return positive(
    cutBefore((i) => isLikelyStart(words, i)),
    reach,
  )
}

function positive(cut: number, otherwise: number): number {
  return cut > 0 ? cut : otherwise
}

/** After a full stop (or a quotation mark behind one), white space and a capital; or on a line of its own. */
export function isLikelyStart(words: readonly Word[], i: number): boolean {
  const word = words[i]
  const before = words[i - 1]?.text ?? ''
  if (word?.gap === 'line') return true
  return word?.gap === 'space' && /^[.!?]$|^["”’]$/.test(before) && /^[\p{Lu}"“‘]/u.test(word.text)
}

/** What stands before each span, from the text between it and the one before. */
export function gapsOf(text: string, spans: readonly { start: number; end: number }[]): Gap[] {
  return spans.map((span, i) => {
    const end = spans[i - 1]?.end ?? 0
    if (i > 0 && end === span.start) return 'none'
    const between = text.slice(end, span.start)
    if (i > 0 && between === ' ') return 'space'
    if (i === 0 || /\n\s*\n/.test(between)) return 'paragraph'
    if (between.includes('\n')) return 'line'
    return 'space'
  })
}
