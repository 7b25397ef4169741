import { Link } from 'react-router'
import type { FindingPage, FindingView, RecordView } from '../../../src/api/types.js'
import { plain } from '../words/phrases.js'

const SHOWN = 8

/** Conflicts and denials, each with its records as doors. `all`: where the rest of them is, if anywhere. */
export function Disputes({ page }: { page: FindingPage }) {
  const records = new Map(page.records.map((record) => [record.id, record]))
  const publishers = new Map(page.documents.map(({ id, publisher }) => [id, publisher]))
  const [open, rest] = [page.items.slice(0, SHOWN), page.items.slice(SHOWN)]
  const lineOf = (finding: FindingView) => (
    <Dispute key={finding.id} finding={finding} records={records} publishers={publishers} />
  )
  return (
    <>
      <ul className="plain-list dispute-list">{open.map(lineOf)}</ul>
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          <ul className="plain-list dispute-list">{rest.map(lineOf)}</ul>
        </details>
      )}
    </>
  )
}

interface DisputeProps {
  readonly finding: FindingView
  readonly records: ReadonlyMap<string, RecordView>
  readonly publishers: ReadonlyMap<string, string | null>
}

function Dispute({ finding, records, publishers }: DisputeProps) {
  return (
    <li className="dispute" data-finding={finding.finding}>
      <span className="tag">{finding.sort ? plain(finding.sort) : finding.finding}</span>{' '}
      <bdi>{finding.why}</bdi>
      <ul className="plain-list doors" aria-label="Its records">
        {finding.records.map((id, at) => {
          const record = records.get(id)
          const publisher = record && publishers.get(record.document)
          return (
            <li key={id}>
              <Link to={`/records/${id}`}>
                {record ? record.kind : 'record'} {at + 1}
                {publisher && (
                  <>
                    , <bdi>{publisher}</bdi>
                  </>
                )}
              </Link>
            </li>
          )
        })}
      </ul>
    </li>
  )
}
