import { STANCES } from './stances.js'
import type { Stance } from './stances.js'

const SHAPES: Readonly<Record<Stance, string>> = {
  supports: 'M0 -5.4L5.2 4H-5.2Z',
  opposes: 'M0 5.4L5.2 -4H-5.2Z',
  neutral: 'M-4.2 0a4.2 4.2 0 1 0 8.4 0a4.2 4.2 0 1 0 -8.4 0Z',
}

/** A stance around 0, 0: up for, down against, a hollow circle for neither; a ring where it has changed. */
export function StanceMark({ stance, changed }: { stance: Stance; changed: boolean }) {
  return (
    <>
      {changed && <circle className="stance-ring" r="9" />}
      <path className="stance" data-stance={stance} d={SHAPES[stance]} />
    </>
  )
}

const ENTRIES = [
  { stance: 'supports', changed: false, words: STANCES.supports },
  { stance: 'opposes', changed: false, words: STANCES.opposes },
  { stance: 'neutral', changed: false, words: STANCES.neutral },
  { stance: 'opposes', changed: true, words: 'other than before' },
] as const

/** What the shapes mean. */
export function StanceLegend() {
  return (
    <ul className="plain-list picture-legend" aria-label="Marks">
      {ENTRIES.map(({ words, ...mark }) => (
        <li key={words}>
          <svg width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true">
            <StanceMark {...mark} />
          </svg>
          {words}
        </li>
      ))}
    </ul>
  )
}
