import { loadCodebook } from '../../src/codebook/index.js'
import type {
  AgreementRecord,
  CodedRecord,
  DocumentId,
  EventRecord,
  FigureRecord,
  PartyRecord,
  PartyRef,
  RecordKind,
  RecordTime,
  RelationRecord,
  RoleRecord,
  StatementRecord,
} from '../../src/core/index.js'
import type { DocumentHead, FindingGround, FindingSetting } from '../../src/findings/ground.js'

/**
 * Small ledgers written out in a test. Documents, parties and records go by short keys, and whatever a test does not
 * care about has a default:
 *
 *     const ground = writtenLedger({
 *       documents: { astana: { published: '2023-05-10' } },
 *       parties: { EU: { type: 'igo', name: 'European Union' } },
 *       records: [
 *         { kind: 'figure', id: 'share', document: 'astana', indicator: 'trade-share', value: 30, unit: '%',
 *           comparator: '~', subject: ['Kazakhstan'], partner: ['EU'], time: '2022' },
 *       ],
 *     })
 */

/** A party by its key in `parties`, or by its name where it is one of `COUNTRIES`. Its reference has the party's name. */
type Key = string

/** Countries that need no line in `parties`. */
const COUNTRIES: Readonly<Record<string, string>> = {
  Armenia: 'ARM',
  Azerbaijan: 'AZE',
  Brazil: 'BRA',
  China: 'CHN',
  France: 'FRA',
  Germany: 'DEU',
  India: 'IND',
  Italy: 'ITA',
  Japan: 'JPN',
  Kazakhstan: 'KAZ',
  Kyrgyzstan: 'KGZ',
  Poland: 'POL',
  Russia: 'RUS',
  Turkey: 'TUR',
  Ukraine: 'UKR',
  'United States': 'USA',
  Uzbekistan: 'UZB',
}

/**
 * A time in short: `2022`, `2022-Q3`, `2022-05`, `2022-05-10`, or two days with a stroke between for an interval
 * (`2022-01-01/2022-05-31`). Or the whole time.
 */
type WrittenTime = string | RecordTime

interface WrittenShared {
  /** By default the kind and its number among the records of the ledger: `figure-1`, `event-2`. */
  readonly id?: string
  /** Key of the document; the ledger's first one by default. */
  readonly document?: string
  /** The words of the evidence. By default the id. */
  readonly words?: string
  /** Where the evidence starts in its document; by default 100 further on for every record of the ledger. */
  readonly start?: number
  /** Who says so, where that is not the publisher. */
  readonly claimedBy?: Key
  /** The path of sources of what is claimed. Only with `claimedBy`. */
  readonly chain?: readonly string[]
  readonly time?: WrittenTime | null
  /** `actual` by default. */
  readonly factuality?: CodedRecord['factuality']
  /** 0.8 by default. */
  readonly confidence?: number
  /** `unreviewed` by default. */
  readonly review?: CodedRecord['review']
}

/** The fields of a record's kind, with keys for parties; those in `Needed` must be given. */
type Written<Own, Needed extends keyof Own> = WrittenShared &
  Pick<Own, 'kind' & keyof Own> &
  Keyed<Pick<Own, Needed>> &
  Partial<Keyed<Omit<Own, Needed | 'kind' | keyof WrittenShared | SharedOnly>>>

type SharedOnly = 'attribution' | 'evidence' | 'reason' | 'coder' | 'codebook'

type Keyed<Own> = {
  readonly [Field in keyof Own]: Own[Field] extends PartyRef
    ? Key
    : Own[Field] extends PartyRef | null
      ? Key | null
      : Own[Field] extends PartyRef[]
        ? readonly Key[]
        : Own[Field] extends readonly (infer Item)[]
          ? readonly Item[]
          : Own[Field]
}

export type WrittenRecord =
  | Written<EventRecord, 'event' | 'actor'>
  | Written<StatementRecord, 'speaker' | 'content'>
  | Written<FigureRecord, 'indicator' | 'value' | 'unit'>
  | Written<AgreementRecord, 'name'>
  | Written<RelationRecord, 'a' | 'b' | 'label'>
  | Written<RoleRecord, 'person' | 'office'>

/** A document. By default its publisher is its key and it was published on 2023-06-01. */
export type WrittenDocument = Partial<Omit<DocumentHead, 'kind' | 'id' | 'duplicateOf'>> & {
  /** Key of the document that it is a copy of. */
  readonly duplicateOf?: string
}

/** A party. By default its name is its key, and its type is `country`. */
export type WrittenParty = Partial<Omit<PartyRecord, 'kind' | 'id'>>

export interface WrittenLedger {
  /** By default one document, `report`. */
  readonly documents?: Readonly<Record<string, WrittenDocument>>
  readonly parties?: Readonly<Record<Key, WrittenParty>>
  readonly records: readonly WrittenRecord[]
}

/** The ground that a written ledger stands for. Throws RangeError for a key that names nothing: the test is wrong. */
export function writtenLedger(written: WrittenLedger): FindingGround {
  const documents = documentsOf(written.documents ?? { report: {} })
  const parties = partiesOf(written.parties ?? {})
  const first = [...documents.keys()][0]
  if (first === undefined) throw new RangeError('a ledger needs a document')
  const records = written.records.map((record, index) =>
    recordOf({ document: first, ...record }, index, documents, parties),
  )
  return { documents, parties, records }
}

/** The codebook of the house, and the day of asking: 2024-01-01 unless told. */
export function settingAt(asOf = '2024-01-01'): FindingSetting {
  codebook ??= loadCodebook().value
  return { codebook, asOf }
}

let codebook: FindingSetting['codebook'] | undefined

