import type { ListedDocumentView } from '../../../src/api/types.js'
import type { FileColumn } from '../registers/file-columns.js'

/** Documents in files. */
export const DOCUMENT_COLUMNS: readonly FileColumn<ListedDocumentView>[] = [
  { name: 'id', cell: ({ id }) => id },
  { name: 'title', cell: ({ title }) => title },
  { name: 'publisher', cell: ({ publisher }) => publisher },
  { name: 'published', cell: ({ published }) => published },
  { name: 'place', cell: ({ place }) => place },
  { name: 'url', cell: ({ url }) => url },
  { name: 'opening', cell: ({ opening }) => opening },
]
