import { Link } from 'react-router'
import type { HappeningView } from '../../../src/api/types.js'
import { counted, plain } from '../words/phrases.js'
import { PartyNames } from './PartyNames.js'
import { daysWords } from './words.js'

/** A contact in two lines: when, who with whom, what sort; opens the words of the record that tells of it best. */
export function ContactLine({ contact }: { contact: HappeningView }) {
  const { mode, type, place, calledOff, factuality, records, documents } = contact
  return (
    <li className="calendar-entry" id={contact.id} data-off={calledOff !== null}>
      <span className="calendar-days">{daysWords(contact.days)}</span>
      <span className="calendar-what">
        <PartyNames mentions={contact.sides.length > 1 ? contact.sides : mentionsOf(contact)} />
        <span className="quiet">
          {' '}
          – {mode ? plain(mode) : type.toLowerCase()}
          {place && (
            <>
              , <bdi>{place}</bdi>
            </>
          )}
        </span>
        {calledOff ? (
          <span className="tag calendar-off">{calledOff}</span>
        ) : (
          factuality !== 'actual' && <span className="tag">{factuality}</span>
        )}
      </span>
      <span className="calendar-doors">
        {records.map((record, index) => (
          <Link
            key={record}
            to={`/records/${record}`}
            aria-label={`Words ${index + 1} of ${records.length}: ${daysWords(contact.days)}`}
          >
            {records.length === 1 ? 'words' : index + 1}
          </Link>
        ))}
        <span className="quiet">in {counted(documents.length, 'report')}</span>
      </span>
    </li>
  )
}

function mentionsOf({ actors, recipients }: HappeningView) {
  return [...actors, ...recipients]
}
