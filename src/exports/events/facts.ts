import type { CodedRecord, EventRecord, NewsDocument, PartyRef } from '../../core/index.js'
import { partyRefsIn } from '../items.js'
import type { DocumentRecords } from '../items.js'
import { leaveOut } from '../tally.js'
import type { Tally } from '../tally.js'
import { actorFacts } from './actors.js'
import type { ActorFacts } from './actors.js'
import { cameoOf } from './cameo.js'
import type { CameoFacts } from './cameo.js'
import { timeFacts } from './times.js'
import type { TimeFacts } from './times.js'

/** What the columns of event data sets are filled from. What the ledger does not know is null or an empty list. */
export interface EventFacts {
  readonly id: string
  readonly event: EventRecord['event']
  readonly mode: string | null
  readonly quad: EventRecord['quad']
  readonly intensity: number
  readonly contexts: readonly string[]
  readonly place: string | null
  readonly time: TimeFacts
  readonly cameo: CameoFacts | null
  readonly actors: readonly ActorFacts[]
  readonly recipients: readonly ActorFacts[]
  readonly report: NewsDocument
  /** Address of the document. */
  readonly url: string | null
  readonly story: StoryFacts
  /** Do the first words of the evidence stand in the document's first paragraph? 1 or 0. */
  readonly isLead: 0 | 1
  /** Versions of the coder and the codebook. */
  readonly version: string
}

/** Names of what a document's records name, each once. */
interface StoryFacts {
  readonly people: readonly string[]
  readonly organizations: readonly string[]
  readonly locations: readonly string[]
}

/** Event data sets hold what happened; they have no column for what is planned, possible or denied. */
const HAPPENED: ReadonlySet<string> = new Set(['actual', 'ongoing'])
const NO_COLUMN = 'planned, possible or denied events, for which there is no column'

/** The events of a document that happened, as facts. The rest goes to the tally as left out. */
export function eventFacts(item: DocumentRecords, tally: Tally): EventFacts[] {
  const events = item.records.filter((record): record is EventRecord => record.kind === 'event')
  const happened = events.filter(({ factuality }) => HAPPENED.has(factuality))
  for (let left = events.length - happened.length; left > 0; left -= 1) leaveOut(tally, NO_COLUMN)
  if (happened.length === 0) return []
  const story = storyFacts(item)
  const offices = officesOf(item.records)
  return happened.map((event) => factsOf(event, item, story, offices))
}

function factsOf(
  event: EventRecord,
  { document, parties }: DocumentRecords,
  story: StoryFacts,
  offices: ReadonlyMap<string, string>,
): EventFacts {
  const factsOfRef = (ref: PartyRef): ActorFacts =>
    actorFacts(ref, parties.get(ref.id) ?? null, offices.get(ref.id) ?? null)
  const { id, mode, quad, intensity, contexts, place } = event
  return {
    ...{ id, event: event.event, mode, quad, intensity, contexts, place, story, report: document },
    time: timeFacts(event.time),
    cameo: cameoOf(event),
    actors: event.actor.map(factsOfRef),
    recipients: event.recipient.map(factsOfRef),
    url: document.url ?? (/^https?:/.test(document.source) ? document.source : null),
    isLead: (event.evidence[0]?.start ?? Infinity) < leadEnd(document.text) ? 1 : 0,
    version: `${event.coder} ${event.codebook}`,
  }
}

/** Where the first paragraph ends. */
function leadEnd(text: string): number {
  const lead = /^\s*[^\n]*/.exec(text)
  return lead?.[0].length ?? 0
}

/** Offices that hold, by the id of the person; the first that the document gives. */
function officesOf(records: readonly CodedRecord[]): Map<string, string> {
  const offices = new Map<string, string>()
  for (const record of records)
    if (record.kind === 'role' && HAPPENED.has(record.factuality) && !offices.has(record.person.id))
      offices.set(record.person.id, record.office)
  return offices
}

const PLACES: ReadonlySet<string> = new Set(['country', 'place'])

function storyFacts({ records, parties }: DocumentRecords): StoryFacts {
  const ids = new Set(records.flatMap((record) => partyRefsIn(record)).map(({ id }) => id))
  const named = [...ids].map((id) => parties.get(id)).filter((party) => party !== undefined)
  const namesOf = (fits: (type: string) => boolean): string[] => [
    ...new Set(named.filter(({ type }) => fits(type)).map(({ name }) => name)),
  ]
  return {
    people: namesOf((type) => type === 'person'),
    organizations: namesOf((type) => type !== 'person' && !PLACES.has(type)),
    locations: namesOf((type) => PLACES.has(type)),
  }
}
