import { apiAddress } from '../api/client.js'
import { useCalendarFeed } from '../api/queries.js'
import { CopyAddress } from './CopyAddress.js'

/** The feed of visits and meetings for other calendars: to subscribe to, to copy, to save. Nothing where there is none. */
export function CalendarFeed({ party }: { party: string | null }) {
  const isThere = useCalendarFeed().data === true
  if (!isThere) return null
  const address = apiAddress('/calendar.ics', { party })
  const { host, href } = new URL(address, window.location.href)
  return (
    <p className="calendar-feed">
      <a href={`webcal://${host}${address}`}>Subscribe in a calendar program</a>
      <CopyAddress words="Copy the feed’s address" addressNow={() => href} />
      <a href={address} type="text/calendar">
        Calendar file (.ics)
      </a>
    </p>
  )
}
