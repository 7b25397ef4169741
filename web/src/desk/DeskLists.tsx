import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { RecordView } from '../../../src/api/types.js'
import { useManyFindings, useManyRecords, useRecords } from '../api/queries.js'
import { RecordLine } from '../document/RecordLine.js'
import { Failed, Waiting } from '../parts/states.js'
import { namesIn } from '../words/parties.js'
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

/** The newest statements that name a state. */
export function LatestStatements({ state }: { state: string }) {
  const asked = useRecords({ kind: 'statement', party: state, order: 'newest' })
  const page = asked.data?.pages[0]
  const nameOf = namesIn(page?.parties ?? [])
  return (
    <DeskPart id="statements" title="Latest statements" asked={{ ...asked, data: page }}>
      {({ items }) => (
        <>
          {items.length === 0 && <p className="quiet">No statement in the ledger names it.</p>}
          <ol className="plain-list record-list">
            {items.slice(0, STATEMENTS).map((record: RecordView) => (
              <RecordLine
                key={record.id}
                record={record}
                to={`/records/${record.id}`}
                nameOf={nameOf}
              />
            ))}
          </ol>
          {items.length > STATEMENTS && (
            <p>
              <Link to={`/parties/${encodeURIComponent(state)}?kind=statement`}>
                All statements
              </Link>
            </p>
          )}
        </>
      )}
    </DeskPart>
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
