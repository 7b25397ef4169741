import { useEffect } from 'react'
import type { RecordView } from '../../../src/api/types.js'
import { isTyping, keysAreOn } from '../parts/keys.js'
import { queryNow } from '../parts/use-address.js'
import { focusWords } from './focus.js'

/** The keys of a document: j and k step through its records, Escape closes the selected one. Off while a record is corrected. */
export function useRecordKeys(
  records: readonly RecordView[],
  select: (record: string | null) => void,
  isOn: boolean,
): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isOn || isTyping(event)) return
      const selected = queryNow().get('record')
      if (event.key === 'Escape' && selected !== null) {
        focusWords(selected)
        select(null)
        return
      }
      const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0
      if (step === 0 || !keysAreOn()) return
      const next = recordAt(records, selected, step)
      if (!next) return
      event.preventDefault()
      select(next.id)
      focusWords(next.id)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
}

/** The next or previous record, around the ends; without a selection, the first or the last. */
function recordAt(records: readonly RecordView[], selected: string | null, step: 1 | -1) {
  const at = records.findIndex((record) => record.id === selected)
  if (at < 0) return step > 0 ? records[0] : records.at(-1)
  return records[(at + step + records.length) % records.length]
}
