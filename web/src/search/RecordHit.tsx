import { Link } from 'react-router'
import type { OpenedRecord, RecordView } from '../../../src/api/types.js'
import { useRecord } from '../api/queries.js'
import { DocumentFacts } from '../parts/DocumentFacts.js'
import { KINDS } from '../words/kinds.js'
import { confidenceWords, headlineOf, timeWords, typeWords } from '../words/phrases.js'
import type { NameOf } from '../words/phrases.js'
import { FoundText } from './FoundText.js'

interface RecordHitProps {
  readonly record: RecordView
  readonly nameOf: NameOf
  readonly pattern: RegExp | null
}

/** A record found: what it says, its words marked in their sentence, and the document that they stand in. */
export function RecordHit({ record, nameOf, pattern }: RecordHitProps) {
  const opened = useRecord(record.id).data
  return (
    <li className="hit" data-kind={record.kind}>
      <div className="record-line-head">
        <span className="letter" data-kind={record.kind} aria-hidden="true">
          {KINDS[record.kind].letter}
        </span>
        <span className="record-line-type">{typeWords(record) ?? KINDS[record.kind].one}</span>
        {record.factuality !== 'actual' && <span className="tag">{record.factuality}</span>}
        {record.review !== 'unreviewed' && <span className="tag">{record.review}</span>}
        {record.time && <span className="quiet">{timeWords(record.time)}</span>}
        <span
          className="hit-confidence quiet"
          title={`Confidence: ${confidenceWords(record.confidence)}`}
        >
          {record.confidence.toFixed(2)}
        </span>
      </div>
      {record.kind !== 'statement' && (
        <p className="hit-headline" dir="auto">
          {headlineOf(record, nameOf)}
        </p>
      )}
      {record.kind === 'statement' && (
        <p className="hit-headline">
          <bdi>{nameOf(record.speaker)}</bdi>
        </p>
      )}
      <Link className="hit-words" to={`/records/${record.id}`} dir="auto">
        {opened ? (
          <InSentence opened={opened} pattern={pattern} />
        ) : (
          record.evidence.map(({ text }) => text).join(' … ')
        )}
      </Link>
      {opened && (
        <div className="hit-source">
          <bdi>{opened.document.title ?? 'Without a title'}</bdi>
          <DocumentFacts document={opened.document} />
        </div>
      )}
    </li>
  )
}

function InSentence({ opened, pattern }: { opened: OpenedRecord; pattern: RegExp | null }) {
  const { record, sentence } = opened
  const inside = record.evidence.filter(
    ({ start, end }) => start < sentence.end && end > sentence.start,
  )
  const beyond = record.evidence.filter((words) => !inside.includes(words))
  return (
    <>
      <FoundText
        text={sentence.text}
        pattern={pattern}
        marked={inside.map(({ start, end }) => ({
          start: Math.max(0, start - sentence.start),
          end: Math.min(sentence.text.length, end - sentence.start),
        }))}
      />
      {beyond.map(({ start, text }) => (
        <span key={start}>
          {' … '}
          <mark>{text}</mark>
        </span>
      ))}
    </>
  )
}
