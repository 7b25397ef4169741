import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { PartyRefView, RecordPage, RecordView } from '../../../src/api/types.js'
import { useManyFindings, useManyRecords, useNewest, useSaidFor } from '../api/queries.js'
import { RecordLine } from '../document/RecordLine.js'
import { Failed, Waiting } from '../parts/states.js'
import { namesIn } from '../words/parties.js'
import type { Period } from './addresses.js'
import { AgreementsByStatus } from './AgreementsByStatus.js'
import { Disputes } from './Disputes.js'

/** The lists beside a desk's pictures. */

interface Asked<T> {
  readonly data: T | undefined
  readonly isError: boolean
  readonly error: unknown
  readonly refetch: () => unknown
}

interface PartProps<T> {
  readonly id: string
  readonly title: string
  readonly asked: Asked<T>
  readonly children: (answer: T) => ReactNode
}

/** A titled part of a view whose answer comes on its own. */
export function DeskPart<T>({ id, title, asked, children }: PartProps<T>) {
  return (
    <section className="desk-part" id={id} aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{title}</h2>
      {asked.isError ? (
        <Failed error={asked.error} retry={() => void asked.refetch()} />
      ) : asked.data === undefined ? (
        <Waiting lines={4} />
      ) : (
        children(asked.data)
      )}
    </section>
  )
}

/** Open conflicts and denials about a state. */
export function OpenDisputes({ state }: { state: string }) {
  const asked = useManyFindings({ finding: 'conflict,denial', party: state })
  return (
    <DeskPart id="disputes" title="Conflicts and denials" asked={asked}>
      {(page) =>
        page.items.length === 0 ? (
          <p className="quiet">No records about it contradict each other.</p>
        ) : (
          <Disputes page={page} />
        )
      }
    </DeskPart>
  )
}

const STATEMENTS = 6
/** So many are asked for: what others say is told apart by what the state says. */
const MOST_READ = 100

/** The newest statements for a state – its own, its bodies’ and its officials’ – and those of others that name it. */
export function LatestStatements({ state, period }: { state: PartyRefView; period: Period }) {
  const own = useSaidFor(state.id, { ...period, limit: MOST_READ })
  const named = useNewest({ kind: 'statement', party: state.id })
  const asked = own.isError ? own : named
  const data = own.data && named.data ? { own: own.data, named: named.data } : undefined
  return (
    <DeskPart id="statements" title="Latest statements" asked={{ ...asked, data }}>
      {(pages) => {
        const saying = new Set(pages.own.items.map(({ id }) => id))
        const others = pages.named.items.filter(
          (record) =>
            record.kind === 'statement' &&
            !saying.has(record.id) &&
            record.about.some(({ id }) => id === state.id),
        )
        return (
          <>
            <h3>By it and its officials</h3>
            <Said records={pages.own.items} page={pages.own} none="No statement in the ledger." />
            <h3>By others, about it</h3>
            <Said records={others} page={pages.named} none="No statement is about it." />
            <p>
              <Link to={`/parties/${encodeURIComponent(state.id)}?kind=statement`}>
                All statements that name it
              </Link>
            </p>
          </>
        )
      }}
    </DeskPart>
  )
}

interface SaidProps {
  readonly records: readonly RecordView[]
  readonly page: RecordPage
  readonly none: string
}

function Said({ records, page, none }: SaidProps) {
  if (records.length === 0) return <p className="quiet">{none}</p>
  const nameOf = namesIn(page.parties)
  return (
    <ol className="plain-list record-list">
      {records.slice(0, STATEMENTS).map((record) => (
        <RecordLine
          key={record.id}
          record={record}
          to={`/records/${record.id}`}
          withReportDay
          nameOf={nameOf}
        />
      ))}
    </ol>
  )
}

/** A state's agreements, by where they stand. */
export function Agreements({ state }: { state: string }) {
  const asked = useManyRecords({ kind: 'agreement', party: state, order: 'newest' })
  return (
    <DeskPart id="agreements" title="Agreements" asked={asked}>
      {(page) => <AgreementsByStatus records={page.items} cut={page.nextCursor !== null} />}
    </DeskPart>
  )
}
