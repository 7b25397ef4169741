import { z } from 'zod'
import { FACTUALITIES, GRANULARITIES, parseIso } from '../../core/index.js'
import type { EventRecord, NewsDocument, PartyRecord, PartyRef, Span } from '../../core/index.js'
import { loadData } from '../data.js'

const STATUSES = ['CONFIRMED', 'TENTATIVE', 'CANCELLED'] as const
const CalendarRules = z.strictObject({
  modes: z.record(z.string(), z.string()),
  granularities: z.array(z.enum(GRANULARITIES)),
  longestDays: z.number().int().positive(),
  statuses: z.record(z.enum(FACTUALITIES), z.enum(STATUSES)),
})
const rules = loadData(new URL('./calendar.yaml', import.meta.url), CalendarRules)

/** A visit or meeting as a calendar has it: whole days, no time zone. */
export interface CalendarEntry {
  /** The same for the same record, wherever it was read. */
  readonly uid: string
  /** First and last day, ISO dates, both included. */
  readonly start: string
  readonly end: string
  /** Day from which the entry is known as it is: that of the report; null if the report has none. */
  readonly stampedOn: string | null
  readonly title: string
  /** The words, the report, what Chancery makes of it. */
  readonly description: string
  readonly place: string | null
  readonly category: string
  readonly status: (typeof STATUSES)[number]
  /** Address that tells more: that of the report, or of the record's page. */
  readonly url: string | null
}

/** What an entry is made from beside its record. */
export interface CalendarGround {
  readonly document: NewsDocument
  /** By id; of those that are missing, the name as written is shown. */
  readonly parties: ReadonlyMap<string, PartyRecord>
  /** The sentence of a text that a span stands in. */
  readonly sentenceOf: (text: string, span: Span) => string
}

/** The word that a calendar has for the visits or meetings of a CONSULT mode; null for other modes. */
export function meetingWordOf(mode: string | null): string | null {
  return mode !== null && Object.hasOwn(rules.modes, mode) ? (rules.modes[mode] ?? null) : null
}

/** STATUS of an entry by what the text says of whether the thing happened. */
export function calendarStatusOf(factuality: EventRecord['factuality']): CalendarEntry['status'] {
  return rules.statuses[factuality]
}

/** Are these ISO days, both included, few enough for an entry? */
export function areEntryDays(start: string, end: string): boolean {
  const [first, last] = [parseIso(start), parseIso(end)]
  return first !== null && last !== null && first <= last && last - first < rules.longestDays
}

/** The UID of the entry of a record: the same wherever the record was read. */
export function calendarUidOf(record: string): string {
  return `${record.replace(':', '-')}@chancery`
}

/** Is it a visit or meeting that a calendar has a word for? Whether it has a day is another matter. */
export function isMeeting(event: EventRecord): boolean {
  return event.event === 'CONSULT' && meetingWordOf(event.mode) !== null
}

/** The calendar entry of a visit or meeting; null for other events, and where no day, or too long a stretch, is known. */
export function calendarEntryOf(event: EventRecord, ground: CalendarGround): CalendarEntry | null {
  const word = meetingWordOf(event.mode)
  if (!isMeeting(event) || word === null || !hasDays(event)) return null
  const { document, parties } = ground
  const nameOf = (ref: PartyRef): string => parties.get(ref.id)?.name ?? ref.name
  const sides = [event.actor, event.recipient].filter((side) => side.length > 0)
  const who = sides.map((side) => [...new Set(side.map(nameOf))].join(', ')).join(' – ')
  return {
    uid: calendarUidOf(event.id),
    start: event.time?.start ?? '',
    end: event.time?.end ?? '',
    stampedOn: document.published,
    title: who === '' ? word : `${word}: ${who}`,
    description: descriptionOf(event, ground),
    place: event.place,
    category: word,
    status: calendarStatusOf(event.factuality),
    url: document.url,
  }
}

function hasDays({ time }: EventRecord): boolean {
  if (time === null || !rules.granularities.includes(time.granularity)) return false
  return areEntryDays(time.start, time.end)
}

function descriptionOf(event: EventRecord, { document, sentenceOf }: CalendarGround): string {
  const [words] = event.evidence
  const source = [document.publisher, document.published, document.title].filter((part) => part)
  return [
    words ? `“${sentenceOf(document.text, words)}”` : null,
    source.length > 0 ? `Source: ${source.join(', ')}` : null,
    document.url,
    `Chancery: ${event.factuality}, confidence ${event.confidence.toFixed(2)}, ${event.id}`,
  ]
    .filter((line) => line !== null)
    .join('\n')
}
