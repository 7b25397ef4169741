import type { Span } from '../core/index.js'
import abbreviations from './abbreviations.json' with { type: 'json' }

/** Where a paragraph stands in the text, with its sentences; all half-open, in UTF-16 code units. */
export interface Passage extends Span {
  readonly sentences: readonly Span[]
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/**
 * A break after these is no sentence end: titles, abbreviations, initials. Where one does end a sentence ("in the U.S.")
 * the next is shown with it: too much is better than a sentence cut in two.
 */
const ABBREVIATED = new RegExp(
  String.raw`(?:^|[\s(“"-])(?:${abbreviations.join('|').replaceAll('.', '\\.')}|\p{Lu}(?:\.\p{Lu})*)\.\s*$`,
  'u',
)

/**
 * The paragraphs of a text and their sentences, for showing it. The ledger keeps no sentence ends, so these are the
 * Unicode rules of the platform (UAX 29) with common abbreviations joined; nothing coded depends on them. Blank lines
 * are left out; sentences of a paragraph touch each other and cover it.
 */
export function passagesOf(text: string): Passage[] {
  const passages: Passage[] = []
  for (const line of text.matchAll(/[^\r\n]+/g)) {
    if (line[0].trim() === '') continue
    passages.push(passageAt(line[0], line.index))
  }
  return passages
}

function passageAt(line: string, offset: number): Passage {
  const sentences: Span[] = []
  let start = 0
  for (const { segment, index } of segmenter.segment(line)) {
    const end = index + segment.length
    if (end < line.length && ABBREVIATED.test(line.slice(start, end))) continue
    sentences.push({ start: offset + start, end: offset + end })
    start = end
  }
  if (start < line.length) sentences.push({ start: offset + start, end: offset + line.length })
  return { start: offset, end: offset + line.length, sentences }
}

/** The sentences that a span touches, as one stretch without the white space around it; the span itself if none does. */
export function sentenceAround(passages: readonly Passage[], span: Span, text: string): Span {
  const touched = passages
    .flatMap((passage) => passage.sentences)
    .filter((sentence) => sentence.start < span.end && span.start < sentence.end)
  const start = touched[0]?.start ?? span.start
  const end = touched.at(-1)?.end ?? span.end
  const words = text.slice(start, end)
  return {
    start: start + (words.length - words.trimStart().length),
    end: end - (words.length - words.trimEnd().length),
  }
}
