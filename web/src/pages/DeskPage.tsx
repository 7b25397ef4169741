import { Link, useParams } from 'react-router'
import type { DeskView } from '../../../src/api/types.js'
import { useDesk } from '../api/queries.js'
import { periodIn } from '../desk/addresses.js'
import type { Period } from '../desk/addresses.js'
import { Balance } from '../desk/Balance.js'
import { Contacts } from '../desk/Contacts.js'
import { Agreements, LatestStatements, OpenDisputes } from '../desk/DeskLists.js'
import { Glance } from '../desk/Glance.js'
import { NextDates } from '../desk/NextDates.js'
import { PeriodFilter } from '../desk/PeriodFilter.js'
import { Vectors } from '../desk/Vectors.js'
import { StatePositions } from '../positions/StatePositions.js'
import { NothingThere } from '../parts/states.js'
import { PendingPage } from '../parts/PendingPage.js'
import { useAddress } from '../parts/use-address.js'
import { useTitle } from '../parts/use-title.js'

/** A state's relations at a glance. */
export function DeskPage() {
  const { id = '' } = useParams()
  const { params } = useAddress()
  const period = periodIn(params)
  const asked = useDesk(id, { ...period })
  useTitle(asked.data?.party.name)
  if (asked.isError || !asked.data) return <PendingPage asked={asked} lines={12} />
  return <Desk desk={asked.data} period={period} isBusy={asked.isPlaceholderData} />
}

interface DeskProps {
  readonly desk: DeskView
  readonly period: Period
  /** Is another period asked for? */
  readonly isBusy: boolean
}

function Desk({ desk, period, isBusy }: DeskProps) {
  return (
    <div className="page page-wide desk">
      <p className="back">
        <Link to="/states">All states</Link>
      </p>
      <h1>
        <bdi>{desk.party.name}</bdi>
      </h1>
      <Glance desk={desk} />
      <PeriodFilter />
      <div className="desk-columns" aria-busy={isBusy}>
        <div className="desk-pictures">
          {desk.vectors.length === 0 ? (
            <NoPartner period={period} />
          ) : (
            <Vectors desk={desk} period={period} />
          )}
          <Contacts desk={desk} period={period} />
          <StatePositions state={desk.party} period={period} />
          {desk.balance.quarters.length > 0 && <Balance desk={desk} />}
        </div>
        <div className="desk-lists">
          <NextDates desk={desk} />
          <OpenDisputes state={desk.party.id} />
          <LatestStatements state={desk.party} period={period} />
          <Agreements state={desk.party.id} />
        </div>
      </div>
    </div>
  )
}

function NoPartner({ period }: { period: Period }) {
  const isOpen = period.from === null && period.to === null
  return (
    <NothingThere title="No happening with a partner.">
      <p>
        {isOpen
          ? 'No report in the ledger tells of one. Read more reports, or choose another state.'
          : 'Choose a longer period, or all days.'}
      </p>
    </NothingThere>
  )
}
