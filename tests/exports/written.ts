import { documentIdOf, evidenceAt, partyIdOf, recordIdOf } from '../../src/core/index.js'
import type {
  CodedRecord,
  EventRecord,
  FigureRecord,
  NewsDocument,
  PartyRecord,
  PartyRef,
  RecordTime,
  RoleRecord,
  StatementRecord,
} from '../../src/core/index.js'
import { exportItems } from '../../src/exports/index.js'
import type { ExportItem, ExportSource } from '../../src/exports/index.js'

/** A small ledger written out, with the texts that exports find hard, for tests of what they write. */

const party = (
  name: string,
  type: PartyRecord['type'],
  country: string | null,
  cameo: string | null,
): PartyRecord => ({
  kind: 'party',
  id: partyIdOf(type, country, name),
  ...{ name, type, country, cameo, aliases: [name, '@home; "quoted"'], wikidata: null },
})

export const PARTIES = {
  france: party('France', 'country', 'FRA', 'FRA'),
  romania: party('Romania', 'country', 'ROU', 'ROU'),
  kazakhstan: party('Kazakhstan', 'country', 'KAZ', 'KAZ'),
  union: party('European Union', 'igo', null, 'IGOEUREEC'),
  minister: party('Ana Ionescu', 'person', 'ROU', 'ROUGOV'),
  stranger: party('A stranger', 'person', null, null),
  mine: party('Mine; and Sons', 'company', 'KAZ', null),
} as const
type Name = keyof typeof PARTIES

export const FORMULA = '=HYPERLINK("http://evil.example","open")'
export const SENTENCE =
  'On 2 November Foreign Minister Ana Ionescu will visit Astana, a spokesman said.'
const LEAD = `${SENTENCE} Romania and the European Union met Kazakhstan in Astana on 28 and 29 October.`
const REST =
  'She said: “+40 percent,\nor more”. No visit to Paris is planned; talks will be in June.'

function documentOf(
  n: number,
  fields: Partial<Omit<NewsDocument, 'kind' | 'id' | 'text'>>,
): NewsDocument {
  const text = `${LEAD}\n${REST}${n === 0 ? '' : ` (${n})`}`
  return {
    kind: 'document',
    id: documentIdOf(text, null, null),
    source: `reports/${n}.txt`,
    title: FORMULA,
    publisher: 'The "Daily", Inc.',
    url: `https://news.example/${n}?a=1;b=2`,
    published: '2023-10-30',
    publishedBasis: 'metadata',
    place: null,
    language: 'en',
    citedSources: ['Agency One', 'Agency; Two'],
    byline: null,
    text,
    duplicateOf: null,
    ...fields,
  }
}

/** The documents: one with all it can have, one with nothing known of it, one that is a copy of the first. */
const first = documentOf(0, {})
const bare = documentOf(1, { title: null, publisher: null, url: null, published: null })
const copy = documentOf(2, { duplicateOf: first.id })
export const DOCUMENTS = { first, bare, copy } as const

const refs = (...names: Name[]): PartyRef[] =>
  names.map((name) => ({ id: PARTIES[name].id, name: `the ${name}` }))

function shared(kind: CodedRecord['kind'], document: NewsDocument, words: string, mark: string) {
  const start = document.text.indexOf(words)
  const evidence = [evidenceAt(document.text, { start, end: start + words.length })]
  return {
    id: recordIdOf(kind, document.id, evidence, [mark]) as string,
    document: document.id as string,
    evidence,
    attribution: null,
    time: null as RecordTime | null,
    factuality: 'actual' as CodedRecord['factuality'],
    confidence: 0.75,
    reason: 'event-model' as CodedRecord['reason'],
    review: 'unreviewed' as CodedRecord['review'],
    coder: 'coder-1',
    codebook: 'codebook-1',
  }
}

export const days = (start: string, end = start): RecordTime => ({
  ...{ start, end, granularity: start === end ? 'day' : 'interval', text: 'then' },
})

