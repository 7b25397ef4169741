import { Link, useParams } from 'react-router'
import type { PartyView } from '../../../src/api/types.js'
import { useManyFindings, useManyHappenings, useManyRecords, useParty } from '../api/queries.js'
import { deskAddress, dyadAddress, periodIn } from '../desk/addresses.js'
import type { Period } from '../desk/addresses.js'
import { Disputes } from '../desk/Disputes.js'
import { DyadFigures } from '../desk/DyadFigures.js'
import { DeskPart } from '../desk/DeskLists.js'
import { OfficesOf, SaidAbout, SharedAgreements } from '../desk/DyadLists.js'
import { DyadTimeline } from '../desk/DyadTimeline.js'
import { PeriodFilter } from '../desk/PeriodFilter.js'
import { PendingPage } from '../parts/PendingPage.js'
import { Failed, NothingThere, Waiting } from '../parts/states.js'
import { useAddress } from '../parts/use-address.js'
import { useTitle } from '../parts/use-title.js'

/** What stands between a state and one partner. */
export function DyadPage() {
  const { id = '', partner: partnerId = '' } = useParams()
  const [state, partner] = [useParty(id), useParty(partnerId)]
  const { params } = useAddress()
  const sides = [state.data?.party, partner.data?.party] as const
  useTitle(sides[0] && sides[1] && `${sides[0].name} and ${sides[1].name}`)
  if (!sides[0]) return <PendingPage asked={state} lines={12} />
  if (!sides[1]) return <PendingPage asked={partner} lines={12} />
  return <Dyad state={sides[0]} partner={sides[1]} period={periodIn(params)} />
}

interface DyadProps {
  readonly state: PartyView
  readonly partner: PartyView
  readonly period: Period
}

function Dyad({ state, partner, period }: DyadProps) {
  return (
    <div className="page page-wide desk">
      <p className="back">
        <Link to={deskAddress(state.id, period)}>
          Desk: <bdi>{state.name}</bdi>
        </Link>{' '}
        ·{' '}
        <Link to={deskAddress(partner.id, period)}>
          Desk: <bdi>{partner.name}</bdi>
        </Link>{' '}
        · <Link to={dyadAddress(partner.id, state.id, period)}>Seen from the other side</Link>
      </p>
      <h1>
        <bdi>{state.name}</bdi> and <bdi>{partner.name}</bdi>
      </h1>
      <PeriodFilter />
      <div className="desk-columns">
        <div className="desk-pictures">
          <Happenings state={state} partner={partner} period={period} />
          <Figures state={state} partner={partner} />
          <div className="said">
            <SaidAbout speaker={state} about={partner} period={period} />
            <SaidAbout speaker={partner} about={state} period={period} />
          </div>
        </div>
        <div className="desk-lists">
          <SharedDisputes state={state} partner={partner} />
          <SharedAgreements state={state} partner={partner} />
          <OfficesOf party={state} />
          <OfficesOf party={partner} />
        </div>
      </div>
    </div>
  )
}

function Happenings({ state, partner, period }: DyadProps) {
  const asked = useManyHappenings({ party: state.id, partner: partner.id, ...period })
  if (asked.isError) return <Failed error={asked.error} retry={() => void asked.refetch()} />
  if (!asked.data) return <Waiting lines={9} />
  if (asked.data.items.length === 0)
    return (
      <NothingThere title="No happening between them.">
        <p>
          {period.from === null && period.to === null
            ? 'No report in the ledger tells of one.'
            : 'Choose a longer period, or all days.'}
        </p>
      </NothingThere>
    )
  return <DyadTimeline state={state} partner={partner} period={period} page={asked.data} />
}

type Sides = Pick<DyadProps, 'state' | 'partner'>

function Figures({ state, partner }: Sides) {
  const asked = useManyRecords({ kind: 'figure', party: state.id, order: 'newest' })
  const conflicts = useManyFindings({ finding: 'conflict', party: state.id })
  const failed = asked.isError ? asked : conflicts.isError ? conflicts : null
  if (failed) return <Failed error={failed.error} retry={() => void failed.refetch()} />
  if (!asked.data || !conflicts.data) return <Waiting lines={6} />
  return <DyadFigures state={state} partner={partner} page={asked.data} findings={conflicts.data} />
}

function SharedDisputes({ state, partner }: Sides) {
  const asked = useManyFindings({ finding: 'conflict,denial', party: state.id })
  return (
    <DeskPart id="disputes" title="Conflicts and denials" asked={asked}>
      {(page) => {
        const items = page.items.filter(({ parties }) =>
          parties.some(({ id }) => id === partner.id),
        )
        return items.length === 0 ? (
          <p className="quiet">No records about both contradict each other.</p>
        ) : (
          <Disputes page={{ ...page, items }} />
        )
      }}
    </DeskPart>
  )
}
