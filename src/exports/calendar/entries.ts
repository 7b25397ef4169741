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
  /** Day from which the entry is known: that of the report; null if the report has none. */
  readonly stampedOn: string | null
  readonly title: string
  /** The sentence, the report, what Chancery makes of it. */
  readonly description: string
  readonly place: string | null
  readonly category: string
  readonly status: (typeof STATUSES)[number]
  /** Address of the report. */
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

/** Is it a visit or meeting that a calendar has a word for? Whether it has a day is another matter. */
export function isMeeting(event: EventRecord): boolean {
  return event.event === 'CONSULT' && event.mode !== null && event.mode in rules.modes
}

/** The calendar entry of a visit or meeting; null for other events, and where no day, or too long a stretch, is known. */
export function calendarEntryOf(event: EventRecord, ground: CalendarGround): CalendarEntry | null {
  const word = event.mode === null ? undefined : rules.modes[event.mode]
  if (!isMeeting(event) || word === undefined || !hasDays(event)) return null
  const { document, parties } = ground
  const nameOf = (ref: PartyRef): string => parties.get(ref.id)?.name ?? ref.name
  const sides = [event.actor, event.recipient].filter((side) => side.length > 0)
  const who = sides.map((side) => [...new Set(side.map(nameOf))].join(', ')).join(' – ')
  return {
    uid: `${event.id.replace(':', '-')}@chancery`,
    start: event.time?.start ?? '',
    end: event.time?.end ?? '',
    stampedOn: document.published,
    title: who === '' ? word : `${word}: ${who}`,
    description: descriptionOf(event, ground),
    place: event.place,
    category: word,
    status: rules.statuses[event.factuality],
    url: document.url,
  }
}

function hasDays({ time }: EventRecord): boolean {
  if (time === null || !rules.granularities.includes(time.granularity)) return false
  const [first, last] = [parseIso(time.start), parseIso(time.end)]
  return first !== null && last !== null && first <= last && last - first < rules.longestDays
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
