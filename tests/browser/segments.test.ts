import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segmentsOf } from '../../web/src/text/segments.js'
import type { MarkedSpan } from '../../web/src/text/segments.js'

const ORDER = ['statement', 'event', 'figure'] as const
type Kind = (typeof ORDER)[number]

const LENGTH = 60
const anySpans = fc.array(
  fc
    .record({
      a: fc.nat(LENGTH),
      b: fc.nat(LENGTH),
      kind: fc.constantFrom(...ORDER),
    })
    .map(({ a, b, kind }) => ({ start: Math.min(a, b), end: Math.max(a, b), kind })),
  { maxLength: 25 },
)
const anyBounds = fc
  .array(fc.integer({ min: 1, max: LENGTH - 1 }), { maxLength: 6 })
  .map((inner) => [...new Set([0, ...inner, LENGTH])].sort((a, b) => a - b))

function numbered(spans: readonly Omit<MarkedSpan<Kind>, 'record'>[]): MarkedSpan<Kind>[] {
  return spans.map((span, record) => ({ ...span, record }))
}

/** The spans that hold a place, told by looking at every one of them. */
function holding(spans: readonly MarkedSpan<Kind>[], place: number) {
  return spans.filter(({ start, end }) => start <= place && place < end)
}

describe('segments of marked text', () => {
  it('cover the text without gaps, and cut it at every bound', () => {
    fc.assert(
      fc.property(anySpans, anyBounds, (spans, bounds) => {
        const segments = segmentsOf(numbered(spans), bounds, ORDER)
        expect(segments[0]?.start).toBe(0)
        expect(segments.at(-1)?.end).toBe(LENGTH)
        for (const [index, segment] of segments.entries()) {
          expect(segment.start).toBeLessThan(segment.end)
          expect(segment.end).toBe(segments[index + 1]?.start ?? LENGTH)
        }
        const starts = new Set(segments.map(({ start }) => start))
        for (const bound of bounds.slice(0, -1)) expect(starts).toContain(bound)
      }),
    )
  })

  it('say for every letter which kinds rest on it, in order', () => {
    fc.assert(
      fc.property(anySpans, anyBounds, (spans, bounds) => {
        const marked = numbered(spans)
        for (const { start, end, kinds } of segmentsOf(marked, bounds, ORDER))
          for (let place = start; place < end; place++) {
            const there = new Set(holding(marked, place).map(({ kind }) => kind))
            expect(kinds).toEqual(ORDER.filter((kind) => there.has(kind)))
          }
      }),
    )
  })

  it('put the span on top that began last, and of those the shortest', () => {
    fc.assert(
      fc.property(anySpans, anyBounds, (spans, bounds) => {
        const marked = numbered(spans)
        for (const { start, innermost } of segmentsOf(marked, bounds, ORDER)) {
          const [best] = holding(marked, start).toSorted(
            (a, b) => b.start - a.start || a.end - b.end,
          )
          const top = innermost === null ? undefined : marked[innermost]
          expect([top?.start, top?.end]).toEqual([best?.start, best?.end])
        }
      }),
    )
  })

  it('name each span once where it begins', () => {
    fc.assert(
      fc.property(anySpans, anyBounds, (spans, bounds) => {
        const marked = numbered(spans)
        const opened = segmentsOf(marked, bounds, ORDER).flatMap(({ opens }) => opens)
        const shown = marked.filter(({ start, end }) => start < end).map(({ record }) => record)
        expect(opened.toSorted((a, b) => a - b)).toEqual(shown)
      }),
    )
  })

  it('leave text without records in one piece a sentence', () => {
    expect(segmentsOf([], [0, 10, 25], ORDER).map(({ start, end }) => [start, end])).toEqual([
      [0, 10],
      [10, 25],
    ])
  })
})
