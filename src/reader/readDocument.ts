import type { DocumentId, ReadToken, Reading } from '../core/index.js'
import { linksOf } from './decode/coreference.js'
import type { Place } from './decode/coreference.js'
import { readWords } from './readWords.js'
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

/**
 * Reads a document's text in one pass. The same text and model always give the same reading. An empty text gives an
 * empty reading.
 */
export async function readDocument(
  model: ReaderModel,
  document: { readonly id: DocumentId; readonly text: string },
): Promise<Reading> {
  const { spans, words } = wordsOf(document.text)
  const read = await readWords(model, words)
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
    links: linksOf(tokens, read.names, placesOf(read), model.manifest),
    events: read.events,
  }
}

function sentenceNumbers(read: WordReading): Int32Array {
  const numbers = new Int32Array(read.tags.length)
  read.sentences.forEach((sentence, n) => numbers.fill(n, sentence.first, sentence.last))
  return numbers
}

function placesOf(read: WordReading): (token: number) => Place {
  const windowOf = new Int32Array(read.tags.length)
  read.windows.forEach((window, w) =>
    windowOf.fill(w, window.first, window.first + window.mentions.isHead.length),
  )
  return (token) => {
    const window = read.windows[windowOf[token] ?? 0] as WordReading['windows'][number]
    return { vectors: window.mentions, word: token - window.first }
  }
}
