import type { RecordView } from '../../../src/api/types.js'
import { KINDS } from '../words/kinds.js'
import { typeWords } from '../words/phrases.js'

interface SelectionNewsProps {
  readonly records: readonly RecordView[]
  readonly selected: RecordView | null
}

/** Says to screen readers which record was selected. */
export function SelectionNews({ records, selected }: SelectionNewsProps) {
  return (
    <p className="visually-hidden" aria-live="polite">
      {selected &&
        `Record ${records.indexOf(selected) + 1} of ${records.length}: ${[KINDS[selected.kind].one, typeWords(selected)].filter(Boolean).join(', ')}`}
    </p>
  )
}
