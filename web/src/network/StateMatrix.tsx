import { Drawing } from '../pictures/Drawing.js'
import { Mark } from '../pictures/Mark.js'
import { cut } from '../pictures/names.js'
import { warmthOf } from '../pictures/warmth.js'
import { counted } from '../words/phrases.js'
import { firstOfCountry } from './places.js'
import type { Dyad, NetworkNode, ShownNetwork } from './shown.js'
import { useDoors } from './use-doors.js'
import { isCold } from './WarmthLegend.js'
import { dyadWords } from './words.js'

const TOP = 52
const LARGEST_CELL = 38
const LEAST_CELL = 20

/** How many states a matrix has room for, at most. */
export function matrixRoom(width: number): number {
  return Math.max(4, Math.min(30, Math.floor((width - leftOf(width)) / LEAST_CELL)))
}

const leftOf = (width: number) => (width < 600 ? 96 : 204)

/** States against states: a mark for what two share, large where it is much, coloured by warmth. */
export function StateMatrix({ shown, width }: { shown: ShownNetwork; width: number }) {
  const nodes = shown.nodes.slice(0, matrixRoom(width))
  const left = leftOf(width)
  const cell = Math.min(LARGEST_CELL, Math.floor((width - left) / Math.max(1, nodes.length)))
  const places = new Map(nodes.map(({ party }, index) => [party.id, index]))
  const countries = new Set(firstOfCountry(nodes))
  const greatest = Math.max(1, ...shown.dyads.map(({ edge }) => edge.happenings))
  const at = (index: number) => (index + 0.5) * cell
  return (
    <Drawing
      width={left + nodes.length * cell}
      height={TOP + nodes.length * cell}
      words="States and bodies against each other, as the table below."
    >
      {nodes.map((node, index) => (
        <Names
          key={node.party.id}
          node={node}
          code={countries.has(node) && node.country ? node.country : initialsOf(node)}
          left={left}
          at={at(index)}
          size={nodes.length * cell}
        />
      ))}
      {shown.dyads.flatMap((dyad) => {
        const [a, b] = [places.get(dyad.edge.a), places.get(dyad.edge.b)]
        if (a === undefined || b === undefined) return []
        // Each pair stands once on either side of the diagonal.
        return [
          [a, b],
          [b, a],
        ].map(([row = 0, column = 0]) => (
          <Cell
            key={`${row} ${column}`}
            dyad={dyad}
            x={left + at(column)}
            y={TOP + at(row)}
            side={(cell - 3) * (0.3 + 0.7 * Math.sqrt(dyad.edge.happenings / greatest))}
          />
        ))
      })}
    </Drawing>
  )
}

interface NamesProps {
  readonly node: NetworkNode
  /** Stands above the column. */
  readonly code: string
  readonly left: number
  readonly at: number
  readonly size: number
}

/** The name before its row, its code above its column, and lines between. */
function Names({ node, code, left, at, size }: NamesProps) {
  const { name } = node.party
  const { stateAddress } = useDoors()
  return (
    <g>
      <line className="grid" x1={left} x2={left + size} y1={TOP + at} y2={TOP + at} />
      <line className="grid" x1={left + at} x2={left + at} y1={TOP} y2={TOP + size} />
      <Mark to={stateAddress(node)} words={`${name}: ${counted(node.happenings, 'happening')}`}>
        <rect className="row-ground" x={0} y={TOP + at - 9} width={left - 6} height={18} />
        <text x={left - 8} y={TOP + at} dy="0.32em" textAnchor="end">
          {cut(name, left - 8)}
        </text>
      </Mark>
      <text
        className="small"
        transform={`translate(${left + at} ${TOP - 6}) rotate(-60)`}
        dy="0.2em"
        aria-hidden="true"
      >
        {code}
      </text>
    </g>
  )
}

interface CellProps {
  readonly dyad: Dyad
  readonly x: number
  readonly y: number
  readonly side: number
}

const LEAST_FOR_NUMBER = 17

/** A square where the two are even or warm, a circle where they are cold: colour is not the only sign. */
function Cell({ dyad, x, y, side }: CellProps) {
  const { dyadAddress } = useDoors()
  const warmth = warmthOf(dyad.edge.warmth)
  return (
    <Mark to={dyadAddress(dyad)} words={dyadWords(dyad)}>
      <rect className="hit" x={x - 11} y={y - 11} width={22} height={22} />
      <rect
        className="warmth"
        data-warmth={warmth}
        x={x - side / 2}
        y={y - side / 2}
        width={side}
        height={side}
        rx={isCold(warmth) ? side / 2 : 2}
      />
      {side > LEAST_FOR_NUMBER && (
        <text
          className="on-warmth"
          data-warmth={warmth}
          x={x}
          y={y}
          dy="0.35em"
          textAnchor="middle"
        >
          {dyad.edge.happenings}
        </text>
      )}
    </Mark>
  )
}

/** The first letters of a name's words, or of the name. */
function initialsOf({ party }: NetworkNode): string {
  const initials = (party.name.match(/\p{Lu}/gu) ?? []).join('')
  return initials.length > 1 ? initials.slice(0, 4) : party.name.slice(0, 4)
}
