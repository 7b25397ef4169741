import { Navigate, useParams } from 'react-router'
import { useRecord } from '../api/queries.js'
import { PendingPage } from '../parts/PendingPage.js'

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
  return <PendingPage asked={opened} />
}
