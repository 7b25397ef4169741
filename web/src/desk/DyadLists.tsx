import { useState } from 'react'
import type { PartyRefView, PartyView, RecordPage, RecordView } from '../../../src/api/types.js'
import { useManyRecords, useOffices, useSaidFor } from '../api/queries.js'
import { RecordLine } from '../document/RecordLine.js'
import { namesIn, namesParty } from '../words/parties.js'
import type { Period } from './addresses.js'
import { AgreementsByStatus } from './AgreementsByStatus.js'
import { DeskPart } from './DeskLists.js'
import { Offices } from './Offices.js'

/** The lists of what stands between two: who said what, agreements, offices. */

const SHOWN = 6
const MOST_SAID = 100

interface SaidProps {
  readonly speaker: PartyView
  readonly about: PartyView
  readonly period: Period
}

/** What one side said about the other: the party itself, its bodies and its officials. */
export function SaidAbout({ speaker, about, period }: SaidProps) {
  const asked = useSaidFor(speaker.id, { about: about.id, ...period, limit: MOST_SAID })
  const id = `said-${speaker.id}`
  return (
    <DeskPart id={id} title={`${speaker.name} on ${about.name}`} asked={asked}>
      {(page) => <Said page={page} />}
    </DeskPart>
  )
}

function Said({ page }: { page: RecordPage }) {
  const [isOpen, setIsOpen] = useState(false)
  const { items, parties, nextCursor } = page
  if (items.length === 0) return <p className="quiet">No such statement in the ledger.</p>
  const nameOf = namesIn(parties)
  const lineOf = (record: RecordView, at: number) => (
    <RecordLine
      key={record.id}
      record={record}
      to={`/records/${record.id}`}
      withReportDay={isOpen || at < SHOWN}
      nameOf={nameOf}
    />
  )
  const lines = items.map(lineOf)
  const [shown, rest] = [lines.slice(0, SHOWN), lines.slice(SHOWN)]
  return (
    <>
      <ol className="plain-list record-list">{shown}</ol>
      {rest.length > 0 && (
        <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
          <summary>{rest.length} more</summary>
          <ol className="plain-list record-list">{rest}</ol>
        </details>
      )}
      {nextCursor !== null && (
        <p className="quiet">Only the latest {MOST_SAID} are here: choose a period.</p>
      )}
    </>
  )
}

/** Agreements that name both, by where they stand. */
export function SharedAgreements({ state, partner }: Record<'state' | 'partner', PartyRefView>) {
  const asked = useManyRecords({ kind: 'agreement', party: state.id, order: 'newest' })
  return (
    <DeskPart id="agreements" title="Agreements" asked={asked}>
      {(page) => (
        <AgreementsByStatus
          records={page.items.filter((record) => namesParty(record, partner.id))}
          cut={page.nextCursor !== null}
        />
      )}
    </DeskPart>
  )
}

/** The offices of a side and who is told to have held them when. */
export function OfficesOf({ party }: { party: PartyRefView }) {
  const asked = useOffices(party.id)
  const id = `offices-${party.id}`
  return (
    <DeskPart id={id} title={`Offices: ${party.name}`} asked={asked}>
      {({ items }) => <Offices offices={items} of={party.id} />}
    </DeskPart>
  )
}
