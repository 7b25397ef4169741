import type { Span } from '../../core/index.js'
import { spanHolds, spansOverlap } from '../../core/index.js'
import type { Quotation } from '../quotations.js'

/** What exactly is said: cutting a stretch down to the speaker's words. */

const LEADING = /^(?:[\s,;:–—-]+|(?:that|over|about|for|of(?!\s+course))\s+(?=\S)|\.(?=\s))/
const TRAILING = /(?:[\s,;:–—-]+|(?<!\.)\.)$/
const MARKS = '“”"«»„‘’'

/**
 * The stretch without "that", commas and full stop at its ends, and without quotation marks that enclose all of it or
 * whose partner lies outside. Marks of a partial quotation stay.
 */
export function trimContent(text: string, span: Span, quotations: readonly Quotation[]): Span {
  let { start, end } = span
  for (let step = 0; step < 12; step++) {
    const before = end - start
    const lead = LEADING.exec(text.slice(start, end))?.[0].length ?? 0
    start += lead
    end -= TRAILING.exec(text.slice(start, end))?.[0].length ?? 0
    const outer = quotations.find((one) => one.open === start)
    if (outer && (outer.close >= end || !outer.isClosed)) start = outer.start
    else if (!outer && isMark(text, start) && !closesInside(quotations, start, end)) start++
    const closing = quotations.find((one) => one.close === end && one.isClosed)
    if (closing && closing.open < start) end = closing.end
    else if (!closing && isMark(text, end - 1) && !/\p{L}’$/u.test(text.slice(start, end))) end--
    if (end - start === before) break
  }
  return withWholeMarks({ start, end: Math.max(start, end) }, quotations)
}

/** A partial quotation that the stretch cuts at its mark gets the mark back: `the reports "baseless"`. */
function withWholeMarks(span: Span, quotations: readonly Quotation[]): Span {
  let { start, end } = span
  for (const one of quotations) {
    if (one.isClosed && one.end === end && one.open > start) end = one.close
    if (one.start === start && one.isClosed && one.close < end) start = one.open
  }
  return { start, end }
}

const CALLED = /^[^“”"«»,;.:]{1,80}?\s+as\s+(?!(?:well|far|long|soon|much|part|of)\b)(?=\S)/

/** "the charge as baseless", behind "dismissed": only what the thing is called is said. */
export function afterAs(text: string, span: Span): Span {
  const lead = CALLED.exec(text.slice(span.start, span.end))?.[0].length ?? 0
  return { start: span.start + lead, end: span.end }
}

function isMark(text: string, at: number): boolean {
  return MARKS.includes(text[at] ?? ' ')
}

function closesInside(quotations: readonly Quotation[], open: number, end: number): boolean {
  return quotations.some((one) => one.open === open && one.close <= end)
}

/**
 * The piece grown to the whole quotation where it lies in one that does not hold the cue too: a reader may see only
 * the sentence beside "he said".
 */
export function growToQuotation(
  piece: Span,
  cue: Span | null,
  quotations: readonly Quotation[],
): Span {
  let { start, end } = piece
  for (const quotation of quotations) {
    const inner = { start: quotation.start, end: quotation.end }
    if (!spansOverlap(inner, { start, end })) continue
    if (cue && spanHolds(inner, cue)) continue
    const cuts = start > quotation.open || end < quotation.end
    if (!cuts || quotation.words < 4) continue
    const grown = { start: Math.min(start, inner.start), end: Math.max(end, inner.end) }
    if (cue && spansOverlap(grown, cue)) continue
    ;({ start, end } = grown)
  }
  return { start, end }
}

/** Wholly between quotation marks, partly, or not; a quotation that holds the cue as well does not count. */
export function directnessOf(
  content: Span,
  cue: Span | null,
  quotations: readonly Quotation[],
): 'direct' | 'mixed' | 'indirect' {
  const around = quotations.filter(
    (one) => spansOverlap(one, content) && !(cue && spanHolds(one, cue)),
  )
  if (around.some((one) => one.start <= content.start && content.end <= one.close)) return 'direct'
  return around.length > 0 ? 'mixed' : 'indirect'
}
