import { useMemo } from 'react'
import { Link } from 'react-router'
import type { HappeningView } from '../../../src/api/types.js'
import { useFirstHappening, useHappenings } from '../api/queries.js'
import { MoreButton } from '../parts/MoreButton.js'
import { Failed, NothingThere, Waiting } from '../parts/states.js'
import { changedParams, useAddress } from '../parts/use-address.js'
import { useTitle } from '../parts/use-title.js'
import { isWholeMonth, monthsOf, splitByDays } from '../registers/calendar-days.js'
import type { DatedContact } from '../registers/calendar-days.js'
import { CalendarFeed } from '../registers/CalendarFeed.js'
import { ContactLine } from '../registers/ContactLine.js'
import { PartyFacet } from '../registers/facets.js'
import { MonthGrid, monthWords } from '../registers/MonthGrid.js'
import { ViewTools } from '../registers/ViewTools.js'
import { counted } from '../words/phrases.js'

/** Contacts are what two sides do together on a day: visits, meetings, talks, signings. */
const CONTACT_TYPES = 'CONSULT,AGREE'

const COLUMNS = [
  { name: 'from', cell: ({ days }: HappeningView) => days?.start ?? null },
  { name: 'to', cell: ({ days }: HappeningView) => days?.end ?? null },
  { name: 'day known from', cell: ({ days }: HappeningView) => days?.basis ?? null },
  { name: 'sides', cell: ({ sides }: HappeningView) => sides.map(({ name }) => name).join('; ') },
  { name: 'type', cell: ({ type }: HappeningView) => type },
  { name: 'mode', cell: ({ mode }: HappeningView) => mode },
  { name: 'place', cell: ({ place }: HappeningView) => place },
  { name: 'factuality', cell: ({ factuality }: HappeningView) => factuality },
  { name: 'called off', cell: ({ calledOff }: HappeningView) => calledOff },
  { name: 'records', cell: ({ records }: HappeningView) => records.join(' ') },
]

/** Contacts of one year by month, past and coming, with the feed for other calendars. */
export function CalendarPage() {
  useTitle('Calendar')
  const { params } = useAddress()
  const party = params.get('party')
  return (
    <div className="page page-wide">
      <h1>Calendar</h1>
      <p className="lead">
        Visits, meetings, talks and signings. Filled: a report gives the day, dark where there are
        three or more; outlined: only the day of the report is known. Each day leads to its contacts
        below.
      </p>
      <CalendarFeed party={party} />
      <search className="register-filters">
        <PartyFacet label="State or body" />
      </search>
      <YearView party={party} />
    </div>
  )
}

function YearView({ party }: { party: string | null }) {
  const { params } = useAddress()
  const today = new Date().toISOString().slice(0, 10)
  const years = useYears(party, today)
  if (years.isPending) return <Waiting lines={9} />
  if (years.isError) return <Failed error={years.error} retry={years.retry} />
  if (!years.data) return <NoContacts isNarrow={party !== null} />
  const { first, last, latest } = years.data
  const asked = Number(params.get('year'))
  const year = asked >= first && asked <= last ? asked : latest
  return (
    <>
      <YearTabs first={first} last={last} year={year} />
      <YearContacts key={year} year={year} party={party} today={today} />
    </>
  )
}

const MOST_YEARS = 8

function YearTabs({ first, last, year }: { first: number; last: number; year: number }) {
  const { params } = useAddress()
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const near = all.filter((each) => Math.abs(each - year) <= MOST_YEARS / 2)
  return (
    <nav className="tabs" aria-label="Year">
      {near.map((each) => (
        <Link
          key={each}
          to={{ search: changedParams(params, { year: String(each) }).toString() }}
          aria-current={each === year ? 'page' : undefined}
          preventScrollReset
        >
          {each}
        </Link>
      ))}
    </nav>
  )
}

interface YearContactsProps {
  readonly year: number
  readonly party: string | null
  readonly today: string
}

