import type { Span } from '../core/index.js'

/** How far to either side a sentence is followed, in UTF-16 code units. */
const REACH = 300

/** The words at a span between « and », with the rest of their sentence around them, on one line. */
export function sentenceAround(text: string, span: Span): string {
  const before = text.slice(Math.max(0, span.start - REACH), span.start)
  const after = text.slice(span.end, span.end + REACH)
  const lead = before.split(/(?<=[.!?]["”’]?)\s+(?=[\p{Lu}"“])|\n/u).at(-1) ?? ''
  const rest = after.split(/(?<=[.!?]["”’]?)\s+(?=[\p{Lu}"“])|\n/u)[0] ?? ''
  return `${lead}«${text.slice(span.start, span.end)}»${rest}`.replace(/\s+/g, ' ').trim()
}
