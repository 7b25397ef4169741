import type { SpanView } from '../../../src/api/types.js'

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** Where the words of a text stand, in its order; half-open, in UTF-16 code units. */
export function wordsOf(text: string): SpanView[] {
  return [...segmenter.segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: index, end: index + segment.length }))
}

/** A stretch grown to whole words, without the spaces at its ends; null where it holds no word. */
export function wholeWords(
  text: string,
  words: readonly SpanView[],
  { start, end }: SpanView,
): SpanView | null {
  const held = words.filter((word) => word.start < end && start < word.end)
  const [first, last] = [held[0], held.at(-1)]
  if (!first || !last) return null
  const chosen = text.slice(start, end)
  return {
    start: Math.min(first.start, end - chosen.trimStart().length),
    end: Math.max(last.end, start + chosen.trimEnd().length),
  }
}

export type Edge = 'start' | 'end'

/** A stretch with its start or end one word earlier (−1) or later (1); null where it would end up empty or outside. */
export function movedByWord(
  words: readonly SpanView[],
  { start, end }: SpanView,
  edge: Edge,
  step: 1 | -1,
): SpanView | null {
  const places = words.map((word) => word[edge])
  const from = edge === 'start' ? start : end
  const to =
    step > 0 ? places.find((place) => place > from) : places.findLast((place) => place < from)
  if (to === undefined) return null
  const moved = edge === 'start' ? { start: to, end } : { start, end: to }
  return moved.start < moved.end ? moved : null
}
