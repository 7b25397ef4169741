import type { Span } from '../core/index.js'

/** Stretches between quotation marks. */
export interface Quotation extends Span {
  /** Where the opening mark stands; `start` is the first code unit after it, `end` that of the closing mark. */
  readonly open: number
  /** First code unit after the closing mark (or the end of the paragraph, where nothing closes it). */
  readonly close: number
  readonly isClosed: boolean
  readonly words: number
}

const OPENERS: Readonly<Record<string, string>> = { '“': '”', '«': '»', '„': '“', '‘': '’' }

/**
 * The quotations of a text, in order, not those inside others. A quotation ends with its paragraph; where one opens
 * and does not close before that, it runs to the paragraph's end only if the next paragraph opens with a mark again
 * (as quotations over several paragraphs do), else to the last mark that could close it, else it is none.
 */
export function findQuotations(text: string): Quotation[] {
  const found: Quotation[] = []
  const paragraphs = paragraphsOf(text)
  paragraphs.forEach((paragraph, number) => {
    const next = paragraphs[number + 1]
    const goesOn = next !== undefined && /^[“"«]/.test(text.slice(next.start, next.end))
    for (let at = paragraph.start; at < paragraph.end;) {
      const quotation = opensAt(text, at) ? quotationAt(text, at, paragraph.end, goesOn) : null
      if (quotation && quotation.words > 0) found.push(quotation)
      at = quotation ? quotation.close : at + 1
    }
  })
  return found
}

/** The paragraphs of a text: its lines that hold more than white space, without white space at their ends. */
export function paragraphsOf(text: string): Span[] {
  return [...text.matchAll(/[^\n]*\S[^\n]*/g)].map((match) => {
    const lead = match[0].length - match[0].trimStart().length
    return { start: match.index + lead, end: match.index + lead + match[0].trim().length }
  })
}

function opensAt(text: string, at: number): boolean {
  const mark = text[at] ?? ''
  if (mark === '"') return true
  if (mark === '‘')
    return /[^\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') && /\p{L}/u.test(text[at + 1] ?? '')
  return mark === '“' || mark === '«' || mark === '„'
}

function quotationAt(text: string, open: number, limit: number, goesOn: boolean): Quotation | null {
  const mark = text[open] ?? ''
  const end = mark === '"' ? closeOfStraight(text, open, limit) : closeOf(text, open, limit)
  if (end !== null) return quotationOf(text, open, end, true)
  if (goesOn && mark !== '‘') return quotationOf(text, open, limit, false)
  const last = mark === '"' || mark === '‘' ? -1 : text.lastIndexOf(OPENERS[mark] ?? '”', limit - 1)
  return last > open ? quotationOf(text, open, last, true) : null
}

function quotationOf(text: string, open: number, end: number, isClosed: boolean): Quotation {
  const words = text.slice(open + 1, end).match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)?.length ?? 0
  return { open, start: open + 1, end, close: isClosed ? end + 1 : end, isClosed, words }
}

function closeOfStraight(text: string, open: number, limit: number): number | null {
  const end = text.indexOf('"', open + 1)
  return end > 0 && end < limit ? end : null
}

/** The mark that closes a curly one, with others of its kind inside; an apostrophe in a word closes nothing. */
function closeOf(text: string, open: number, limit: number): number | null {
  const opener = text[open] ?? ''
  const closer = OPENERS[opener] ?? ''
  let depth = 0
  for (let at = open; at < limit; at++) {
    if (text[at] === opener) depth++
    else if (text[at] === closer && !isApostrophe(text, at, closer)) depth--
    if (depth === 0) return at
  }
  return null
}

function isApostrophe(text: string, at: number, closer: string): boolean {
  if (closer !== '’') return false
  return /\p{L}/u.test(text[at + 1] ?? '') && /\p{L}/u.test(text[at - 1] ?? '')
}
