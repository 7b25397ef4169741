import { Navigate, useParams } from 'react-router'
import { useRecord } from '../api/queries.js'
import { Failed, Waiting } from '../parts/states.js'

/** The permalink of a record: opens its document with the record selected. */
export function RecordPage() {
  const { id = '' } = useParams()
  const opened = useRecord(id)
  if (opened.data) {
    const { document, record } = opened.data
    return (
      <Navigate
        replace
        to={`/documents/${document.id}?${new URLSearchParams({ record: record.id })}`}
      />
    )
  }
  return (
    <div className="page">
      {opened.isError ? (
        <Failed error={opened.error} retry={() => void opened.refetch()} />
      ) : (
        <Waiting />
      )}
    </div>
  )
}
