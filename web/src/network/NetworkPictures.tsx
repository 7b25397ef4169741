import { NativeSelect, Select } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useMemo } from 'react'
import { Link } from 'react-router'
import type { NetworkView } from '../../../src/api/types.js'
import { changedParams, useAddress } from '../parts/use-address.js'
import { Picture } from '../pictures/Picture.js'
import { CopyPermalink } from '../registers/CopyPermalink.js'
import { tableOf } from '../registers/file-columns.js'
import { counted } from '../words/phrases.js'
import { ForceNetwork } from './ForceNetwork.js'
import { placesOf } from './places.js'
import { BUSIEST, dyadsOf, shownOf } from './shown.js'
import type { Dyad, NetworkNode, ShownNetwork } from './shown.js'
import { StateMatrix } from './StateMatrix.js'
import { useDoors } from './use-doors.js'
import { WarmthLegend } from './WarmthLegend.js'
import { QUADS, warmthWords } from './words.js'
import { WorldMap } from './WorldMap.js'

interface PictureWords {
  readonly tab: string
  readonly about: string
  readonly sized: string
  /** Nodes that it has room for. */
  readonly room: { readonly wide: number; readonly narrow: number }
}

const PICTURES = {
  network: {
    tab: 'Network',
    about: 'Those who deal much with each other stand close. A broken rim: of no one country.',
    sized: 'Breadth: happenings',
    room: { wide: 60, narrow: 18 },
  },
  map: {
    tab: 'Map',
    about:
      'An arc joins the middles of two states. The stronger its tint, the more a state takes part.',
    sized: 'Breadth: happenings',
    room: { wide: 120, narrow: 120 },
  },
  matrix: {
    tab: 'Matrix',
    about: 'What row and column share. Squares are even or friendly, circles are cool or hostile.',
    sized: 'Size and number: happenings',
    room: { wide: 30, narrow: 11 },
  },
} as const satisfies Record<string, PictureWords>

type PictureName = keyof typeof PICTURES
const NAMES = Object.keys(PICTURES) as PictureName[]

/** The network as one of three pictures, chosen in the address. */
export function NetworkPictures({ network }: { network: NetworkView }) {
  const { params } = useAddress()
  const name = NAMES.find((each) => each === params.get('picture')) ?? 'network'
  const state = params.get('state')
  const usual = PICTURES[name].room[useIsNarrow() ? 'narrow' : 'wide']
  const room = BUSIEST.find((each) => String(each) === params.get('most')) ?? usual
  const dyads = useMemo(() => dyadsOf(network, state), [network, state])
  const shown = useMemo(() => shownOf(network, dyads, room), [network, dyads, room])
  const { dyadAddress } = useDoors()
  const met = new Set(dyads.flatMap(({ edge }) => [edge.a, edge.b])).size
  return (
    <>
      <div className="picture-head">
        <PictureTabs name={name} />
        <StateChoice nodes={network.nodes} />
        <BusiestChoice />
        <div className="picture-said">
          <span className="quiet" role="status">
            {counted(met, 'state or body', 'states and bodies')}, {counted(dyads.length, 'pair')}
          </span>
          <CopyPermalink />
        </div>
      </div>
      <Picture
        key={name}
        id={name}
        title={PICTURES[name].tab}
        about={PICTURES[name].about}
        table={tableOf(COLUMNS, dyads)}
        doors={dyads.map(dyadAddress)}
        facts={{ asked: Object.fromEntries(params) }}
        file={`chancery-${name}`}
        legend={<WarmthLegend sized={PICTURES[name].sized} isOfMarks={name === 'matrix'} />}
        note={<Crowded shown={shown} all={met} pairs={dyads.length} />}
        below={name === 'map' && <OffTheMap nodes={shown.nodes} />}
      >
        {(width) => <Drawn name={name} shown={shown} width={width} />}
      </Picture>
    </>
  )
}

const useIsNarrow = () =>
  useMediaQuery('(max-width: 600px)', false, { getInitialValueInEffect: false })

interface DrawnProps {
  readonly name: PictureName
  readonly shown: ShownNetwork
  readonly width: number
}

