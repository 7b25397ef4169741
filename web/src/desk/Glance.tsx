import { Link } from 'react-router'
import type { DeskView } from '../../../src/api/types.js'
import { dayWords } from '../words/phrases.js'

/** How much there is of each thing, in one row; each number leads to its part of the view. */
export function Glance({ desk }: { desk: DeskView }) {
  const { conflict = 0, denial = 0 } = desk.findings
  const counts = [
    ['vectors', desk.vectors.length, 'partners'],
    ['contacts', desk.happenings, 'took place'],
    ['next', desk.upcoming.length, 'dates ahead'],
    ['disputes', conflict, 'conflicts'],
    ['disputes', denial, 'denials'],
  ] as const
  return (
    <>
      <ul className="plain-list glance" aria-label="At a glance">
        {counts.map(([part, count, noun]) => (
          <li key={noun}>
            <a href={`#${part}`}>
              <span className="glance-count">{count}</span> {noun}
            </a>
          </li>
        ))}
      </ul>
      <p className="quiet glance-day">
        As of {dayWords(desk.asOf)}.{' '}
        <Link to={`/parties/${encodeURIComponent(desk.party.id)}`}>All records that name it</Link>
      </p>
    </>
  )
}
