import { segmentsOf } from '../text/segments.js'
import { placesOf } from './query-words.js'
import type { Stretch } from './query-words.js'

interface FoundTextProps {
  readonly text: string
  /** Words that a record rests on; offsets into `text`. */
  readonly marked?: readonly Stretch[]
  /** The words searched for. */
  readonly pattern: RegExp | null
}

/** A text with a record’s words marked and the words searched for in bold. */
export function FoundText({ text, marked = [], pattern }: FoundTextProps) {
  const spans = [
    ...marked.map((span, record) => ({ ...span, record, kind: 'marked' as const })),
    ...placesOf(text, pattern).map((span, record) => ({ ...span, record, kind: 'found' as const })),
  ]
  return segmentsOf(spans, [0, text.length], ['marked', 'found']).map(({ start, end, kinds }) => {
    const words = text.slice(start, end)
    const found = kinds.includes('found') ? <strong>{words}</strong> : words
    if (!kinds.includes('marked')) return <span key={start}>{found}</span>
    return <mark key={start}>{found}</mark>
  })
}
