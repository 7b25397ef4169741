import { useMemo, useState } from 'react'
import { Drawing } from '../pictures/Drawing.js'
import { Mark } from '../pictures/Mark.js'
import { counted } from '../words/phrases.js'
import { EdgeMark } from './EdgeMark.js'
import { layoutOf } from './layout.js'
import type { Placed } from './layout.js'
import { setNames } from './names.js'
import type { SetName } from './names.js'
import { keyOf } from './shown.js'
import type { NetworkNode, ShownNetwork } from './shown.js'
import { useDoors } from './use-doors.js'

const LEAST_HEIGHT = 430

/** The network drawn by its forces, `width` CSS pixels wide. A line opens what two share; a circle opens the state. */
export function ForceNetwork({ shown, width }: { shown: ShownNetwork; width: number }) {
  const height = Math.max(LEAST_HEIGHT, Math.round(width * 0.54))
  const places = useMemo(() => layoutOf(shown, width, height), [shown, width, height])
  const names = useMemo(() => namesOf(shown, places, width), [shown, places, width])
  const [near, setNear] = useState<string | null>(null)
  const greatest = Math.max(1, ...shown.dyads.map(({ edge }) => edge.happenings))
  const pairs = shown.dyads.filter(({ edge }) => edge.a === near || edge.b === near)
  const neighbours = new Set(pairs.flatMap(({ edge }) => [edge.a, edge.b]))
  return (
    <Drawing width={width} height={height} words="Who deals with whom, as the table below.">
      {shown.dyads.toReversed().map((dyad) => {
        const [from, to] = [places.get(dyad.edge.a), places.get(dyad.edge.b)]
        return (
          from &&
          to && (
            <EdgeMark
              key={keyOf(dyad)}
              dyad={dyad}
              path={`M${from.x} ${from.y}L${to.x} ${to.y}`}
              share={dyad.edge.happenings / greatest}
              isDim={near !== null && !pairs.includes(dyad)}
            />
          )
        )
      })}
      {shown.nodes.map((node) => {
        const { id } = node.party
        const place = places.get(id)
        return (
          place && (
            <g
              key={id}
              className="node"
              data-dim={near !== null && !neighbours.has(id)}
              onPointerEnter={() => setNear(id)}
              onPointerLeave={() => setNear(null)}
              onFocus={() => setNear(id)}
              onBlur={() => setNear(null)}
            >
              <NodeMark node={node} place={place} name={names.get(id)} />
            </g>
          )
        )
      })}
    </Drawing>
  )
}

/** Names where there is room for them, those first who deal most. */
function namesOf(shown: ShownNetwork, places: ReadonlyMap<string, Placed>, width: number) {
  const points = shown.nodes.flatMap(({ party }) => {
    const place = places.get(party.id)
    return place ? [{ id: party.id, name: shortened(party.name), ...place }] : []
  })
  return setNames(points, width)
}

interface NodeProps {
  readonly node: NetworkNode
  readonly place: Placed
  /** Where its name stands; undefined where it had no room. */
  readonly name: SetName | undefined
}

function NodeMark({ node, place: { x, y, radius }, name }: NodeProps) {
  const { stateAddress } = useDoors()
  const words = `${node.party.name}: ${counted(node.happenings, 'happening')}`
  return (
    <Mark to={stateAddress(node)} words={words}>
      <circle className="hit" cx={x} cy={y} r={radius + 5} />
      <circle className="node-dot" cx={x} cy={y} r={radius} data-body={node.country === null} />
      {name && (
        <text className="halo" x={name.x} y={name.y} textAnchor={name.anchor}>
          {shortened(node.party.name)}
        </text>
      )}
    </Mark>
  )
}

const LONGEST_NAME = 22

function shortened(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name
}
