import { contactsOn, weeksOf } from './calendar-days.js'
import type { DatedContact } from './calendar-days.js'
import { counted } from '../words/phrases.js'

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' })
const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']

interface MonthGridProps {
  readonly month: string
  readonly dated: readonly DatedContact[]
  readonly today: string
}

/** "November" of "2023-11". */
export function monthWords(month: string): string {
  return monthName.format(new Date(`${month}-01T00:00:00Z`))
}

/** A month as a small calendar: days with contacts are filled, and lead to them in the list. */
export function MonthGrid({ month, dated, today }: MonthGridProps) {
  return (
    <table className="month">
      <caption>
        <a href={`#month-${month}`}>{monthWords(month)}</a>
      </caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col">
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week, index) => (
          <tr key={index}>
            {week.map((day, place) => (
              <td key={place} data-today={day === today}>
                {day && <DayMark day={day} contacts={contactsOn(dated, day)} today={today} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface DayMarkProps {
  readonly day: string
  readonly contacts: readonly DatedContact[]
  readonly today: string
}

function DayMark({ day, contacts, today }: DayMarkProps) {
  const number = Number(day.slice(8))
  const [first] = contacts
  if (!first) return number
  return (
    <a
      className="day-mark"
      data-many={contacts.length > 2}
      data-ahead={day >= today}
      data-stated={contacts.some(({ contact }) => contact.days?.basis === 'stated')}
      href={`#${first.contact.id}`}
      aria-label={`${number}: ${counted(contacts.length, 'contact')}`}
      title={counted(contacts.length, 'contact')}
    >
      {number}
    </a>
  )
}
