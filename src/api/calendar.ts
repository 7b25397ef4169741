import type { EventRecord } from '../core/index.js'
import { areEntryDays, calendarStatusOf, calendarUidOf, meetingWordOf } from '../exports/index.js'
import type { CalendarEntry } from '../exports/index.js'
import type { Happening } from '../findings/index.js'
import { listContacts } from './contacts.js'
import type { Contact } from './contacts.js'
import { selectHappenings } from './select-happenings.js'
import type { HappeningFilter } from './select-happenings.js'
import type { OpenViews } from './views.js'

/** Reports whose words an entry cites; how many more there are is said. */
const MOST_CITED = 3

const OFF_WORDS = { postponed: 'put off', cancelled: 'called off' } as const

/**
 * The visits and meetings that fit a filter as entries of a calendar: those of which a report states the days, and not
 * more of them than an entry may have. The same ledger gives the same entries.
 * @param page address of this server, for links to records: `http://127.0.0.1:3210`
 */
export function calendarEntriesOf(
  opened: OpenViews,
  filter: HappeningFilter,
  page: string,
): CalendarEntry[] {
  const contacts = listContacts(opened)
  const asked = new Set(
    selectHappenings(
      contacts.map(({ happening }) => happening),
      filter,
    ),
  )
  return contacts
    .filter(({ happening }) => asked.has(happening))
    .flatMap((contact) => entryOf(opened, contact, page) ?? [])
}

function entryOf(opened: OpenViews, contact: Contact, page: string): CalendarEntry | null {
  const { happening, off, first } = contact
  const { days, mode, factuality, place } = happening
  const word = meetingWordOf(mode)
  if (word === null || days?.basis !== 'stated' || !areEntryDays(days.start, days.end)) return null
  const tellings = tellingsOf(opened, happening)
  const published = tellings.flatMap(({ document }) => document?.published ?? [])
  const url = `${page}/records/${encodeURIComponent(first)}`
  return {
    uid: calendarUidOf(first),
    start: days.start,
    end: days.end,
    // Without a report's day, the first day of the entry: a day of asking would change the feed from day to day.
    stampedOn: published.toSorted().at(-1) ?? days.start,
    title: `${word}: ${whoOf(happening)}${off ? ` (${OFF_WORDS[off]})` : ''}`,
    description: [...citedOf(tellings), judgedOf(contact, tellings.length), url].join('\n'),
    place,
    category: word,
    status: off ? 'CANCELLED' : calendarStatusOf(factuality),
    url,
  }
}

/** Actors and recipients, as the acting come first; bodies and states that have part otherwise after them. */
function whoOf({ actors, recipients, sides }: Happening): string {
  const named = [actors, recipients].filter((part) => part.length > 0)
  const parts = named.length > 0 ? named : [sides]
  return parts.map((part) => [...new Set(part.map(({ name }) => name))].join(', ')).join(' – ')
}

type Telling = ReturnType<typeof tellingsOf>[number]

function tellingsOf({ ground, records }: OpenViews, happening: Happening) {
  const known = records()
  return happening.records.flatMap((id) => {
    const record = known.get(id)
    return record?.kind === 'event'
      ? [{ record, document: ground.documents.get(record.document) ?? null }]
      : []
  })
}

function citedOf(tellings: readonly Telling[]): string[] {
  return tellings.slice(0, MOST_CITED).map(({ record, document }) => {
    const source = [document?.publisher, document?.published, document?.title, document?.url]
    return [`“${wordsOf(record)}”`, ...source.filter((part) => part)].join(', ')
  })
}

function wordsOf({ evidence }: EventRecord): string {
  return evidence.map(({ text }) => text.replace(/\s+/g, ' ')).join(' … ')
}

function judgedOf({ happening }: Contact, tellings: number): string {
  const { factuality, confidence } = happening
  const records = `${tellings} ${tellings === 1 ? 'record' : 'records'}`
  return `Chancery: ${factuality}, confidence ${confidence.toFixed(2)}, ${records}`
}
