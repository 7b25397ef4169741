import type { DocumentId, ReadToken, Reading, Span } from '../core/index.js'
import { linksIn, readWords } from './readWords.js'
import type { WordReading } from './readWords.js'
import type { ReaderModel } from './session.js'
import { tokenize } from './tokenizer.js'
import { gapsOf } from './windows.js'
import type { Word } from './windows.js'

/** Splits a text into words as the network takes them, with their spans. */
export function wordsOf(text: string): { spans: ReturnType<typeof tokenize>; words: Word[] } {
  const spans = tokenize(text)
  const gaps = gapsOf(text, spans)
  return {
    spans,
    words: spans.map((s, i) => ({ text: text.slice(s.start, s.end), gap: gaps[i] ?? 'none' })),
  }
}

/** A text to read. `breaks`: offsets at which a sentence begins for sure, whatever the network thinks. */
export interface TextToRead {
  readonly id: DocumentId
  readonly text: string
  readonly breaks?: readonly number[]
}

/**
 * Reads a document's text in one pass. The same text and model always give the same reading. An empty text gives an
 * empty reading.
 */
export async function readDocument(model: ReaderModel, document: TextToRead): Promise<Reading> {
  const { spans, words } = wordsOf(document.text)
  const known = { starts: wordsAt(spans, document.breaks ?? []) }
  const read = await readWords(model, words, known)
  const sentenceOf = sentenceNumbers(read)
  const tokens: ReadToken[] = spans.map((span, i) => ({
    start: span.start,
    end: span.end,
    text: words[i]?.text ?? '',
    tag: read.tags[i] ?? '',
    head: read.heads[i] ?? -1,
    relation: read.relations[i] ?? 'dep',
    sentence: sentenceOf[i] ?? 0,
  }))
  return {
    document: document.id,
    readerVersion: model.manifest.version,
    tokens,
    sentences: read.sentences,
    names: read.names,
    attributions: read.attributions,
    times: read.times,
    links: linksIn(read, words, model.manifest),
    events: read.events,
  }
}

/** The first word at or after each offset. */
function wordsAt(spans: readonly Span[], offsets: readonly number[]): Set<number> {
  return new Set(offsets.map((offset) => spans.findIndex((span) => span.start >= offset)))
}

function sentenceNumbers(read: WordReading): Int32Array {
  const numbers = new Int32Array(read.tags.length)
  read.sentences.forEach((sentence, n) => numbers.fill(n, sentence.first, sentence.last))
  return numbers
}
