import { CloseButton } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import { Link, useLocation } from 'react-router'
import type { OpenedDocument, RecordView } from '../../../src/api/types.js'
import { useVocabulary } from '../api/queries.js'
import { changedParams } from '../parts/use-address.js'
import { RecordHistory, RecordReview } from '../review/RecordReview.js'
import type { Evidence } from '../review/WordsField.js'
import { KINDS } from '../words/kinds.js'
import { factualityWords, headlineOf, timeWords, typeWords } from '../words/phrases.js'
import { CardFields } from './CardFields.js'
import { ConfidenceBar } from './ConfidenceBar.js'
import { Field } from './Field.js'
import { takeCardWish } from './focus.js'
import { PermalinkTools } from './PermalinkTools.js'
import { PartyLinks } from './PartyLinks.js'
import { namesIn, partsOf } from '../words/parties.js'

interface RecordCardProps {
  readonly record: RecordView
  readonly opened: OpenedDocument
  readonly onClose: () => void
  /** Told of the words that a correction chooses; of null when none is being made. */
  readonly onWords: (words: readonly Evidence[] | null) => void
}

/** All that a record says, beside its words. */
export function RecordCard({ record, opened, onClose, onWords }: RecordCardProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useFocusAfterKeyboard(heading)
  return (
    <div className="card" data-kind={record.kind}>
      <div className="card-head">
        <span className="letter" data-kind={record.kind} aria-hidden="true">
          {KINDS[record.kind].letter}
        </span>
        <h2 tabIndex={-1} ref={heading}>
          {KINDS[record.kind].one}
          {typeWords(record) && <span className="card-type">{typeWords(record)}</span>}
        </h2>
        <CloseButton aria-label="Close the record" title="Close (Esc)" onClick={onClose} />
      </div>
      {record.kind !== 'event' && (
        <p className="card-headline" dir="auto">
          {headlineOf(record, namesIn(opened.parties))}
        </p>
      )}
      <RecordReview record={record} opened={opened} onWords={onWords} />
      <CardBody record={record} opened={opened} />
      <RecordHistory record={record} />
      <AlsoHere record={record} records={opened.records} />
      <PermalinkTools record={record} />
    </div>
  )
}

function CardBody({ record, opened }: Pick<RecordCardProps, 'record' | 'opened'>) {
  const reasons = useVocabulary().data?.reasons
  return (
    <dl className="fields">
      {partsOf(record).map(([label, parties]) => (
        <Field key={label} label={label}>
          <PartyLinks mentions={parties} parties={opened.parties} />
        </Field>
      ))}
      <CardFields record={record} />
      <Field label="Time">
        {record.time ? (
          <>
            {timeWords(record.time)} <span className="quiet">({record.time.granularity})</span>
            {record.time.text !== '' && (
              <>
                <br />
                <span className="quiet">
                  written <bdi>“{record.time.text}”</bdi>
                </span>
              </>
            )}
          </>
        ) : (
          <span className="quiet">not known</span>
        )}
      </Field>
      <Field label="Factuality">
        {record.factuality} <span className="quiet">– {factualityWords(record)}</span>
      </Field>
      {record.attribution && (
        <Field label="Who says so">
          <PartyLinks mentions={[record.attribution.speaker]} parties={opened.parties} />
          {record.attribution.chain.map((source, index) => (
            <span key={index} className="chain">
              through <bdi>{source}</bdi>
            </span>
          ))}
        </Field>
      )}
      <Field label="Confidence">
        <ConfidenceBar confidence={record.confidence} />
      </Field>
      <Field label="Reason">{reasons?.[record.reason] ?? record.reason}</Field>
      <Field label={record.evidence.length > 1 ? 'Words (in pieces)' : 'Words'}>
        {record.evidence.map((words) => (
          <q key={words.start} className="evidence" dir="auto">
            {words.text}
          </q>
        ))}
      </Field>
    </dl>
  )
}

/** Other records that rest on some of the same words, so that those under others are found too. */
function AlsoHere({ record, records }: { record: RecordView; records: readonly RecordView[] }) {
  const { search } = useLocation()
  const others = records.filter((other) => other.id !== record.id && sharesWords(other, record))
  if (others.length === 0) return null
  return (
    <div className="also">
      <h3>Also on these words</h3>
      <ul className="plain-list">
        {others.map((other) => (
          <li key={other.id}>
            <Link
              preventScrollReset
              to={`?${changedParams(new URLSearchParams(search), { record: other.id })}`}
            >
              {KINDS[other.kind].one}
              {typeWords(other) && `: ${typeWords(other)}`}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

function sharesWords(a: RecordView, b: RecordView): boolean {
  return a.evidence.some((one) =>
    b.evidence.some((other) => one.start < other.end && other.start < one.end),
  )
}

/** A record opened with the keyboard takes the focus; a click leaves it where it is. */
function useFocusAfterKeyboard(heading: RefObject<HTMLHeadingElement | null>) {
  useEffect(() => {
    if (takeCardWish()) heading.current?.focus({ preventScroll: true })
  }, [heading])
}
