import { Link } from 'react-router'
import { useDocuments, useRecords } from '../api/queries.js'
import { MoreButton } from '../parts/MoreButton.js'
import { Failed, NothingThere, Waiting } from '../parts/states.js'
import { changedParams, useAddress } from '../parts/use-address.js'
import { useTitle } from '../parts/use-title.js'
import { TextFacet } from '../registers/facets.js'
import { RECORD_COLUMNS } from '../registers/record-columns.js'
import { ViewTools } from '../registers/ViewTools.js'
import { DocumentHit } from '../search/DocumentHit.js'
import { DOCUMENT_COLUMNS } from '../search/document-columns.js'
import { patternOf, wordsOf } from '../search/query-words.js'
import { RecordHit } from '../search/RecordHit.js'
import { SearchFacets } from '../search/SearchFacets.js'
import { namesIn } from '../words/parties.js'
import { counted } from '../words/phrases.js'

const RECORD_FACETS = [
  'text',
  'kind',
  'party',
  'speaker',
  'publisher',
  'type',
  'factuality',
  'review',
  'minConfidence',
  'from',
  'to',
  'order',
] as const
const DOCUMENT_FACETS = ['text', 'party', 'publisher', 'from', 'to'] as const
/** Filters of records that choices are counted by: all but the order. */
const COUNTED = RECORD_FACETS.filter((name) => name !== 'order')

/** Full text in what was recorded and in the documents themselves, narrowed by facets; all of it in the address. */
export function SearchPage() {
  const { params } = useAddress()
  const isForRecords = params.get('in') !== 'documents'
  const asked = useAsked(COUNTED)
  useTitle(params.get('text') ? `${params.get('text')} – search` : 'Search')
  return (
    <div className="page page-wide">
      <h1>Search</h1>
      <search className="search-head">
        <TextFacet
          name="text"
          label="Words"
          placeholder='critical minerals, "exact words", -without'
        />
        <WhereTabs isForRecords={isForRecords} />
      </search>
      <div className="searching">
        <SearchFacets isForRecords={isForRecords} asked={asked} />
        <section aria-label="Found">{isForRecords ? <RecordHits /> : <DocumentHits />}</section>
      </div>
    </div>
  )
}

function WhereTabs({ isForRecords }: { isForRecords: boolean }) {
  const { params } = useAddress()
  const tab = (where: string | null, words: string, isHere: boolean) => (
    <Link
      to={{ search: changedParams(params, { in: where }).toString() }}
      aria-current={isHere ? 'page' : undefined}
    >
      {words}
    </Link>
  )
  return (
    <nav className="tabs" aria-label="Search in">
      {tab(null, 'Records', isForRecords)}
      {tab('documents', 'Documents', !isForRecords)}
    </nav>
  )
}

function useAsked(names: readonly string[]) {
  const { params } = useAddress()
  return Object.fromEntries(names.map((name) => [name, params.get(name) || null]))
}

function RecordHits() {
  const asked = useAsked(RECORD_FACETS)
  const list = useRecords(asked)
  if (list.isPending) return <Waiting lines={9} />
  if (list.isError && !list.data)
    return <Failed error={list.error} retry={() => void list.refetch()} />
  const records = list.data.pages.flatMap((page) => page.items)
  const nameOf = namesIn(list.data.pages.flatMap((page) => page.parties))
  if (records.length === 0) return <NothingFound noun="record" names={RECORD_FACETS} />
  const pattern = patternOf(wordsOf(asked['text'] ?? ''))
  return (
    <>
      <ViewTools
        name="chancery-records"
        columns={RECORD_COLUMNS}
        rows={records}
        said={counted(records.length, 'record')}
        partial={list.hasNextPage}
      />
      <ol className="plain-list hits" aria-busy={list.isPlaceholderData}>
        {records.map((record) => (
          <RecordHit key={record.id} record={record} nameOf={nameOf} pattern={pattern} />
        ))}
      </ol>
      <MoreButton list={list} noun="records" />
    </>
  )
}

function DocumentHits() {
  const asked = useAsked(DOCUMENT_FACETS)
  const list = useDocuments(asked)
  if (list.isPending) return <Waiting lines={9} />
  if (list.isError && !list.data)
    return <Failed error={list.error} retry={() => void list.refetch()} />
  const documents = list.data.pages.flatMap((page) => page.items)
  if (documents.length === 0) return <NothingFound noun="document" names={DOCUMENT_FACETS} />
  const text = asked['text'] ?? ''
  const pattern = patternOf(wordsOf(text))
  return (
    <>
      <ViewTools
        name="chancery-documents"
        columns={DOCUMENT_COLUMNS}
        rows={documents}
        said={counted(documents.length, 'document')}
        partial={list.hasNextPage}
      />
      <ol className="plain-list hits" aria-busy={list.isPlaceholderData}>
        {documents.map((document) => (
          <DocumentHit key={document.id} document={document} text={text} pattern={pattern} />
        ))}
      </ol>
      <MoreButton list={list} noun="documents" />
    </>
  )
}

function NothingFound({ noun, names }: { noun: string; names: readonly string[] }) {
  const { params, change } = useAddress()
  const isNarrow = names.some((name) => params.get(name))
  return (
    <NothingThere title={`No ${noun} fits.`}>
      {isNarrow ? (
        <>
          <p>Search for fewer or other words, or take back what the search is narrowed to.</p>
          <button
            type="button"
            className="text-button"
            onClick={() => change(Object.fromEntries(names.map((name) => [name, null])))}
          >
            Search anew
          </button>
        </>
      ) : (
        <p>
          The ledger holds none yet. Read some reports into it: <code>chancery read PATH</code>
        </p>
      )}
    </NothingThere>
  )
}
