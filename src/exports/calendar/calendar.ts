import ICAL from 'ical.js'
import { isoOf, parseIso } from '../../core/index.js'
import { withoutControls } from '../cells.js'
import type { DocumentRecords, ExportItem } from '../items.js'
import { LICENCE_NOTE } from '../licence.js'
import { leaveOut } from '../tally.js'
import type { Tally } from '../tally.js'
import { calendarEntryOf, isMeeting } from './entries.js'
import type { CalendarEntry, CalendarGround } from './entries.js'

const LINE_END = '\r\n' // RFC 5545

// RFC 5545 wants 75 bytes a line at most; the library does not count the space that it puts before a folded line.
ICAL.foldLength = 74
/** Without commas and semicolons: the library does not escape properties that it does not know. */
const TITLE = 'Chancery: visits and meetings'

/**
 * A calendar of entries (RFC 5545), for a feed: pure, the same entries give the same text.
 * @param stampedOn day for entries whose report has none, ISO date: DTSTAMP must be there
 */
export function calendarOf(entries: readonly CalendarEntry[], stampedOn: string): string {
  return [head(), ...entries.map((entry) => entryText(entry, stampedOn)), end()].join('')
}

/** What `calendarLines` is told beside the ledger. */
export interface CalendarSetting {
  readonly sentenceOf: CalendarGround['sentenceOf']
  /** Day for entries whose report has none, ISO date. */
  readonly stampedOn: string
}

/**
 * The ledger's visits and meetings as a calendar, piece by piece. Copies of a report (`duplicateOf`) are passed over.
 * Visits and meetings without days go to the tally as left out.
 */
export async function* calendarLines(
  items: AsyncIterable<ExportItem>,
  tally: Tally,
  setting: CalendarSetting,
): AsyncGenerator<string, undefined> {
  yield head()
  for await (const item of items) {
    if (item.kind !== 'records' || item.document.duplicateOf !== null) continue
    for (const entry of entriesIn(item, tally, setting)) {
      tally.rows += 1
      yield entryText(entry, setting.stampedOn)
    }
  }
  yield end()
  return undefined
}

function* entriesIn(
  { document, records, parties }: DocumentRecords,
  tally: Tally,
  { sentenceOf }: CalendarSetting,
): Generator<CalendarEntry> {
  for (const record of records) {
    if (record.kind !== 'event' || !isMeeting(record)) continue
    const entry = calendarEntryOf(record, { document, parties, sentenceOf })
    if (entry) yield entry
    else leaveOut(tally, 'no day, or more than two weeks')
  }
}

/** Opens the calendar. */
function head(): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.updatePropertyWithValue('version', '2.0')
  calendar.updatePropertyWithValue('prodid', '-//Chancery//Visits and meetings//EN')
  calendar.updatePropertyWithValue('calscale', 'GREGORIAN')
  calendar.updatePropertyWithValue('name', TITLE) // RFC 7986; before it and still: X-WR-…
  calendar.updatePropertyWithValue('x-wr-calname', TITLE)
  calendar.addProperty(textProperty('description', LICENCE_NOTE))
  calendar.addProperty(textProperty('x-wr-caldesc', LICENCE_NOTE))
  return calendar.toString().replace(/END:VCALENDAR\s*$/, '')
}

function end(): string {
  return `END:VCALENDAR${LINE_END}`
}

/** An entry as VEVENT, its line end included. All days, so DTEND is the day after the last (RFC 5545, 3.6.1). */
function entryText(entry: CalendarEntry, stampedOn: string): string {
  const event = new ICAL.Component('vevent')
  const stamp = `${entry.stampedOn ?? stampedOn}T00:00:00Z`
  event.updatePropertyWithValue('uid', entry.uid)
  event.updatePropertyWithValue('dtstamp', ICAL.Time.fromDateTimeString(stamp))
  event.updatePropertyWithValue('dtstart', ICAL.Time.fromDateString(entry.start))
  event.updatePropertyWithValue('dtend', ICAL.Time.fromDateString(dayAfter(entry.end)))
  event.addProperty(textProperty('summary', entry.title))
  event.addProperty(textProperty('description', entry.description))
  if (entry.place !== null) event.addProperty(textProperty('location', entry.place))
  if (entry.url !== null && isPlainUrl(entry.url)) event.updatePropertyWithValue('url', entry.url)
  event.addProperty(textProperty('categories', entry.category))
  event.updatePropertyWithValue('status', entry.status)
  event.updatePropertyWithValue('transp', 'TRANSPARENT') // nobody's own time is taken
  return `${event.toString()}${LINE_END}`
}

function textProperty(name: string, text: string): ICAL.Property {
  const property = new ICAL.Property(name)
  property.resetType('text') // of names that the library does not know, too, so that it escapes them
  property.setValue(withoutControls(text).replace(/\r\n?/g, '\n'))
  return property
}

/** URL is written as it is, so nothing may stand in it that could end the line. */
function isPlainUrl(url: string): boolean {
  return /^https?:\/\/[\x21-\x7e]+$/.test(url)
}

function dayAfter(day: string): string {
  return isoOf((parseIso(day) ?? 0) + 1)
}
