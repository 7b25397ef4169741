import type { PartyRefView, PartyView, RecordPage, RecordView } from '../../../src/api/types.js'
import { useManyRecords } from '../api/queries.js'
import { RecordLine } from '../document/RecordLine.js'
import { namesIn, namesParty } from '../words/parties.js'
import { AgreementsByStatus } from './AgreementsByStatus.js'
import { DeskPart } from './DeskLists.js'
import { Offices } from './Offices.js'

/** The lists of what stands between two: who said what, agreements, offices. */

type Statement = Extract<RecordView, { kind: 'statement' }>

const SHOWN = 6

interface SaidProps {
  readonly speaker: PartyView
  readonly about: PartyView
}

/** What one side said about the other: the party itself, or somebody of its country. */
export function SaidAbout({ speaker, about }: SaidProps) {
  const asked = useManyRecords({ kind: 'statement', party: about.id, order: 'newest' })
  const id = `said-${speaker.id}`
  return (
    <DeskPart id={id} title={`${speaker.name} on ${about.name}`} asked={asked}>
      {(page) => <Said statements={saidBy(page, speaker, about)} page={page} />}
    </DeskPart>
  )
}

function saidBy(page: RecordPage, speaker: PartyView, about: PartyView): Statement[] {
  const countries = new Map(page.parties.map(({ id, country }) => [id, country]))
  const speaksFor = (id: string) =>
    id === speaker.id ||
    (id !== about.id && speaker.country !== null && countries.get(id) === speaker.country)
  return page.items.filter(
    (record): record is Statement =>
      record.kind === 'statement' &&
      record.about.some(({ id }) => id === about.id) &&
      speaksFor(record.speaker.id),
  )
}

function Said({ statements, page }: { statements: readonly Statement[]; page: RecordPage }) {
  if (statements.length === 0) return <p className="quiet">No such statement in the ledger.</p>
  const nameOf = namesIn(page.parties)
  const lineOf = (record: Statement) => (
    <RecordLine key={record.id} record={record} to={`/records/${record.id}`} nameOf={nameOf} />
  )
  const [shown, rest] = [statements.slice(0, SHOWN), statements.slice(SHOWN)]
  return (
    <>
      <ol className="plain-list record-list">{shown.map(lineOf)}</ol>
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          <ol className="plain-list record-list">{rest.map(lineOf)}</ol>
        </details>
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

/** The offices of a side and who is said to hold them. */
export function OfficesOf({ party }: { party: PartyRefView }) {
  const asked = useManyRecords({ kind: 'role', party: party.id, order: 'newest' })
  const id = `offices-${party.id}`
  return (
    <DeskPart id={id} title={`Offices: ${party.name}`} asked={asked}>
      {(page) => <Offices page={page} of={party.id} />}
    </DeskPart>
  )
}
