import type { HappeningView } from '../../../src/api/types.js'
import { STANDINGS, standingOf } from './happenings.js'
import type { Standing } from './happenings.js'
import { LEVEL_ORDER, LEVELS, UNKNOWN_WORDS } from './levels.js'
import type { Level } from './levels.js'

/** Shapes of the levels, around 0, 0, about ten pixels wide: star, square, triangle, lozenge. */
const SHAPES: Readonly<Record<Level, string>> = {
  head: 'M0 -6.4L1.6 -2.2L6.1 -2L2.6 0.8L3.8 5.2L0 2.7L-3.8 5.2L-2.6 0.8L-6.1 -2L-1.6 -2.2Z',
  minister: 'M-4.2 -4.2H4.2V4.2H-4.2Z',
  envoy: 'M0 -5.2L5 3.8H-5Z',
  official: 'M0 -5.2L4.6 0L0 5.2L-4.6 0Z',
}

interface MarkProps {
  readonly standing: Standing
  /** Null where no report tells the rank: a circle. */
  readonly level?: Level | null
}

/** A contact around 0, 0: its shape tells the rank; full, hollow, dashed, crossed or struck how it stands. */
export function StandingMark({ standing, level = null }: MarkProps) {
  const look = { className: 'contact', 'data-standing': standing }
  return (
    <>
      {level ? <path {...look} d={SHAPES[level]} /> : <circle {...look} r="4.5" />}
      {standing === 'off' && <path {...look} d="M-5.5 -5.5L5.5 5.5M-5.5 5.5L5.5 -5.5" />}
      {standing === 'denied' && <path {...look} d="M-5.5 5.5L5.5 -5.5" />}
    </>
  )
}

interface LegendEntry {
  readonly standing: Standing
  readonly level: Level | null
  readonly words: string
}

/** What shapes and fillings mean, of those that are there. */
export function StandingLegend({ contacts }: { contacts: readonly HappeningView[] }) {
  const levels = LEVEL_ORDER.filter((level) => contacts.some((one) => one.level === level))
  const standings = contacts.map(standingOf)
  const entries: LegendEntry[] = [
    ...levels.map((level) => ({ standing: 'past' as const, level, words: LEVELS[level] })),
    { standing: 'past', level: null, words: UNKNOWN_WORDS },
    ...(Object.keys(STANDINGS) as Standing[])
      .filter((one) => one !== 'past' && standings.includes(one))
      .map((standing) => ({ standing, level: null, words: STANDINGS[standing] })),
  ]
  return (
    <ul className="plain-list picture-legend" aria-label="Marks">
      {entries.map(({ standing, level, words }) => (
        <li key={words}>
          <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
            <StandingMark standing={standing} level={level} />
          </svg>
          {words}
        </li>
      ))}
    </ul>
  )
}