function YearContacts({ year, party, today }: YearContactsProps) {
  const list = useHappenings({
    type: CONTACT_TYPES,
    party,
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    order: 'oldest',
  })
  const contacts = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data])
  const { dated, vague } = useMemo(() => splitByDays(contacts), [contacts])
  if (list.isPending) return <Waiting lines={9} />
  if (list.isError && !list.data)
    return <Failed error={list.error} retry={() => void list.refetch()} />
  if (contacts.length === 0)
    return (
      <NothingThere title={`No contact is known in ${year}.`}>Choose another year.</NothingThere>
    )
  const coming = dated.filter(({ end }) => end >= today)
  return (
    <div aria-busy={list.isPlaceholderData}>
      <ViewTools
        name={`chancery-calendar-${year}`}
        columns={COLUMNS}
        rows={contacts}
        said={`${counted(contacts.length, 'contact')} in ${year}, ${coming.length} still to come`}
        partial={list.hasNextPage}
      />
      <div className="year">
        {monthsOf(year).map((month) => (
          <MonthGrid key={month} month={month} dated={dated} today={today} />
        ))}
      </div>
      {monthsOf(year).map((month) => (
        <MonthList key={month} month={month} dated={dated} today={today} />
      ))}
      {vague.length > 0 && (
        <section>
          <h2 className="section-heading">Some time in {year}, or longer</h2>
          <ol className="plain-list calendar-entries">
            {vague.map((contact) => (
              <ContactLine key={contact.id} contact={contact} />
            ))}
          </ol>
        </section>
      )}
      <MoreButton list={list} noun="contacts" />
    </div>
  )
}

interface MonthListProps {
  readonly month: string
  readonly dated: readonly DatedContact[]
  readonly today: string
}

function MonthList({ month, dated, today }: MonthListProps) {
  const here = dated.filter(({ start }) => start.startsWith(month))
  if (here.length === 0) return <span id={`month-${month}`} />
  const byDay = here.toSorted((a, b) => Number(isVague(a)) - Number(isVague(b)))
  return (
    <section id={`month-${month}`}>
      <h2 className="section-heading">
        {monthWords(month)} {month.slice(0, 4)}
        {month > today.slice(0, 7) && <span className="tag">to come</span>}
      </h2>
      <ol className="plain-list calendar-entries">
        {byDay.map(({ contact }) => (
          <ContactLine key={contact.id} contact={contact} />
        ))}
      </ol>
    </section>
  )
}

function isVague({ start, end }: DatedContact): boolean {
  return isWholeMonth(start, end)
}

function NoContacts({ isNarrow }: { isNarrow: boolean }) {
  const { change } = useAddress()
  return (
    <NothingThere title="No contact with a day is known.">
      {isNarrow ? (
        <button type="button" className="text-button" onClick={() => change({ party: null })}>
          Show all states and bodies
        </button>
      ) : (
        <>
          <p>Read more reports into the ledger, then open this page again:</p>
          <pre>chancery read PATH</pre>
        </>
      )}
    </NothingThere>
  )
}

/** The years of the first, the last and the latest past contact that have a day; null where there is none. */
function useYears(party: string | null, today: string) {
  const query = { type: CONTACT_TYPES, party }
  const oldest = useFirstHappening({ ...query, order: 'oldest' })
  const newest = useFirstHappening({ ...query, order: 'newest' })
  const past = useFirstHappening({ ...query, order: 'newest', to: today })
  const asked = [oldest, newest, past]
  const [first, last, latest] = asked.map(({ data }) => yearOf(data?.items[0]))
  return {
    isPending: asked.some(({ isPending }) => isPending),
    isError: asked.some(({ isError }) => isError),
    error: asked.find(({ isError }) => isError)?.error,
    retry: () => void Promise.all(asked.map(({ refetch }) => refetch())),
    data: first && last ? { first, last, latest: latest ?? first } : null,
  }
}

function yearOf(contact: HappeningView | undefined): number | null {
  return contact?.days ? Number(contact.days.start.slice(0, 4)) : null
}