/** An event of the first document unless another is given; a visit of the minister to Kazakhstan unless `fields` differ. */
export function eventOf(
  fields: Partial<EventRecord> & { mark?: string; words?: string } = {},
  document: NewsDocument = first,
): EventRecord {
  const { mark = '', words = 'Foreign Minister Ana Ionescu will visit Astana', ...rest } = fields
  return {
    kind: 'event',
    ...shared('event', document, words, mark),
    event: 'CONSULT',
    mode: 'visit',
    contexts: ['diplomatic', 'economic'],
    actor: refs('minister'),
    recipient: refs('kazakhstan'),
    place: 'Astana',
    quad: 'verbal-cooperation',
    intensity: 4,
    time: days('2023-11-02'),
    ...rest,
  }
}

const statement: StatementRecord = {
  kind: 'statement',
  ...shared('statement', first, '“+40 percent,\nor more”', 'statement'),
  ...{ speaker: refs('minister')[0] as PartyRef, office: null, cue: 'said' },
  ...{ content: '+40 percent,\nor more', directness: 'direct', audience: null, about: [] },
}

const figure: FigureRecord = {
  kind: 'figure',
  ...shared('figure', first, '+40 percent', 'figure'),
  ...{ indicator: null, value: 4e10, unit: 'EUR', comparator: '=' },
  ...{ subject: refs('kazakhstan', 'stranger', 'france'), partner: [] },
  change: { value: -2.5, unit: '%', direction: 'down', since: null },
}

const role: RoleRecord = {
  kind: 'role',
  ...shared('role', first, 'Foreign Minister Ana Ionescu', 'role'),
  ...{ person: refs('minister')[0] as PartyRef, office: 'Foreign Minister', of: null },
}

export const EVENTS = {
  planned: eventOf({ mark: 'planned', factuality: 'planned' }),
  met: eventOf({
    ...{ mark: 'met', words: 'Romania and the European Union met Kazakhstan', mode: 'meet' },
    ...{ actor: refs('romania', 'union'), recipient: refs('kazakhstan'), intensity: 2.5 },
    time: days('2023-10-28', '2023-10-29'),
  }),
  denied: eventOf({
    ...{ mark: 'denied', words: 'No visit to Paris is planned', factuality: 'denied' },
    ...{ recipient: refs('france'), time: days('2023-11-03'), place: 'Paris' },
  }),
  june: eventOf({
    ...{
      mark: 'june',
      words: 'talks will be in June',
      mode: 'meet',
      actor: refs('mine', 'stranger'),
    },
    ...{ recipient: [], place: null, factuality: 'ongoing' },
    time: { start: '2024-06-01', end: '2024-06-30', granularity: 'month', text: 'June' },
  }),
  gone: eventOf({ mark: 'gone', review: 'withdrawn' }),
  bare: eventOf({ mark: 'bare', place: null, contexts: [] }, bare),
  copied: eventOf({ mark: 'copied' }, copy),
} as const

export const RECORDS: readonly CodedRecord[] = [
  EVENTS.planned,
  EVENTS.met,
  EVENTS.denied,
  EVENTS.june,
  EVENTS.gone,
  statement,
  figure,
  role,
  EVENTS.bare,
  EVENTS.copied,
]

/** A ledger's door for exports over records that are written out, document by document as the ledger gives them. */
export function sourceOf(records: Iterable<CodedRecord> = RECORDS): ExportSource {
  const documents: NewsDocument[] = Object.values(DOCUMENTS)
  const parties: PartyRecord[] = Object.values(PARTIES)
  return {
    // eslint-disable-next-line @typescript-eslint/require-await
    exportRecords: async function* () {
      yield* documents
      yield* parties
      yield* records
    },
    getDocument: (id) => Promise.resolve(documents.find((one) => one.id === id) ?? null),
    getParty: (id) => Promise.resolve(parties.find((one) => one.id === id) ?? null),
  }
}

/** The written ledger as an export goes through it. */
export function writtenItems(records?: Iterable<CodedRecord>): AsyncGenerator<ExportItem> {
  return exportItems(sourceOf(records))
}

/** All that lines come to. */
export async function textOf(lines: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const line of lines) text += line
  return text
}
