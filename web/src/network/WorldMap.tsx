import { geoEqualEarth, geoGraticule10, geoPath } from 'd3-geo'
import type { GeoPath } from 'd3-geo'
import { useMemo } from 'react'
import { Failed, Waiting } from '../parts/states.js'
import { Drawing } from '../pictures/Drawing.js'
import { Mark } from '../pictures/Mark.js'
import { counted } from '../words/phrases.js'
import { EdgeMark } from './EdgeMark.js'
import { setNames } from './names.js'
import { placesOf } from './places.js'
import type { PlacedNode } from './places.js'
import { keyOf } from './shown.js'
import type { Dyad, ShownNetwork } from './shown.js'
import { useDoors } from './use-doors.js'
import { useShapes } from './use-shapes.js'
import type { Shape } from './use-shapes.js'

interface WorldMapProps {
  readonly shown: ShownNetwork
  /** In CSS pixels. */
  readonly width: number
  /** Drawn as near as the states shown allow; else the whole world. */
  readonly isNear: boolean
}

type Places = ReadonlyMap<string, PlacedNode>

/** The world, its states tinted by how much they take part, with an arc for each two that deal with each other. */
export function WorldMap({ shown, width, isNear }: WorldMapProps) {
  const shapes = useShapes()
  const height = Math.round(width * (isNear && width < 600 ? 0.8 : 0.46))
  const places = useMemo(() => placesOf(shown.nodes), [shown])
  const draw = useMemo(
    () => geoPath(projectionOf(places, width, height, isNear)),
    [places, width, height, isNear],
  )
  if (shapes.isPending) return <Waiting lines={12} />
  if (shapes.isError) return <Failed error={shapes.error} retry={() => void shapes.refetch()} />
  return (
    <Drawing
      width={width}
      height={height}
      words="Who deals with whom on the map, as the table below."
    >
      <path className="world-lines" d={draw(geoGraticule10()) ?? undefined} />
      <Lands shapes={shapes.data} places={places} draw={draw} />
      <Arcs dyads={shown.dyads} places={places} draw={draw} />
      <Points places={places} draw={draw} width={width} />
    </Drawing>
  )
}

const MARGIN = 0.07
/** The ends of the inhabited world, so that the seas around the poles take no room. */
const WORLD: readonly [number, number][] = [
  [-179.9, 0],
  [179.9, 0],
  [0, -56],
  [0, 80],
]

function projectionOf(places: Places, width: number, height: number, isNear: boolean) {
  const points = [...places.values()].map(({ point }): [number, number] => [...point])
  const share = isNear ? MARGIN : 0.005
  return geoEqualEarth()
    .clipExtent([
      [0, 0],
      [width, height],
    ])
    .fitExtent(
      [
        [width * share, height * share],
        [width * (1 - share), height * (1 - share)],
      ],
      { type: 'MultiPoint', coordinates: isNear && points.length > 1 ? points : [...WORLD] },
    )
}

interface LandsProps {
  readonly shapes: readonly Shape[]
  readonly places: Places
  readonly draw: GeoPath
}

function Lands({ shapes, places, draw }: LandsProps) {
  const byShape = new Map([...places.values()].map(({ node, shape }) => [shape, node]))
  const greatest = Math.max(1, ...[...byShape.values()].map(({ happenings }) => happenings))
  return shapes.map((shape, index) => {
    const node = byShape.get(String(shape.id))
    const share = node ? Math.ceil(4 * Math.sqrt(node.happenings / greatest)) : undefined
    return <path key={index} className="land" data-share={share} d={draw(shape) ?? undefined} />
  })
}

interface ArcsProps {
  readonly dyads: readonly Dyad[]
  readonly places: Places
  readonly draw: GeoPath
}

function Arcs({ dyads, places, draw }: ArcsProps) {
  const greatest = Math.max(1, ...dyads.map(({ edge }) => edge.happenings))
  return dyads.toReversed().map((dyad) => {
    const [from, to] = [places.get(dyad.edge.a)?.point, places.get(dyad.edge.b)?.point]
    const path = from && to && draw({ type: 'LineString', coordinates: [[...from], [...to]] })
    return (
      path && (
        <EdgeMark
          key={keyOf(dyad)}
          dyad={dyad}
          path={path}
          share={dyad.edge.happenings / greatest}
        />
      )
    )
  })
}

interface PointsProps {
  readonly places: Places
  readonly draw: GeoPath
  readonly width: number
}

function Points({ places, draw, width }: PointsProps) {
  const points = [...places.values()].flatMap(({ node, point }) => {
    const [x, y] = draw.centroid({ type: 'Point', coordinates: [...point] })
    return Number.isNaN(x)
      ? []
      : [{ id: node.party.id, name: node.party.name, x, y, radius: 4, node }]
  })
  const names = setNames(points, width)
  const { stateAddress } = useDoors()
  return points.map(({ id, name, x, y, node }) => {
    const set = names.get(id)
    const words = `${name}: ${counted(node.happenings, 'happening')}`
    return (
      <Mark key={id} to={stateAddress(node)} words={words}>
        <circle className="hit" cx={x} cy={y} r={10} />
        <circle className="node-dot" cx={x} cy={y} r={4} />
        {set && (
          <text className="halo" x={set.x} y={set.y} textAnchor={set.anchor}>
            {name}
          </text>
        )}
      </Mark>
    )
  })
}
