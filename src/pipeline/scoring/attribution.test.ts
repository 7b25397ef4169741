import { describe, expect, it } from 'vitest'
import type { AttributionSpans } from './attribution.js'
import { countAttributions, trimmedSpan } from './attribution.js'

//            0123456789012345678901234567890
const TEXT = '"Yes," he said, "but not today."'

const span = ([start, end]: [number, number]) => ({ start, end })
const attribution = (
  source: [number, number][],
  cue: [number, number][],
  content: [number, number][],
): AttributionSpans => ({
  source: source.map(span),
  cue: cue.map(span),
  content: content.map(span),
})

describe('scores of attributions', () => {
  const gold = [attribution([[7, 9]], [[10, 14]], [[0, 6], [16, 32]])] // prettier-ignore

  it('count each piece by its exact edges, and whole parts beside', () => {
    const found = [attribution([[7, 9]], [[10, 15]], [[0, 6], [17, 32]])] // prettier-ignore
    const { pieces, whole } = countAttributions([{ text: TEXT, gold, found }])
    expect(pieces.source).toEqual({ hits: 1, found: 1, gold: 1 })
    expect(pieces.cue).toEqual({ hits: 0, found: 1, gold: 1 })
    expect(pieces.content).toEqual({ hits: 1, found: 2, gold: 2 })
    expect(whole.content).toEqual({ hits: 0, found: 1, gold: 1 })
  })

  it('do not mind white space at the edges or the order of pieces', () => {
    const found = [attribution([[6, 10]], [[9, 14]], [[15, 32], [0, 7]])] // prettier-ignore
    const { pieces, whole } = countAttributions([{ text: TEXT, gold, found }])
    expect(pieces.source.hits + pieces.cue.hits + pieces.content.hits).toBe(4)
    expect(whole.content).toEqual({ hits: 1, found: 1, gold: 1 })
  })

  it('count a piece that several attributions share once', () => {
    const both = [
      attribution([[7, 9]], [[10, 14]], [[0, 6]]),
      attribution([[7, 9]], [[10, 14]], [[16, 32]]),
    ]
    const { pieces } = countAttributions([{ text: TEXT, gold: both, found: [] }])
    expect(pieces.source).toEqual({ hits: 0, found: 0, gold: 1 })
    expect(pieces.content).toEqual({ hits: 0, found: 0, gold: 2 })
  })

  it('take parts that are missing on both sides as nothing', () => {
    const none = [attribution([], [], [[0, 6]])]
    const { pieces, whole } = countAttributions([{ text: TEXT, gold: none, found: none }])
    expect(pieces.source).toEqual({ hits: 0, found: 0, gold: 0 })
    expect(whole.source).toEqual({ hits: 0, found: 0, gold: 0 })
  })

  it('keep articles apart', () => {
    const one = [attribution([[0, 6]], [], [])]
    const { pieces } = countAttributions([
      { text: TEXT, gold: one, found: [] },
      { text: TEXT, gold: [], found: one },
    ])
    expect(pieces.source).toEqual({ hits: 0, found: 1, gold: 1 })
  })
})

it('a span of white space alone becomes empty', () => {
  expect(trimmedSpan('a   b', { start: 1, end: 4 })).toEqual({ start: 4, end: 4 })
})
