import { Button } from '@mantine/core'
import { useState } from 'react'
import type { RecordView } from '../../../src/api/types.js'
import { apiAddress } from '../api/client.js'

/** The record's id, its permalink to copy, and its JSON. */
export function PermalinkTools({ record }: { record: RecordView }) {
  const permalink = new URL(`/records/${record.id}`, window.location.href).href
  const { said, copy } = useCopy(permalink)
  return (
    <div className="card-foot">
      <code className="record-id">{record.id}</code>
      <div className="card-tools">
        <Button size="compact-sm" variant="default" onClick={() => void copy()}>
          Copy permalink
        </Button>
        <a href={permalink}>Permalink</a>
        <a href={apiAddress(`/records/${encodeURIComponent(record.id)}`)}>JSON</a>
        <span role="status" className="quiet">
          {said}
        </span>
      </div>
    </div>
  )
}

function useCopy(words: string) {
  const [said, setSaid] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(words)
      setSaid('Copied')
    } catch {
      setSaid('Not allowed here: copy the link beside it')
    }
  }
  return { said, copy }
}
