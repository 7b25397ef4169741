import { Link } from 'react-router'
import type { RecordView } from '../../../src/api/types.js'
import { plain } from '../words/phrases.js'
import { groupedBy } from './groups.js'

type Agreement = Extract<RecordView, { kind: 'agreement' }>

const STATUSES = [
  'in-force',
  'ratified',
  'signed',
  'negotiating',
  'proposed',
  'ended',
  null,
] as const
const SHOWN = 5

/** Agreements by status, each name once with how many records tell of it; the name opens the newest of them. */
export function AgreementsByStatus({
  records,
  cut,
}: {
  records: readonly RecordView[]
  cut: boolean
}) {
  const agreements = records.filter((record): record is Agreement => record.kind === 'agreement')
  if (agreements.length === 0) return <p className="quiet">No agreement in the ledger names it.</p>
  return (
    <>
      {STATUSES.map((status) => (
        <OfStatus
          key={status}
          status={status}
          agreements={agreements.filter((one) => one.status === status)}
        />
      ))}
      {cut && <p className="quiet">Only the latest 500 are here.</p>}
    </>
  )
}

interface OfStatusProps {
  readonly status: Agreement['status']
  readonly agreements: readonly Agreement[]
}

function OfStatus({ status, agreements }: OfStatusProps) {
  if (agreements.length === 0) return null
  // Records under the same name, letters' case aside, are one line.
  const named = [...groupedBy(agreements, ({ name }) => name.toLowerCase()).values()]
  const [shown, rest] = [named.slice(0, SHOWN), named.slice(SHOWN)]
  return (
    <div className="of-status">
      <h3>
        {status ? plain(status) : 'status not told'} <span className="quiet">{named.length}</span>
      </h3>
      <ul className="plain-list agreement-list">{shown.map(AgreementLine)}</ul>
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          <ul className="plain-list agreement-list">{rest.map(AgreementLine)}</ul>
        </details>
      )}
    </div>
  )
}

function AgreementLine(records: readonly Agreement[]) {
  const [first] = records
  if (!first) return null
  return (
    <li key={first.id}>
      <Link to={`/records/${first.id}`}>
        <bdi>{first.name}</bdi>
      </Link>
      {records.length > 1 && <span className="quiet"> told {records.length} times</span>}
      {first.factuality !== 'actual' && <span className="tag">{first.factuality}</span>}
    </li>
  )
}
