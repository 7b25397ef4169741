import { z } from 'zod'

/** A half-open stretch of a text, in UTF-16 code units (what `String.prototype.slice` counts). */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The words a record rests on. `document.text.slice(start, end) === text` always holds. */
export const Evidence = z.object({
  start: z.int().nonnegative(),
  end: z.int().positive(),
  text: z.string().min(1),
})
export type Evidence = z.infer<typeof Evidence>

/** The evidence at a span of a text. Throws RangeError when the span is empty or lies outside the text. */
export function evidenceAt(text: string, span: Span): Evidence {
  if (span.start < 0 || span.end > text.length || span.start >= span.end)
    throw new RangeError(
      `span ${span.start}-${span.end} is empty or outside a text of ${text.length}`,
    )
  return { start: span.start, end: span.end, text: text.slice(span.start, span.end) }
}

/** Does the evidence quote exactly the words that stand there? */
export function quotesText(text: string, evidence: Evidence): boolean {
  return evidence.end > evidence.start && text.slice(evidence.start, evidence.end) === evidence.text
}

/** Do two spans share at least one code unit? */
export function spansOverlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** Does `outer` hold every code unit of `inner`? */
export function spanHolds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}
