import { useMemo } from 'react'
import type { FindingPage, FindingView } from '../../../src/api/types.js'
import { useFindings, useManyFindings } from '../api/queries.js'
import { MoreButton } from '../parts/MoreButton.js'
import { Failed, Waiting } from '../parts/states.js'
import { useAddress } from '../parts/use-address.js'
import { useTitle } from '../parts/use-title.js'
import { PartyFacet, PressList } from '../registers/facets.js'
import { FindingCard } from '../registers/FindingCard.js'
import { NothingKept } from '../registers/NothingKept.js'
import { ViewTools } from '../registers/ViewTools.js'
import { FINDING_ORDER, FINDINGS } from '../registers/words.js'
import { counted } from '../words/phrases.js'

const FACETS = ['finding', 'party', 'document'] as const

const COLUMNS = [
  { name: 'id', cell: ({ id }: FindingView) => id },
  { name: 'finding', cell: ({ finding }: FindingView) => finding },
  { name: 'sort', cell: ({ sort }: FindingView) => sort },
  { name: 'strength', cell: ({ strength }: FindingView) => strength },
  { name: 'why', cell: ({ why }: FindingView) => why },
  {
    name: 'parties',
    cell: ({ parties }: FindingView) => parties.map(({ name }) => name).join('; '),
  },
  { name: 'records', cell: ({ records }: FindingView) => records.join(' ') },
]

/** Findings of all kinds: what follows from records taken together, with the words that each rests on. */
export function FindingsPage() {
  useTitle('Findings')
  const { params, change } = useAddress()
  const only = FINDING_ORDER.find((kind) => kind === params.get('finding'))
  return (
    <div className="page page-wide">
      <h1>Findings</h1>
      <p className="lead">
        What follows from the records taken together, surest first. Nothing here is settled: the
        words stand side by side, and you judge.
      </p>
      <search className="register-filters">
        <PartyFacet />
        <FindingKinds />
      </search>
      {only && <p className="quiet">{FINDINGS[only].says}.</p>}
      {params.get('document') && (
        <p>
          Only findings that rest on one document.{' '}
          <button type="button" className="text-button" onClick={() => change({ document: null })}>
            All documents
          </button>
        </p>
      )}
      <FindingList />
    </div>
  )
}

function FindingKinds() {
  const { params } = useAddress()
  const all = useManyFindings({ party: params.get('party'), document: params.get('document') }).data
  // Past one answer's worth the counts would be too low: they are then left out.
  const counts = all?.nextCursor === null ? all.items : null
  const choices = FINDING_ORDER.map((value) => ({
    value,
    words: FINDINGS[value].many,
    ...(counts && { count: counts.filter(({ finding }) => finding === value).length }),
  }))
  return <PressList name="finding" label="Kind" choices={choices} />
}

function FindingList() {
  const { params } = useAddress()
  const list = useFindings(
    Object.fromEntries(FACETS.map((name) => [name, params.get(name) || null])),
  )
  const { recordOf, documentOf } = useJoined(list.data?.pages)
  if (list.isPending) return <Waiting lines={9} />
  if (list.isError && !list.data)
    return <Failed error={list.error} retry={() => void list.refetch()} />
  const findings = list.data.pages.flatMap((page) => page.items)
  if (findings.length === 0) return <NothingKept noun="finding" facets={FACETS} />
  return (
    <div aria-busy={list.isPlaceholderData}>
      <ViewTools
        name="chancery-findings"
        columns={COLUMNS}
        rows={findings}
        said={counted(findings.length, 'finding')}
        partial={list.hasNextPage}
      />
      <ol className="plain-list findings">
        {findings.map((finding) => (
          <FindingCard
            key={finding.id}
            finding={finding}
            recordOf={recordOf}
            documentOf={documentOf}
          />
        ))}
      </ol>
      <MoreButton list={list} noun="findings" />
    </div>
  )
}

function useJoined(pages: readonly FindingPage[] | undefined) {
  return useMemo(() => {
    const records = new Map(pages?.flatMap((page) => page.records.map((one) => [one.id, one])))
    const documents = new Map(pages?.flatMap((page) => page.documents.map((one) => [one.id, one])))
    return {
      recordOf: (id: string) => records.get(id),
      documentOf: (id: string) => documents.get(id),
    }
  }, [pages])
}
