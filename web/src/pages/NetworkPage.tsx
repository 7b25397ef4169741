import { useNetwork } from '../api/queries.js'
import { NetworkPictures } from '../network/NetworkPictures.js'
import { QUADS } from '../network/words.js'
import { Failed, Waiting } from '../parts/states.js'
import { useAddress } from '../parts/use-address.js'
import { useTitle } from '../parts/use-title.js'
import { OneOf, PeriodFacet, PressList } from '../registers/facets.js'
import { NothingKept } from '../registers/NothingKept.js'
import { plain } from '../words/phrases.js'

const ASKED = ['from', 'to', 'quad', 'least'] as const
const FACETS = [...ASKED, 'state'] as const
const LEASTS = ['', '2', '3', '5', '10', '20'].map((value) => ({
  value,
  words: value === '' ? '1 happening' : `${value} happenings`,
}))
const QUAD_CHOICES = QUADS.map((value) => ({ value, words: plain(value) }))

/** Who deals with whom in a period: as a network, on the map, as a matrix, and as a table. */
export function NetworkPage() {
  useTitle('Network')
  return (
    <div className="page page-wide">
      <h1>Who deals with whom</h1>
      <p className="lead">
        States and bodies by what took place between them, as the reports tell it. A line, an arc or
        a square opens what two of them share; a name opens the state.
      </p>
      <search className="register-filters">
        <PeriodFacet />
        <OneOf name="least" label="At least" choices={LEASTS} />
        <PressList name="quad" label="Class" choices={QUAD_CHOICES} />
      </search>
      <Asked />
    </div>
  )
}

function Asked() {
  const { params } = useAddress()
  const asked = useNetwork(
    Object.fromEntries(ASKED.map((name) => [name, params.get(name) || null])),
  )
  if (asked.isPending) return <Waiting lines={12} />
  if (asked.isError) return <Failed error={asked.error} retry={() => void asked.refetch()} />
  if (asked.data.edges.length === 0)
    return <NothingKept noun="happening between two states" facets={FACETS} />
  return <NetworkPictures network={asked.data} />
}
