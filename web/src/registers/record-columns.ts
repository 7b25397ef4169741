import type { RecordView } from '../../../src/api/types.js'
import { partsOf } from '../words/parties.js'
import { headlineOf, typeWords } from '../words/phrases.js'
import type { FileColumn } from './file-columns.js'

/** What every record has, in files. */
export const RECORD_COLUMNS: readonly FileColumn<RecordView>[] = [
  { name: 'id', cell: ({ id }) => id },
  { name: 'kind', cell: ({ kind }) => kind },
  { name: 'type', cell: typeWords },
  { name: 'says', cell: (record) => headlineOf(record) },
  { name: 'parties', cell: partiesOf },
  { name: 'from', cell: ({ time }) => time?.start ?? null },
  { name: 'to', cell: ({ time }) => time?.end ?? null },
  { name: 'factuality', cell: ({ factuality }) => factuality },
  { name: 'confidence', cell: ({ confidence }) => confidence },
  { name: 'review', cell: ({ review }) => review },
  { name: 'words', cell: ({ evidence }) => evidence.map(({ text }) => text).join(' … ') },
  { name: 'document', cell: ({ document }) => document },
]

function partiesOf(record: RecordView): string {
  const names = partsOf(record).flatMap(([, parties]) => parties.map(({ name }) => name))
  return [...new Set(names)].join('; ')
}
