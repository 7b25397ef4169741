import { useMemo } from 'react'
import { useLocation } from 'react-router'
import type { PartyView, RecordView } from '../../../src/api/types.js'
import { changedParams, useAddress } from '../parts/use-address.js'
import { namesIn } from '../words/parties.js'
import { RecordLine } from './RecordLine.js'

interface RecordPanelProps {
  /** The records that pass the filters, in the order of the text. */
  readonly records: readonly RecordView[]
  /** How many there are without filters. */
  readonly total: number
  readonly parties: readonly PartyView[]
}

/** All shown records of the document, while none is selected. */
export function RecordPanel({ records, total, parties }: RecordPanelProps) {
  const { search } = useLocation()
  const { change } = useAddress()
  const nameOf = useMemo(() => namesIn(parties), [parties])
  if (total === 0)
    return (
      <p className="quiet panel-note">
        No record was read from this document. It may be about one country only, or about nothing
        that Chancery records.
      </p>
    )
  if (records.length === 0)
    return (
      <div className="panel-note">
        <p>No record fits the filters.</p>
        <button
          type="button"
          className="text-button"
          onClick={() => change({ kind: null, party: null })}
        >
          Show all records
        </button>
      </div>
    )
  return (
    <>
      <h2 className="panel-heading">Records</h2>
      <ol className="plain-list record-list">
        {records.map((record) => (
          <RecordLine
            key={record.id}
            record={record}
            nameOf={nameOf}
            to={`?${changedParams(new URLSearchParams(search), { record: record.id })}`}
          />
        ))}
      </ol>
    </>
  )
}
