/** A stretch of text that a record rests on; half-open, in UTF-16 code units. `record` is an index into a list. */
export interface MarkedSpan<Kind extends string = string> {
  readonly start: number
  readonly end: number
  readonly record: number
  readonly kind: Kind
}

/** A piece of text within which nothing changes: the same records rest on every letter of it. */
export interface Segment<Kind extends string = string> {
  readonly start: number
  readonly end: number
  /** Kinds of the records that rest on it, each once, in the order asked for. */
  readonly kinds: readonly Kind[]
  /** The record whose span began last (of these the shortest): what a click selects. Null outside all spans. */
  readonly innermost: number | null
  /** Records of which a span begins here. */
  readonly opens: readonly number[]
}

/**
 * Cuts the text between `bounds[0]` and the last bound into segments: at every bound (sorted, ascending) and wherever a
 * span begins or ends. Spans may nest, overlap and coincide; empty ones are left out. O(n log n) in spans and bounds.
 */
export function segmentsOf<Kind extends string>(
  spans: readonly MarkedSpan<Kind>[],
  bounds: readonly number[],
  order: readonly Kind[],
): Segment<Kind>[] {
  const first = bounds[0] ?? 0
  const last = bounds.at(-1) ?? 0
  const kept = spans.filter(({ start, end }) => start < end && start < last && end > first)
  // Longest first of those that begin together: the shortest then lies on top.
  const opening = kept.toSorted((a, b) => a.start - b.start || b.end - a.end || b.record - a.record)
  const closing = kept.toSorted((a, b) => a.end - b.end)
  const cuts = cutsOf(kept, bounds, first, last)
  const sweep = sweepOf(opening, closing, order)
  return cuts.slice(0, -1).map((start, index) => ({
    start,
    end: cuts[index + 1] ?? last,
    ...sweep(start),
  }))
}

function cutsOf(
  spans: readonly MarkedSpan[],
  bounds: readonly number[],
  first: number,
  last: number,
): number[] {
  const all = new Set(bounds)
  for (const { start, end } of spans) {
    if (start > first) all.add(start)
    if (end < last) all.add(end)
  }
  return [...all].sort((a, b) => a - b)
}

/** Steps through the text: called with rising places, tells what holds from each of them on. */
function sweepOf<Kind extends string>(
  opening: readonly MarkedSpan<Kind>[],
  closing: readonly MarkedSpan<Kind>[],
  order: readonly Kind[],
) {
  const stack: MarkedSpan<Kind>[] = []
  const open = new Map<Kind, number>()
  const change = (kind: Kind, by: number) => open.set(kind, (open.get(kind) ?? 0) + by)
  let nextOpening = 0
  let nextClosing = 0
  return (place: number) => {
    const opens: number[] = []
    for (let span; (span = opening[nextOpening]) && span.start <= place; nextOpening++) {
      stack.push(span)
      change(span.kind, 1)
      if (span.start === place) opens.push(span.record)
    }
    for (let span; (span = closing[nextClosing]) && span.end <= place; nextClosing++)
      change(span.kind, -1)
    // Ended spans below the top are met when what lies on them has ended.
    for (let top; (top = stack.at(-1)) && top.end <= place;) stack.pop()
    const kinds = order.filter((kind) => (open.get(kind) ?? 0) > 0)
    return { kinds, innermost: stack.at(-1)?.record ?? null, opens }
  }
}
