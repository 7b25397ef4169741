import { Link } from 'react-router'
import type { RecordView } from '../../../src/api/types.js'
import { useRecord } from '../api/queries.js'
import { KINDS } from '../words/kinds.js'
import { dayWords, headlineOf, timeWords, typeWords } from '../words/phrases.js'
import type { NameOf } from '../words/phrases.js'

interface RecordLineProps {
  readonly record: RecordView
  /** Address, or query of this address, that opens the record. */
  readonly to: string
  /** Whether the words it rests on are shown too. */
  readonly withWords?: boolean
  /** Whether the day of the report is asked for where the record's own time is not known. */
  readonly withReportDay?: boolean
  readonly nameOf?: NameOf
}

/** A record in one or two lines, as a link. */
export function RecordLine(props: RecordLineProps) {
  const { record, to, withWords = false, withReportDay = false, nameOf } = props
  return (
    <li className="record-line" data-kind={record.kind}>
      <Link to={to} preventScrollReset>
        <span className="record-line-head">
          <span className="letter" data-kind={record.kind} aria-hidden="true">
            {KINDS[record.kind].letter}
          </span>
          <span className="record-line-type">{typeWords(record) ?? KINDS[record.kind].one}</span>
          {record.factuality !== 'actual' && <span className="tag">{record.factuality}</span>}
          {record.time && <span className="quiet">{timeWords(record.time)}</span>}
          {!record.time && withReportDay && <ReportDay record={record.id} />}
        </span>
        <bdi className="record-line-words">{headlineOf(record, nameOf)}</bdi>
      </Link>
      {withWords && (
        <q className="record-line-quote" dir="auto">
          {record.evidence.map((words) => words.text).join(' … ')}
        </q>
      )}
    </li>
  )
}

function ReportDay({ record }: { record: string }) {
  const published = useRecord(record).data?.document.published
  return published ? <span className="quiet">reported on {dayWords(published)}</span> : null
}
