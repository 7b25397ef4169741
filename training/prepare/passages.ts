import type { Span } from '../../src/core/index.js'
import { linesOf } from './own-lines.js'
import { nameTags } from './own-names.js'
import type { LabelledNames } from './own-names.js'
import { tagStretch, UNKNOWN_TAG, wordsOf, wordsWithin } from './types.js'
import type { TrainingDocument } from './types.js'

/** A passage or report with its labels, as a line of `training/data/passages-*.jsonl` has it. */
export interface Passage {
  text: string
  events: {
    type: string
    factuality: string
    predicate: string
    actor: string[]
    recipient?: string[]
  }[]
  statements?: { speaker: string; cue: string; content: string }[]
  names?: LabelledNames
}

/** The project's own labelled passages (`training/data/passages-*.jsonl`): events, attributions, names in some. */
export function passageDocuments(folder: URL): TrainingDocument[] {
  return linesOf(folder, 'passages-').map(([id, line]) => passageDocument(id, line as Passage))
}

/** The project's own texts with names alone (`training/data/names-*.jsonl`). */
export function namedDocuments(folder: URL): TrainingDocument[] {
  return linesOf(folder, 'names-').map(([id, line]) => {
    const { text, names } = line as { text: string; names: LabelledNames }
    const { spans, words, gaps } = wordsOf(text)
    return { id, words, gaps, names: nameTags(text, spans, names) }
  })
}

/** A passage's words with the labels that stand on them. */
export function passageDocument(id: string, passage: Passage): TrainingDocument {
  const { spans, words, gaps } = wordsOf(passage.text)
  const within = (quote: string): number[] => {
    const span = locate(passage.text, quote)
    return span ? wordsWithin(spans, span.start, span.end) : []
  }
  const headOf = (quote: string): number => mentionHead(words, within(quote))
  const events = passage.events.map((event) => ({
    word: within(event.predicate).at(-1) ?? -1,
    type: event.type,
    factuality: event.factuality,
    actors: event.actor.map(headOf).filter((word) => word >= 0),
    recipients: (event.recipient ?? []).map(headOf).filter((word) => word >= 0),
  }))
  const attributions = words.map(() => 'O')
  const links = (passage.statements ?? []).flatMap((one) => {
    const place = (quote: string, label: string, quoted: boolean): number => {
      const span = quote === '' ? null : locate(passage.text, quote)
      if (!span) return -1
      const wide = quoted ? withQuotationMarks(passage.text, span) : span
      const found = wordsWithin(spans, wide.start, wide.end)
      return tagStretch(attributions, found, label) ? (found[0] as number) : -1
    }
    const cue = place(one.cue, 'CUE', false)
    const source = place(one.speaker, 'SOURCE', false)
    const content = place(one.content, 'CONTENT', true)
    return content < 0 ? [] : [{ content, cue, source }]
  })
  return {
    id,
    words,
    gaps,
    attributions,
    attributionLinks: links,
    names: passage.names
      ? nameTags(passage.text, spans, passage.names)
      : words.map(() => UNKNOWN_TAG),
    events: events.filter((e) => e.word >= 0),
  }
}

/** Where a quote stands; `quote@2` means its second occurrence. */
export function locate(text: string, quote: string): Span | null {
  const numbered = /^(.+)@(\d+)$/s.exec(quote)
  const words = numbered?.[1] ?? quote
  let start = -1
  for (let n = Number(numbered?.[2] ?? 1); n > 0; n--) {
    start = text.indexOf(words, start + 1)
    if (start < 0) return null
  }
  return { start, end: start + words.length }
}

/** PolNeAR counts the quotation marks to the content; the passages leave the outer ones out. */
function withQuotationMarks(text: string, span: Span): Span {
  const start = /["“‘]/.test(text[span.start - 1] ?? '') ? span.start - 1 : span.start
  const after = /^[,.?!]?["”’]/.exec(text.slice(span.end, span.end + 2))
  return { start, end: span.end + (after && start < span.start ? after[0].length : 0) }
}

/** The head of a mention: its last word before a preposition, comma or bracket. */
function mentionHead(words: readonly string[], within: readonly number[]): number {
  const cut = within.findIndex(
    (i, n) => n > 0 && /^(of|in|from|for|at|to|on|and|,|\(|–)$/i.test(words[i] ?? ''),
  )
  return (cut > 0 ? within[cut - 1] : within.at(-1)) ?? -1
}
