import { STANDINGS } from './happenings.js'
import type { Standing } from './happenings.js'

/** The shape of a standing, around 0, 0: full, hollow, dashed, crossed or struck; never by colour alone. */
export function StandingMark({ standing, radius = 5 }: { standing: Standing; radius?: number }) {
  const r = radius - 0.5
  if (standing === 'off')
    return (
      <path
        className="contact"
        data-standing="off"
        d={`M${-r} ${-r}L${r} ${r}M${-r} ${r}L${r} ${-r}`}
      />
    )
  return (
    <>
      <circle className="contact" data-standing={standing} r={r} />
      {standing === 'denied' && (
        <path className="contact" data-standing="off" d={`M${-r} ${r}L${r} ${-r}`} />
      )}
    </>
  )
}

/** What the shapes mean. */
export function StandingLegend({ standings }: { standings: readonly Standing[] }) {
  const shown = (Object.keys(STANDINGS) as Standing[]).filter((one) => standings.includes(one))
  return (
    <ul className="plain-list picture-legend" aria-label="Marks">
      {shown.map((standing) => (
        <li key={standing}>
          <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
            <StandingMark standing={standing} />
          </svg>
          {STANDINGS[standing]}
        </li>
      ))}
    </ul>
  )
}
