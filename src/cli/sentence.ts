import { passagesOf, sentenceAround } from '../api/passages.js'
import type { Span } from '../core/index.js'

/** The words at a span between « and », with the rest of their sentence (or sentences) around them, on one line. */
export function quoteInSentence(text: string, span: Span): string {
  const sentence = sentenceAround(passagesOf(text), span, text)
  const lead = text.slice(sentence.start, span.start)
  const rest = text.slice(span.end, sentence.end)
  return `${lead}«${text.slice(span.start, span.end)}»${rest}`.replace(/\s+/g, ' ').trim()
}
