import type { HappeningView } from '../../../src/api/types.js'
import { plain } from '../words/phrases.js'
import { STANDINGS } from './happenings.js'
import type { Standing } from './happenings.js'

type Quad = HappeningView['quad']

const QUADS: readonly Quad[] = [
  'verbal-cooperation',
  'material-cooperation',
  'verbal-conflict',
  'material-conflict',
]

/** A happening around 0, 0: round in words, square in deeds; hollow unless it took place; struck when called off. */
export function QuadMark({ quad, standing }: { quad: Quad; standing: Standing }) {
  const look = { className: 'quad', 'data-quad': quad, 'data-standing': standing }
  const isStruck = standing === 'off' || standing === 'denied'
  return (
    <>
      {quad.startsWith('verbal') ? (
        <circle {...look} r="4.5" />
      ) : (
        <rect {...look} x="-4.2" y="-4.2" width="8.4" height="8.4" />
      )}
      {isStruck && <path {...look} d="M-6 6L6 -6" />}
    </>
  )
}

/** What colours and shapes mean; of the standings those that are there. */
export function QuadLegend({ standings }: { standings: readonly Standing[] }) {
  const others = (Object.keys(STANDINGS) as Standing[]).filter(
    (one) => one !== 'past' && standings.includes(one),
  )
  const entries = [
    ...QUADS.map((quad) => ({ quad, standing: 'past' as const, words: plain(quad) })),
    ...others.map((standing) => ({ quad: QUADS[0] as Quad, standing, words: STANDINGS[standing] })),
  ]
  return (
    <ul className="plain-list picture-legend" aria-label="Marks">
      {entries.map(({ quad, standing, words }) => (
        <li key={words}>
          <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
            <QuadMark quad={quad} standing={standing} />
          </svg>
          {words}
        </li>
      ))}
    </ul>
  )
}
