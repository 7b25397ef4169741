import { Link } from 'react-router'
import type { MattersView, PositionView } from '../../../src/api/types.js'
import { useMatters, usePositions } from '../api/queries.js'
import { deskAddress, fileOf, periodIn } from '../desk/addresses.js'
import { Failed, NothingThere, Waiting } from '../parts/states.js'
import { useAddress } from '../parts/use-address.js'
import { useTitle } from '../parts/use-title.js'
import { PositionsPicture } from '../positions/PositionsPicture.js'
import { positionKey, positionsAddress } from '../positions/stances.js'
import { CopyPermalink } from '../registers/CopyPermalink.js'
import { OneOf, PartyFacet, PeriodFacet } from '../registers/facets.js'
import { NothingKept } from '../registers/NothingKept.js'
import { ViewTools } from '../registers/ViewTools.js'
import { counted } from '../words/phrases.js'

const FACETS = ['party', 'concerned', 'from', 'to'] as const

type Matter = MattersView['items'][number]

/** Positions on a matter across parties; without a matter, all matters. */
export function PositionsPage() {
  const { params } = useAddress()
  const asked = useMatters()
  const chosen = asked.data?.items.find(({ id }) => id === params.get('matter'))
  useTitle(chosen ? `Positions on ${chosen.name}` : 'Positions')
  return (
    <div className="page page-wide">
      <h1>Positions</h1>
      <p className="lead">
        What states and bodies have said and done on a matter over time: for it, against it, or
        without taking a side. The words decide; open them before you rely on a mark.
      </p>
      {asked.isError ? (
        <Failed error={asked.error} retry={() => void asked.refetch()} />
      ) : asked.data ? (
        <Chosen matters={asked.data.items} chosen={chosen} />
      ) : (
        <Waiting lines={9} />
      )}
    </div>
  )
}

interface ChosenProps {
  readonly matters: readonly Matter[]
  readonly chosen: Matter | undefined
}

function Chosen({ matters, chosen }: ChosenProps) {
  const { params } = useAddress()
  const wanted = params.get('matter')
  return (
    <>
      <search className="register-filters">
        <OneOf
          name="matter"
          label="Matter"
          choices={[
            { value: '', words: 'All matters' },
            ...matters.map(({ id, name, items }) => ({ value: id, words: `${name} (${items})` })),
          ]}
        />
        <PartyFacet />
        <PartyFacet name="concerned" label="Concerns" />
        <PeriodFacet />
      </search>
      {wanted !== null && !chosen ? (
        <NothingThere title={`No matter “${wanted}” is in the codebook.`}>
          <p>Choose one of the list above. {HOW_TO_ADD}</p>
        </NothingThere>
      ) : chosen || FACETS.some((name) => params.get(name)) ? (
        <OfMatter chosen={chosen} />
      ) : (
        <MatterList matters={matters} />
      )}
    </>
  )
}

const HOW_TO_ADD =
  'To follow another, add it to src/codebook/data/matters.yaml: docs/matters.md tells how.'

const MATTER_COLUMNS = [
  { name: 'matter', cell: ({ id }: Matter) => id },
  { name: 'name', cell: ({ name }: Matter) => name },
  { name: 'definition', cell: ({ definition }: Matter) => definition },
  { name: 'parties', cell: ({ parties }: Matter) => parties },
  { name: 'records', cell: ({ items }: Matter) => items },
]

function MatterList({ matters }: { matters: readonly Matter[] }) {
  const sorted = matters.toSorted((a, b) => b.items - a.items)
  return (
    <>
      <ViewTools
        name="chancery-matters"
        columns={MATTER_COLUMNS}
        rows={sorted}
        said={counted(matters.length, 'matter')}
      />
      <ul className="plain-list matter-list">
        {sorted.map(({ id, name, definition, parties, items }) => (
          <li key={id}>
            {items > 0 ? <Link to={positionsAddress(id)}>{name}</Link> : <span>{name}</span>}
            <span className="quiet">{definition}</span>
            <span className="matter-count">
              {items > 0
                ? `${counted(items, 'record')} of ${counted(parties, 'party', 'parties')}`
                : 'nothing yet'}
            </span>
          </li>
        ))}
      </ul>
      <p className="quiet">{HOW_TO_ADD}</p>
    </>
  )
}

function OfMatter({ chosen }: { chosen: Matter | undefined }) {
  const { params } = useAddress()
  const period = periodIn(params)
  const [party, concerned] = [params.get('party'), params.get('concerned')]
  const asked = usePositions({ matter: chosen?.id ?? null, party, concerned, ...period })
  if (asked.isError) return <Failed error={asked.error} retry={() => void asked.refetch()} />
  if (!asked.data) return <Waiting lines={9} />
  if (asked.data.items.length === 0) return <NothingKept noun="position" facets={FACETS} />
  const title = chosen ? `Positions on ${chosen.name}` : 'Positions'
  return (
    <>
      <div className="view-tools">
        <span className="view-said" role="status">
          {counted(asked.data.items.length, 'position')}
        </span>
        <CopyPermalink />
      </div>
      <PositionsPicture
        page={asked.data}
        rowOf={(position) => rowOf(position, chosen, party)}
        title={title}
        about={`${chosen ? `${chosen.definition} ` : ''}A mark opens its words, a name the desk of who takes the position.`}
        noun="position"
        facts={{ matter: chosen?.id ?? null, party, concerned, ...period }}
        file={fileOf(chosen?.name ?? '', 'positions')}
      />
    </>
  )
}

/** Under a matter a line is named by its party, and by whom it concerns where that is told; under a party by the matter. */
function rowOf(position: PositionView, chosen: Matter | undefined, ofParty: string | null) {
  const { party, name } = position
  const isPlain = chosen !== undefined && name === chosen.name
  return {
    key: positionKey(position),
    name: isPlain ? party.name : ofParty !== null && !chosen ? name : `${party.name}: ${name}`,
    to: deskAddress(party.id, { from: null, to: null }),
    position,
  }
}
