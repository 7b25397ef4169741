import { useEffect, useMemo } from 'react'
import { Link, useLocation } from 'react-router'
import type { DecisionPage, DecisionView, RecordView } from '../../../src/api/types.js'
import { useDecisions } from '../api/queries.js'
import { MoreButton } from '../parts/MoreButton.js'
import { Failed, NothingThere, Waiting } from '../parts/states.js'
import { useTitle } from '../parts/use-title.js'
import { ViewTools } from '../registers/ViewTools.js'
import { shortly } from '../review/decide.js'
import { decisionColumns } from '../review/decision-columns.js'
import { EntryLine } from '../review/EntryLine.js'
import { namesIn } from '../words/parties.js'
import { counted } from '../words/phrases.js'
import type { NameOf } from '../words/phrases.js'

/** What people decided, latest first: who, when, why and what, with a way to take it back. */
export function DecisionsPage() {
  useTitle('Decisions')
  return (
    <div className="page">
      <h1>Decisions</h1>
      <p className="lead">
        What people accepted, corrected, withdrew, merged and split, latest first. Nothing is
        overwritten: each is a later entry of the ledger, and can be taken back.
      </p>
      <DecisionList />
    </div>
  )
}

function DecisionList() {
  const list = useDecisions()
  const { entries, recordOf, parties } = useKnown(list.data?.pages)
  useMeantEntry(entries, list)
  if (list.isPending) return <Waiting lines={9} />
  if (list.isError && !list.data)
    return <Failed error={list.error} retry={() => void list.refetch()} />
  if (entries.length === 0)
    return (
      <NothingThere title="Nobody has decided anything yet.">
        <p>
          Open a record in one of the <Link to="/documents">documents</Link>, then accept, correct
          or withdraw it.
        </p>
      </NothingThere>
    )
  const nameOf = namesIn(parties)
  const earliestFirst = entries.toReversed()
  return (
    <>
      <ViewTools
        name="chancery-decisions"
        columns={decisionColumns(recordOf, parties)}
        rows={entries}
        said={counted(entries.length, 'decision')}
        partial={list.hasNextPage}
      />
      <ol className="plain-list entries">
        {entries.map((entry) => (
          <EntryLine
            key={entry.id}
            entry={entry}
            entries={earliestFirst}
            parties={parties}
            about={
              <AboutRecord id={entry.record} record={recordOf(entry.record)} nameOf={nameOf} />
            }
          />
        ))}
      </ol>
      <MoreButton list={list} noun="decisions" />
    </>
  )
}

interface AboutRecordProps {
  readonly id: string | null
  readonly record: RecordView | undefined
  readonly nameOf: NameOf
}

function AboutRecord({ id, record, nameOf }: AboutRecordProps) {
  if (id === null) return null
  return (
    <p className="entry-about">
      <Link to={`/records/${id}`}>
        <bdi>{record ? shortly(record, nameOf) : id}</bdi>
      </Link>
    </p>
  )
}

function useKnown(pages: readonly DecisionPage[] | undefined) {
  return useMemo(() => {
    const records = new Map(pages?.flatMap((page) => page.records.map((one) => [one.id, one])))
    return {
      entries: pages?.flatMap((page) => page.items) ?? [],
      recordOf: (id: string | null) => (id === null ? undefined : records.get(id)),
      parties: pages?.flatMap((page) => page.parties) ?? [],
    }
  }, [pages])
}

interface Paged {
  readonly hasNextPage: boolean
  readonly isFetching: boolean
  readonly fetchNextPage: () => unknown
}

/** Asks for further pages until the decision is there that the address names. */
function useMeantEntry(entries: readonly DecisionView[], list: Paged) {
  const meant = useLocation().hash.slice(1)
  const isMissing = meant !== '' && !entries.some(({ id }) => id === meant)
  const { hasNextPage, isFetching, fetchNextPage } = list
  useEffect(() => {
    if (isMissing && hasNextPage && !isFetching) fetchNextPage()
  }, [isMissing, hasNextPage, isFetching, fetchNextPage])
}
