import { Link } from 'react-router'
import type { DeskView, UpcomingView } from '../../../src/api/types.js'
import { CalendarFeed } from '../registers/CalendarFeed.js'
import { dayWords } from '../words/phrases.js'
import { actWords, daysWords, doorOf, partnersIn } from './happenings.js'

/** What lies ahead of a state, by the reports. */
export function NextDates({ desk }: { desk: DeskView }) {
  return (
    <section className="desk-part" id="next" aria-labelledby="next-heading">
      <h2 id="next-heading">Next dates</h2>
      {desk.upcoming.length === 0 ? (
        <p className="quiet">
          No report in the ledger announces a visit, meeting or signing after {dayWords(desk.asOf)}.
        </p>
      ) : (
        <ol className="plain-list date-list">
          {desk.upcoming.map((one) => (
            <NextDate key={one.happening.id} upcoming={one} state={desk.party.id} />
          ))}
        </ol>
      )}
      <CalendarFeed party={desk.party.id} />
    </section>
  )
}

function NextDate({ upcoming, state }: { upcoming: UpcomingView; state: string }) {
  const { happening, days, postponed } = upcoming
  const names = partnersIn(happening, state).map(({ name }) => name)
  return (
    <li>
      <span className="date">{daysWords(days)}</span>
      <Link to={doorOf(happening)}>
        {actWords(happening)}
        {names.length > 0 && (
          <>
            , <bdi>{names.join(', ')}</bdi>
          </>
        )}
      </Link>
      {happening.place && <bdi className="quiet"> {happening.place}</bdi>}
      {postponed && <span className="tag">put off since</span>}
    </li>
  )
}