function Drawn({ name, shown, width }: DrawnProps) {
  const { params } = useAddress()
  switch (name) {
    case 'network':
      return <ForceNetwork shown={shown} width={width} />
    case 'map':
      return <WorldMap shown={shown} width={width} isNear={isNear(params)} />
    case 'matrix':
      return <StateMatrix shown={shown} width={width} />
  }
}

/** Is the map drawn as near as the states on it allow? */
const isNear = (params: URLSearchParams) => params.get('area') !== 'world'

interface CrowdedProps {
  readonly shown: ShownNetwork
  /** How many there are in all. */
  readonly all: number
  readonly pairs: number
}

/** Says what is left out, and how to see it. */
function Crowded({ shown: { nodes, dyads }, all, pairs }: CrowdedProps) {
  if (nodes.length === all && dyads.length === pairs) return null
  return (
    <p className="picture-note">
      Drawn are the {nodes.length} busiest of {counted(all, 'state or body', 'states and bodies')},
      with {dyads.length} of {counted(pairs, 'pair')}. Choose fewer, one state, a period or more
      happenings a pair to see clearer. The table and the files have all.
    </p>
  )
}

function BusiestChoice() {
  const { params, change } = useAddress()
  return (
    <NativeSelect
      className="busiest-choice"
      aria-label="How many of the busiest to draw"
      value={params.get('most') ?? ''}
      onChange={(event) => change({ most: event.currentTarget.value }, { replace: true })}
      data={[
        { value: '', label: 'As many as have room' },
        ...BUSIEST.map((each) => ({ value: String(each), label: `The ${each} busiest` })),
      ]}
    />
  )
}

function PictureTabs({ name }: { name: PictureName }) {
  const { params } = useAddress()
  return (
    <nav className="tabs" aria-label="Picture">
      {NAMES.map((each) => (
        <Link
          key={each}
          to={`?${changedParams(params, { picture: each === 'network' ? null : each })}`}
          aria-current={each === name ? 'page' : undefined}
          preventScrollReset
        >
          {PICTURES[each].tab}
        </Link>
      ))}
    </nav>
  )
}

function StateChoice({ nodes }: { nodes: readonly NetworkNode[] }) {
  const { params, change } = useAddress()
  return (
    <Select
      className="state-choice"
      aria-label="Only the dealings of one state or body"
      placeholder="All states and bodies"
      searchable
      clearable
      value={params.get('state')}
      onChange={(value) => change({ state: value })}
      data={nodes.map(({ party, happenings }) => ({
        value: party.id,
        label: `${party.name} (${happenings})`,
      }))}
      nothingFoundMessage="No state of that name"
      clearButtonProps={{ 'aria-label': 'All states and bodies' }}
    />
  )
}

/** What the map cannot show, and the way to see the rest larger. */
function OffTheMap({ nodes }: { nodes: readonly NetworkNode[] }) {
  const { params, change } = useAddress()
  const isWhole = !isNear(params)
  const { stateAddress } = useDoors()
  const places = placesOf(nodes)
  const off = nodes.filter(({ party }) => !places.has(party.id))
  return (
    <p className="picture-note">
      <button
        type="button"
        className="text-button"
        onClick={() => change({ area: isWhole ? null : 'world' }, { replace: true })}
      >
        {isWhole ? 'Show only the part where they are' : 'Show the whole world'}
      </button>
      {off.length > 0 && (
        <span className="quiet"> · Without a place of their own on the map: </span>
      )}
      {off.map((node, index) => (
        <span key={node.party.id}>
          {index > 0 && ', '}
          <Link to={stateAddress(node)}>
            <bdi>{node.party.name}</bdi>
          </Link>
        </span>
      ))}
    </p>
  )
}

const COLUMNS = [
  { name: 'one', cell: ({ one }: Dyad) => one.party.name },
  { name: 'other', cell: ({ other }: Dyad) => other.party.name },
  { name: 'happenings', cell: ({ edge }: Dyad) => edge.happenings },
  { name: 'warmth', cell: ({ edge }: Dyad) => edge.warmth },
  { name: 'in words', cell: ({ edge }: Dyad) => warmthWords(edge.warmth) },
  ...QUADS.map((quad) => ({ name: quad, cell: ({ edge }: Dyad) => edge.quads[quad] })),
]
