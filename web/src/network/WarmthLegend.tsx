import { WARMTHS } from '../pictures/warmth.js'
import type { Warmth } from '../pictures/warmth.js'

interface LegendProps {
  /** What size says. */
  readonly sized: string
  /** Marks as the matrix has them; else lines. */
  readonly isOfMarks: boolean
}

/** What size and colour say. Cold lines are broken and cold marks round, so that colour is never the only sign. */
export function WarmthLegend({ sized, isOfMarks }: LegendProps) {
  return (
    <ul className="plain-list picture-legend">
      <li>{sized}. Colour, the mean intensity:</li>
      {WARMTHS.map(({ step, words }) => (
        <li key={step}>
          {isOfMarks ? <MarkSample step={step} /> : <LineSample step={step} />}
          {words}
        </li>
      ))}
    </ul>
  )
}

function LineSample({ step }: { step: Warmth }) {
  return (
    <svg viewBox="0 0 26 10" width="26" height="10" aria-hidden="true">
      <path className="edge-line" data-warmth={step} d="M0 5L26 5" strokeWidth={7} />
    </svg>
  )
}

function MarkSample({ step }: { step: Warmth }) {
  return (
    <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
      <rect
        className="warmth"
        data-warmth={step}
        width={14}
        height={14}
        rx={isCold(step) ? 7 : 2}
      />
    </svg>
  )
}

/** Is it one of the steps that marks show round and lines broken? */
export function isCold(step: Warmth): boolean {
  return step === 'cold' || step === 'cool'
}
