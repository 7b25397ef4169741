import { Link } from 'react-router'
import type { PartyRefView } from '../../../src/api/types.js'
import { usePositions } from '../api/queries.js'
import { fileOf } from '../desk/addresses.js'
import type { Period } from '../desk/addresses.js'
import { Failed, Waiting } from '../parts/states.js'
import { PositionsPicture } from './PositionsPicture.js'
import { positionKey, positionsAddress } from './stances.js'

/** What a state has said and done on each matter over time. */
export function StatePositions({ state, period }: { state: PartyRefView; period: Period }) {
  const asked = usePositions({ party: state.id, ...period })
  if (asked.isError) return <Failed error={asked.error} retry={() => void asked.refetch()} />
  if (!asked.data) return <Waiting lines={6} />
  if (asked.data.items.length === 0) return <NoPosition period={period} />
  return (
    <PositionsPicture
      page={asked.data}
      rowOf={(position) => ({
        key: positionKey(position),
        name: position.name,
        to: positionsAddress(position.matter, { concerned: position.concerned?.id }),
        position,
      })}
      title="Positions"
      subject={state.name}
      about="What it has said and done on matters of the codebook, its officials’ words included. A mark opens its words, a name what others say on the matter."
      noun="matter"
      facts={{ state, ...period }}
      file={fileOf(state.name, 'positions')}
    />
  )
}

function NoPosition({ period }: { period: Period }) {
  const isOpen = period.from === null && period.to === null
  return (
    <section className="desk-part" id="positions" aria-labelledby="positions-heading">
      <h2 id="positions-heading">Positions</h2>
      <p className="quiet">
        {isOpen
          ? 'No record tells where it stands on a matter of the codebook. '
          : 'None in this period: choose a longer one, or all days. '}
        <Link to="/positions">All matters, and how to add one</Link>
      </p>
    </section>
  )
}
