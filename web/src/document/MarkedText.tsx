import { memo, useMemo } from 'react'
import type { OpenedDocument, RecordView } from '../../../src/api/types.js'
import { segmentsOf } from '../text/segments.js'
import type { Segment } from '../text/segments.js'
import { KIND_ORDER } from '../words/kinds.js'
import { MarkedWords } from './MarkedWords.js'

type Kind = RecordView['kind']

interface MarkedTextProps {
  readonly opened: OpenedDocument
  /** Records to mark, in the order of the text. */
  readonly records: readonly RecordView[]
  readonly selected: RecordView | null
  /** True while words are chosen: marks are then no links, so that they can be selected like the rest. */
  readonly isChoosing: boolean
}

/** The text in paragraphs and sentences, every shown record's words marked. Text nodes only: nothing in it is run. */
export function MarkedText({ opened, records, selected, isChoosing }: MarkedTextProps) {
  const { text } = opened.document
  const segments = useMemo(() => segmentsByStart(opened, records), [opened, records])
  const leads = useMemo(() => leadsOf([...segments.values()].flat()), [segments])
  return (
    <article className="text" aria-label="Text of the report">
      {opened.passages.map((passage) => (
        <p key={passage.start} dir="auto">
          {passage.sentences.map((sentence) => (
            <Sentence
              key={sentence.start}
              text={text}
              segments={segments.get(sentence.start) ?? []}
              records={records}
              leads={leads}
              start={sentence.start}
              isChoosing={isChoosing}
              selected={touches(selected, sentence) ? selected : null}
            />
          ))}
        </p>
      ))}
    </article>
  )
}

interface SentenceProps {
  readonly text: string
  readonly segments: readonly Segment<Kind>[]
  readonly records: readonly RecordView[]
  readonly leads: ReadonlySet<Segment>
  /** Where the sentence begins in the text. */
  readonly start: number
  readonly isChoosing: boolean
  /** The selected record where it rests on words of this sentence. */
  readonly selected: RecordView | null
}

/** Drawn again only when its own records or the selection within it change. */
const Sentence = memo(function Sentence({
  text,
  segments,
  records,
  leads,
  start,
  isChoosing,
  selected,
}: SentenceProps) {
  return (
    <span className="sentence" data-start={start} data-current={selected !== null}>
      {segments.map((segment) =>
        segment.innermost === null ? (
          text.slice(segment.start, segment.end)
        ) : (
          <MarkedWords
            key={segment.start}
            words={text.slice(segment.start, segment.end)}
            segment={segment}
            records={records}
            isLead={leads.has(segment)}
            selected={selected}
            isChoosing={isChoosing}
          />
        ),
      )}
    </span>
  )
})

/** Segments of every sentence, by where the sentence starts. */
function segmentsByStart(
  { passages }: OpenedDocument,
  records: readonly RecordView[],
): Map<number, Segment<Kind>[]> {
  const spans = records.flatMap(({ evidence, kind }, record) =>
    evidence.map(({ start, end }) => ({ start, end, record, kind })),
  )
  const sentences = passages.flatMap((passage) => passage.sentences)
  const bounds = [...new Set(sentences.flatMap(({ start, end }) => [start, end]))]
  const segments = segmentsOf(
    spans,
    bounds.sort((a, b) => a - b),
    KIND_ORDER,
  )
  const grouped = new Map<number, Segment<Kind>[]>()
  let next = 0
  for (const { start, end } of sentences) {
    while ((segments[next]?.start ?? Infinity) < start) next++
    const first = next
    while ((segments[next]?.start ?? Infinity) < end) next++
    grouped.set(start, segments.slice(first, next))
  }
  return grouped
}

/** The first segment of every record that is on top somewhere: one stop of the Tab key a record. */
function leadsOf(segments: readonly Segment[]): Set<Segment> {
  const first = new Map<number, Segment>()
  for (const segment of segments)
    if (segment.innermost !== null && !first.has(segment.innermost))
      first.set(segment.innermost, segment)
  return new Set(first.values())
}

function touches(record: RecordView | null, { start, end }: { start: number; end: number }) {
  return record?.evidence.some((words) => words.start < end && start < words.end) ?? false
}