function documentsOf(written: NonNullable<WrittenLedger['documents']>): Map<string, DocumentHead> {
  const heads = Object.entries(written).map(([key, { duplicateOf, ...given }]): DocumentHead => {
    if (duplicateOf !== undefined && !(duplicateOf in written))
      throw noSuch('document', duplicateOf)
    return {
      kind: 'document',
      id: key as DocumentId,
      source: `${key}.txt`,
      title: null,
      publisher: key,
      url: null,
      published: '2023-06-01',
      publishedBasis: 'metadata',
      place: null,
      language: 'en',
      citedSources: [],
      byline: null,
      ...given,
      duplicateOf: duplicateOf === undefined ? null : (duplicateOf as DocumentId),
    }
  })
  return new Map(heads.map((head) => [head.id, head]))
}

function partiesOf(written: Readonly<Record<Key, WrittenParty>>): Map<string, PartyRecord> {
  const countries = Object.entries(COUNTRIES).map(([name, country]) => [name, { country }] as const)
  const all = [...countries, ...Object.entries(written)]
  return new Map(
    all.map(([key, given]): [string, PartyRecord] => [
      key,
      {
        kind: 'party',
        id: key,
        name: key,
        type: 'country',
        country: null,
        cameo: null,
        aliases: [],
        wikidata: null,
        ...given,
      },
    ]),
  )
}

/** What a kind's fields are where a test does not say. */
const DEFAULTS = {
  event: {
    mode: null,
    contexts: [],
    recipient: [],
    place: null,
    quad: 'verbal-cooperation',
    intensity: 0,
  },
  statement: { office: null, cue: 'said', directness: 'indirect', audience: null, about: [] },
  figure: { comparator: '=', subject: [], partner: [], change: null },
  agreement: { form: 'agreement', parties: [], status: null, areas: [] },
  relation: { since: null },
  role: { of: null },
} as const satisfies Record<RecordKind, object>

const REASONS = {
  event: 'event-cue',
  statement: 'statement-attribution',
  figure: 'figure-parse',
  agreement: 'agreement-name',
  relation: 'relation-cue',
  role: 'role-apposition',
} as const satisfies Record<RecordKind, CodedRecord['reason']>

/** The fields that hold parties. */
const PARTY_FIELDS: ReadonlySet<string> = new Set([
  ...['actor', 'recipient', 'speaker', 'about', 'subject', 'partner'],
  ...['parties', 'a', 'b', 'person', 'of'],
])

function recordOf(
  written: WrittenRecord & { document: string },
  index: number,
  documents: ReadonlyMap<string, DocumentHead>,
  parties: ReadonlyMap<string, PartyRecord>,
): CodedRecord {
  const { words, start: at, claimedBy, chain = [], time = null, ...own } = written
  if (!documents.has(own.document)) throw noSuch('document', own.document)
  const id = own.id ?? `${own.kind}-${index + 1}`
  const text = words ?? id
  const start = at ?? index * 100
  const record = {
    factuality: 'actual',
    confidence: 0.8,
    reason: REASONS[own.kind],
    review: 'unreviewed',
    coder: 'test',
    codebook: 'test',
    ...DEFAULTS[own.kind],
    ...withParties(own, parties),
    id,
    evidence: [{ start, end: start + text.length, text }],
    attribution:
      claimedBy === undefined ? null : { speaker: refOf(claimedBy, parties), chain: [...chain] },
    time: timeOf(time),
  }
  // The compiler cannot follow the spread; the fields of each kind are checked where they are written.
  return record as unknown as CodedRecord
}

function withParties(own: object, parties: ReadonlyMap<string, PartyRecord>): object {
  const fields = Object.entries(own) as [string, unknown][]
  return Object.fromEntries(
    fields.map(([field, value]) => {
      if (!PARTY_FIELDS.has(field)) return [field, value]
      if (typeof value === 'string') return [field, refOf(value, parties)]
      if (Array.isArray(value)) return [field, value.map((key) => refOf(String(key), parties))]
      return [field, value]
    }),
  )
}

function refOf(key: Key, parties: ReadonlyMap<string, PartyRecord>): PartyRef {
  const party = parties.get(key)
  if (!party) throw noSuch('party', key)
  return { id: party.id, name: party.name }
}

function timeOf(time: WrittenTime | null): RecordTime | null {
  if (time === null || typeof time !== 'string') return time
  const [start, end, granularity] = daysOfTime(time)
  return { start, end, granularity, text: time }
}

function daysOfTime(time: string): [string, string, RecordTime['granularity']] {
  const [from, to] = time.split('/')
  if (from !== undefined && to !== undefined) return [from, to, 'interval']
  const quarter = /^(\d{4})-Q([1-4])$/u.exec(time)
  if (quarter) {
    const last = Number(quarter[2]) * 3
    const months = [last - 2, last].map((month) => String(month).padStart(2, '0'))
    return [
      `${quarter[1]}-${months[0]}-01`,
      lastDayOf(Number(quarter[1]), Number(quarter[2]) * 3),
      'quarter',
    ]
  }
  if (/^\d{4}$/u.test(time)) return [`${time}-01-01`, `${time}-12-31`, 'year']
  if (/^\d{4}-\d{2}$/u.test(time))
    return [`${time}-01`, lastDayOf(Number(time.slice(0, 4)), Number(time.slice(5))), 'month']
  if (/^\d{4}-\d{2}-\d{2}$/u.test(time)) return [time, time, 'day']
  throw new RangeError(`not a time: ${time}`)
}

/** The last day of a month (1 to 12), as an ISO date. */
function lastDayOf(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

function noSuch(what: string, key: string): RangeError {
  return new RangeError(`no ${what} “${key}” in the written ledger`)
}
