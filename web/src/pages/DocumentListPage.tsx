import type { SummaryView } from '../../../src/api/types.js'
import { useDocuments, useSummary } from '../api/queries.js'
import { ListFilters } from '../parts/ListFilters.js'
import { KindPills } from '../parts/KindPills.js'
import { MoreButton } from '../parts/MoreButton.js'
import { Failed, NothingThere, Waiting } from '../parts/states.js'
import { useAddress } from '../parts/use-address.js'
import { useTitle } from '../parts/use-title.js'
import { DocumentRow } from '../parts/DocumentRow.js'
import { counted } from '../words/phrases.js'

/** The list of documents, with search and filters, all of it in the address. */
export function DocumentListPage() {
  useTitle('Documents')
  const summary = useSummary()
  return (
    <div className="page">
      <h1>Documents</h1>
      {summary.data && <SummaryLine summary={summary.data} />}
      <ListFilters />
      {summary.data?.documents === 0 ? <EmptyLedger /> : <DocumentList />}
    </div>
  )
}

function SummaryLine({ summary }: { summary: SummaryView }) {
  return (
    <div className="summary-line">
      <span>
        {counted(summary.documents, 'document')}, {counted(summary.total, 'record')}
      </span>
      {summary.total > 0 && <KindPills counts={summary.records} />}
    </div>
  )
}

function EmptyLedger() {
  return (
    <NothingThere title="The ledger is empty.">
      <p>Read some reports into it, then open this page again:</p>
      <pre>chancery read PATH</pre>
      <p className="quiet">
        PATH is a file or a folder of .txt, .md, .html or .jsonl; <code>samples/</code> holds a few.
      </p>
    </NothingThere>
  )
}

const FILTERS = ['text', 'publisher', 'from', 'to', 'party'] as const

function DocumentList() {
  const { params, change } = useAddress()
  const list = useDocuments(
    Object.fromEntries(FILTERS.map((name) => [name, params.get(name) || null])),
  )
  if (list.isPending) return <Waiting lines={9} />
  if (list.isError && !list.data)
    return <Failed error={list.error} retry={() => void list.refetch()} />
  const documents = list.data.pages.flatMap((page) => page.items)
  if (documents.length === 0)
    return (
      <NothingThere title="No document fits.">
        <p>Search for fewer or other words, or widen the period.</p>
        <button
          type="button"
          className="text-button"
          onClick={() => change(Object.fromEntries(FILTERS.map((name) => [name, null])))}
        >
          Show all documents
        </button>
      </NothingThere>
    )
  return (
    <>
      <ol className="plain-list document-list" aria-busy={list.isPlaceholderData}>
        {documents.map((document) => (
          <DocumentRow key={document.id} document={document} />
        ))}
      </ol>
      <MoreButton list={list} noun="documents" />
    </>
  )
}
