import type { RecordTime } from '../../core/records.js'
import type { Span } from '../../core/spans.js'
import {
  findTimes,
  nextAnchor,
  resolveFound,
  resolveTime,
  tenseHintAt,
} from '../../coder/time/index.js'
import type { TimexAnnotation, TimeMlDocument } from './time-tml.js'

/**
 * Times of a TimeML document as the project finds them by patterns alone, with TIMEX3 type and value.
 * Each time is told from the document's creation time, the words around it and the time named before.
 */
export function readTimesByPattern(document: TimeMlDocument): TimexAnnotation[] {
  const published = document.created?.slice(0, 10) ?? null
  let anchor: RecordTime | null = null
  const out: TimexAnnotation[] = []
  for (const found of findTimes(document.text)) {
    const tenseHint = tenseHintAt(document.text, found)
    const resolved = resolveFound(found, {
      published,
      publishedBasis: 'metadata',
      tenseHint,
      anchor,
    })
    anchor = nextAnchor(found, resolved, anchor)
    if (resolved.timex) out.push({ start: found.start, end: found.end, ...resolved.timex })
  }
  return out
}

/** Values for spans that something else found (the reader's time head, or the annotators themselves). */
export function readTimesAt(
  document: TimeMlDocument,
  spans: readonly (Span & { readonly type: TimexAnnotation['type'] })[],
): TimexAnnotation[] {
  const published = document.created?.slice(0, 10) ?? null
  let anchor: RecordTime | null = null
  return spans.map((span) => {
    const tenseHint = tenseHintAt(document.text, span)
    const words = document.text.slice(span.start, span.end)
    const resolved = resolveTime(words, {
      published,
      publishedBasis: 'metadata',
      tenseHint,
      anchor,
    })
    anchor = resolved.time ?? anchor
    return { ...span, value: resolved.timex?.value ?? '' }
  })
}
