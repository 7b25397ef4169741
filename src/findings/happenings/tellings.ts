import type { Codebook } from '../../codebook/index.js'
import { findNames } from '../../codebook/index.js'
import { parseIso, type EventRecord, type PartyRef } from '../../core/index.js'
import type { FindingGround } from '../ground.js'
import { callOffOf, type CallOff } from './happening-rules.js'
import { notesOn } from '../notes.js'
import { sidesIn, type Sides } from '../sides.js'
import { subjectWords, type SubjectWords } from './subjects.js'

/** What an event record tells of a happening, in the form in which two tellings are compared. */

/** First and last day, as numbers of days since 1970-01-01, both inclusive. */
export interface DaySpan {
  readonly from: number
  readonly to: number
}

/** Which acts can be one: what happened, what is planned, what is possible and what is denied stay apart. */
export type FactualityClass = 'real' | 'planned' | 'possible' | 'denied'

export interface Telling {
  readonly record: EventRecord
  /** The document, or the wire copy's first document: what counts as one teller. */
  readonly original: string
  readonly factualityClass: FactualityClass
  readonly calledOff: CallOff | null
  readonly symmetric: boolean
  readonly actors: readonly PartyRef[]
  readonly recipients: readonly PartyRef[]
  /** Both together, each once, by id. */
  readonly sides: readonly PartyRef[]
  /** Ids of the persons named, by the id of the side they stand for. */
  readonly persons: ReadonlyMap<string, ReadonlySet<string>>
  /** Places named, in lower case, without countries. */
  readonly places: ReadonlySet<string>
  /** ISO 3166-1 alpha-3 codes of the countries named as places, and of those in which the places lie, where known. */
  readonly countries: ReadonlySet<string>
  readonly words: ReadonlySet<string>
  /** The record's own time; null when it states none. */
  readonly stated: DaySpan | null
  /** Day of the report; null when unknown. */
  readonly published: number | null
}

/** The tellings of a ground's event records, in the ground's order. */
export function tellingsIn(ground: FindingGround, codebook: Codebook): Telling[] {
  const sides = sidesIn(ground)
  const originals = originalsIn(ground)
  const placeOf = placesIn(ground, codebook)
  const words = subjectWords(codebook)
  const known = TELLINGS(ground, codebook)
  const tools = { ground, codebook, sides, originals, placeOf, words }
  const tellings: Telling[] = []
  for (const record of ground.records)
    if (record.kind === 'event') tellings.push(known(record, () => tellingOf(record, tools)))
  return tellings
}

const TELLINGS = notesOn<Telling>()

interface TellingTools {
  readonly ground: FindingGround
  readonly codebook: Codebook
  readonly sides: Sides
  readonly originals: (document: string) => string
  readonly placeOf: PlaceFinder
  readonly words: SubjectWords
}

/** A place that a record names, and the country in which it lies or that it is. */
interface TellingPlace {
  readonly place: string | null
  readonly country: string | null
}

type PlaceFinder = (written: string) => TellingPlace

function tellingOf(record: EventRecord, tools: TellingTools): Telling {
  const { ground, codebook, sides } = tools
  const published = parseIso(ground.documents.get(record.document)?.published ?? '')
  const stated = record.time ? spanOf(record.time.start, record.time.end) : null
  const places = record.place?.split(',').map((place) => tools.placeOf(place.trim())) ?? []
  return {
    record,
    original: tools.originals(record.document),
    factualityClass: classOf(record, stated, published),
    calledOff: callOffOf(record),
    symmetric: codebook.eventTypes.get(record.event)?.symmetric ?? false,
    actors: sides.sidesOf(record.actor),
    recipients: sides.sidesOf(record.recipient),
    sides: sortedById(sides.sidesOf([...record.actor, ...record.recipient])),
    persons: personsOf(record, tools),
    places: new Set(places.flatMap(({ place }) => place ?? [])),
    countries: new Set(places.flatMap(({ country }) => country ?? [])),
    words: tools.words(record),
    stated,
    published,
  }
}

/** The days between two ISO dates; null when one of them is no date. */
export function spanOf(start: string, end: string): DaySpan | null {
  const [from, to] = [parseIso(start), parseIso(end)]
  return from === null || to === null ? null : { from, to }
}

/** What a report dates after itself has not happened yet, however it is put ("is going to Samarkand on 2 November"). */
function classOf(
  { factuality }: EventRecord,
  stated: DaySpan | null,
  published: number | null,
): FactualityClass {
  if (factuality !== 'actual' && factuality !== 'ongoing') return factuality
  return stated && published !== null && stated.from > published ? 'planned' : 'real'
}

function sortedById(refs: readonly PartyRef[]): readonly PartyRef[] {
  return refs.toSorted((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)))
}

function personsOf(
  record: EventRecord,
  { ground, sides }: TellingTools,
): ReadonlyMap<string, ReadonlySet<string>> {
  const persons = new Map<string, Set<string>>()
  for (const ref of [...record.actor, ...record.recipient]) {
    if (ground.parties.get(ref.id)?.type !== 'person') continue
    const side = sides.sideOf(ref)?.id ?? ref.id
    const named = persons.get(side)
    if (named) named.add(ref.id)
    else persons.set(side, new Set([ref.id]))
  }
  return persons
}

/**
 * Gives, for a document, the one that it copies, through copies of copies; the document itself where it copies none. Of
 * a ring of copies it gives the one that comes first by id.
 */
export function originalsIn(
  ground: Pick<FindingGround, 'documents'>,
): (document: string) => string {
  return (document) => {
    const seen = new Set<string>([document])
    let at = document
    for (;;) {
      const next = ground.documents.get(at)?.duplicateOf ?? null
      if (next === null) return at
      if (seen.has(next)) return [...seen].sort()[0] ?? at
      seen.add(next)
      at = next
    }
  }
}

const STATE_NAMES: ReadonlySet<string> = new Set([
  'name',
  'official',
  'other',
  'former',
  'adjective',
])

/** Finds places by the codebook's names, else by the ledger's own. A country's name is a country and no place in it. */
function placesIn(ground: FindingGround, codebook: Codebook): PlaceFinder {
  const own = new Map<string, string>()
  for (const party of ground.parties.values())
    if (party.type === 'place' && party.country !== null)
      own.set(party.name.toLowerCase(), party.country)
  return (written) => {
    const place = written.toLowerCase()
    const use = findNames(codebook.names, written)[0]
    if (!use) return { place, country: own.get(place) ?? null }
    const isState = use.party.type === 'country' && STATE_NAMES.has(use.kind)
    return { place: isState ? null : place, country: use.party.country }
  }
}
