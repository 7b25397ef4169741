import { Mark } from '../pictures/Mark.js'
import { warmthOf } from '../pictures/warmth.js'
import type { Dyad } from './shown.js'
import { useDoors } from './use-doors.js'
import { dyadWords } from './words.js'

interface EdgeProps {
  readonly dyad: Dyad
  /** The line as SVG path data. */
  readonly path: string
  /** Of the most happenings that any two share, 0 to 1: how broad it is. */
  readonly share: number
  readonly isDim?: boolean
}

/** What two share, as a line or arc: broad where it is much, coloured by warmth, broken where it is cold. */
export function EdgeMark({ dyad, path, share, isDim = false }: EdgeProps) {
  const { dyadAddress } = useDoors()
  return (
    <g className="edge" data-dim={isDim}>
      <Mark to={dyadAddress(dyad)} words={dyadWords(dyad)}>
        <path className="edge-reach" d={path} />
        <path
          className="edge-line"
          data-warmth={warmthOf(dyad.edge.warmth)}
          strokeWidth={1.2 + 7 * Math.sqrt(share)}
          d={path}
        />
      </Mark>
    </g>
  )
}
