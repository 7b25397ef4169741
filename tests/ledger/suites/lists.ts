/* eslint-disable max-lines-per-function -- a suite is one long list of tests */
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { EVENT_TYPES, FACTUALITIES, RECORD_KINDS } from '../../../src/core/index.js'
import type { CodedRecord } from '../../../src/core/index.js'
import {
  appendReading,
  CONFIDENCE_BANDS,
  FACET_NAMES,
  readDoor,
} from '../../../src/ledger/index.js'
import type {
  FacetName,
  Ledger,
  LedgerReader,
  Page,
  RecordFilter,
  RecordOrder,
} from '../../../src/ledger/index.js'
import type { TestPlace } from '../places.js'
import { makeReading } from '../readings.js'

const READINGS = Array.from({ length: 12 }, (_, n) => makeReading(n))
const RECORDS = READINGS.flatMap((reading) => reading.records)
const PARTIES = [
  ...new Map(
    READINGS.flatMap((reading) => reading.parties).map((party) => [party.id, party]),
  ).values(),
]
const PUBLISHER_OF = new Map<string, string | null>(
  READINGS.map(({ document }) => [document.id, document.publisher]),
)
const PUBLISHERS = [...new Set(PUBLISHER_OF.values())].flatMap((publisher) => publisher ?? [])
const DATES = ['2020-06-01', '2021-01-15', '2022-11-30', '2023-07-07']

const filters: fc.Arbitrary<RecordFilter> = fc.record(
  {
    kind: fc.oneof(fc.constantFrom(...RECORD_KINDS), fc.subarray([...RECORD_KINDS])),
    document: fc.constantFrom(...READINGS.map((reading) => reading.document.id)),
    party: fc.constantFrom(...PARTIES.map((party) => party.id), 'party:none'),
    speaker: fc.constantFrom(...PARTIES.map((party) => party.id)),
    publisher: fc.constantFrom(...PUBLISHERS, 'Agency None'),
    type: fc.constantFrom(...EVENT_TYPES.slice(0, 3), 'growth', 'ally', 'agreement'),
    factuality: fc.oneof(fc.constantFrom(...FACTUALITIES), fc.subarray([...FACTUALITIES])),
    from: fc.constantFrom(...DATES),
    to: fc.constantFrom(...DATES),
    minConfidence: fc.constantFrom(0, 0.5, 0.99),
    text: fc.constantFrom('praised', '"point 3"', 'nowhere'),
  },
  { requiredKeys: [] },
)
const orders = fc.constantFrom<RecordOrder>('document', 'newest', 'oldest', 'confidence')

/** Lists: what is in them, in which order, and that paging visits everything once. */
export function listSuite(getPlace: () => TestPlace): void {
  describe('listing', () => {
    let ledger: Ledger
    let door: LedgerReader
    beforeAll(async () => {
      ledger = await getPlace().freshLedger()
      door = readDoor(ledger)
      for (const reading of READINGS) await appendReading(ledger, reading)
      return () => ledger.close()
    })

    it('pages through every record of any filter once, in order', async () => {
      const property = fc.asyncProperty(
        filters,
        orders,
        fc.integer({ min: 7, max: 60 }),
        async (filter, order, limit) => {
          const listed = await listAll((cursor) =>
            door.listRecords({ ...filter, order, limit, cursor }),
          )
          const expected = RECORDS.filter((record) => meets(record, filter))
          expect(listed.map((record) => record.id)).toEqual(sorted(expected, order))
          const counts = await door.countRecords(filter)
          expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(expected.length)
        },
      )
      await fc.assert(property, { numRuns: 40 })
    })

    it('counts for each choice of a facet what that choice gives, whatever else is asked', async () => {
      const property = fc.asyncProperty(filters, async (filter) => {
        const facets = await door.countFacets(filter)
        for (const name of FACET_NAMES) {
          const others = RECORDS.filter((record) => meets(record, { ...filter, ...openFor(name) }))
          const expected = countsBy(others, (record) => valuesOf(name, record))
          expect(new Map(facets[name].map(({ value, count }) => [value, count])), name).toEqual(
            expected,
          )
          const counts = facets[name].map(({ count }) => count)
          expect(counts).toEqual(counts.toSorted((a, b) => b - a))
        }
      })
      await fc.assert(property, { numRuns: 25 })
      const { party } = await door.countFacets()
      for (const { value, name } of party)
        expect(PARTIES.find(({ id }) => id === value)?.name).toBe(name)
    })

    it('pages through documents, newest first, with their records counted', async () => {
      const listed = await listAll((cursor) => door.listDocuments({ limit: 5, cursor }))
      const key = (item: { published: string | null; id: string }) =>
        `${item.published ?? ''} ${item.id}`
      expect(listed.map(key)).toEqual(
        READINGS.map(({ document }) => key(document))
          .sort()
          .reverse(),
      )
      const first = READINGS.find(({ document }) => document.id === listed[0]?.id)
      const { text, ...rest } = first?.document ?? { text: '' }
      expect(listed[0]).toMatchObject({ ...rest, records: { event: 7, role: 7 } })
      expect(text.startsWith(listed[0]?.opening ?? '?')).toBe(true)
    })

    it('filters documents by publisher, date, words and party', async () => {
      const ids = async (filter: Parameters<LedgerReader['listDocuments']>[0]) =>
        (await door.listDocuments(filter)).items.map((item) => item.id).sort()
      const expected = (fits: (reading: (typeof READINGS)[number]) => boolean) =>
        READINGS.filter(fits)
          .map((reading) => reading.document.id as string)
          .sort()
      expect(await ids({ publisher: 'Agency One' })).toEqual(
        expected(({ document }) => document.publisher === 'Agency One'),
      )
      expect(await ids({ from: '2023-03-01', to: '2023-06-30' })).toEqual(
        expected(
          ({ document }) =>
            (document.published ?? '') >= '2023-03-01' &&
            (document.published ?? '9') <= '2023-06-30',
        ),
      )
      expect(await ids({ text: 'praised' })).toEqual(
        expected(({ document }) => document.text.includes('praised')),
      )
      const party = PARTIES[0]?.id ?? ''
      const withParty = expected(({ records }) =>
        records.some((record) => JSON.stringify(record).includes(party)),
      )
      expect(await ids({ party })).toEqual(withParty)
      expect(await door.countDocuments({ party })).toBe(withParty.length)
    })

    it('lists parties by records or by name, and finds them by letters of an alias', async () => {
      const byRecords = await listAll((cursor) => door.listParties({ limit: 2, cursor }))
      const total = (item: (typeof byRecords)[number]) =>
        Object.values(item.records).reduce((a, b) => a + b, 0)
      expect(byRecords.map(total)).toEqual(byRecords.map(total).sort((a, b) => b - a))
      expect(byRecords).toHaveLength(PARTIES.length)
      for (const item of byRecords)
        expect(total(item)).toBe(
          RECORDS.filter((record) => JSON.stringify(record).includes(item.id)).length,
        )
      const names = (
        await listAll((cursor) => door.listParties({ order: 'name', limit: 2, cursor }))
      ).map((item) => item.name)
      expect(names).toEqual(PARTIES.map((party) => party.name).sort())
      const alias = byRecords.flatMap((item) => item.aliases).find((name) => name.endsWith('ally'))
      const found = await door.listParties({ text: alias?.slice(1).toUpperCase() ?? '' })
      expect(found.items.length).toBeGreaterThan(0)
      for (const item of found.items) expect(item.aliases).toContain(alias)
      expect((await door.listParties({ text: '%' })).items).toEqual([])
      expect((await door.listParties({ country: 'RUR', type: 'country' })).items).toMatchObject([
        { name: 'Ruritania' },
      ])
    })

    it('refuses a cursor of another list, a broken one and a limit out of range', async () => {
      const { nextCursor } = await door.listRecords({ kind: 'event', limit: 3 })
      const refused = [
        await door.listRecords({ kind: 'role', limit: 3, cursor: nextCursor }),
        await door.listRecords({ kind: 'event', order: 'newest', cursor: nextCursor }),
        await door.listRecords({ cursor: 'bm9uc2Vuc2U' }),
        await door.listDocuments({ cursor: nextCursor }),
        await door.listIssues({ limit: 0 }),
        await door.listParties({ limit: 501 }),
      ]
      for (const page of refused)
        expect(page).toMatchObject({
          items: [],
          nextCursor: null,
          issues: [{ code: 'field-invalid' }],
        })
    })

    it('opens several records in the order asked, without those it does not know', async () => {
      const { items } = await door.listRecords({ kind: 'event', limit: 3 })
      const ids = items.map(({ id }) => id).reverse()
      const { value, issues } = await door.getRecords([...ids, 'event:none'])
      expect(value).toEqual([...items].reverse())
      expect(issues).toEqual([])
      expect(await door.getRecords([])).toEqual({ value: [], issues: [] })
    })

    it('finds nothing, without failing, for ids and words that cannot exist', async () => {
      expect(await door.getDocument('a\0b')).toBeNull()
      expect(await door.getRecord("'; drop table records --")).toEqual({ value: null, issues: [] })
      expect((await door.listRecords({ text: '"(& | !' })).items).toEqual([])
      expect(await door.getHistory('event:none')).toEqual([])
    })
  })
}

async function listAll<T>(load: (cursor: string | null) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = []
  let cursor: string | null = null
  do {
    const page: Page<T> = await load(cursor)
    expect(page.issues).toEqual([])
    items.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null)
  return items
}

/** The filter as a plain reader of the contract would apply it. */
function meets(record: CodedRecord, filter: RecordFilter): boolean {
  const time = record.time
  const text = filter.text?.replaceAll('"', '')
  const words = record.evidence.map((piece) => piece.text).join(' ')
  return (
    oneOf(filter.kind, record.kind) &&
    oneOf(filter.document, record.document) &&
    (filter.party === undefined || JSON.stringify(record).includes(filter.party)) &&
    (filter.speaker === undefined || speakersOf(record).includes(filter.speaker)) &&
    oneOf(filter.publisher, PUBLISHER_OF.get(record.document) ?? null) &&
    oneOf(filter.type, typeOfRecord(record)) &&
    oneOf(filter.factuality, record.factuality) &&
    (filter.from === undefined || (time !== null && time.end >= filter.from)) &&
    (filter.to === undefined || (time !== null && time.start <= filter.to)) &&
    record.confidence >= (filter.minConfidence ?? 0) &&
    (text === undefined || words.includes(text))
  )
}

function oneOf(wanted: string | readonly string[] | undefined, value: string | null): boolean {
  return wanted === undefined || (value !== null && [wanted].flat().includes(value))
}

/** The filter without what a facet is the choices of. */
function openFor(facet: FacetName): RecordFilter {
  if (facet === 'year') return { from: undefined, to: undefined }
  return { [facet === 'confidence' ? 'minConfidence' : facet]: undefined }
}

function valuesOf(facet: FacetName, record: CodedRecord): (string | null)[] {
  const { time, confidence } = record
  switch (facet) {
    case 'type':
      return [typeOfRecord(record)]
    case 'party':
      return PARTIES.map(({ id }) => id).filter((id) => JSON.stringify(record).includes(id))
    case 'speaker':
      return speakersOf(record)
    case 'publisher':
      return [PUBLISHER_OF.get(record.document) ?? null]
    case 'year': {
      const [first, last] = [time?.start, time?.end].map((day) => Number(day?.slice(0, 4)))
      if (!first || !last) return []
      return Array.from({ length: last - first + 1 }, (_, n) => String(first + n))
    }
    case 'confidence':
      return [String(CONFIDENCE_BANDS.find((least) => confidence >= least))]
    case 'kind':
    case 'factuality':
    case 'review':
      return [record[facet]]
  }
}

function countsBy(
  records: readonly CodedRecord[],
  valuesIn: (record: CodedRecord) => readonly (string | null)[],
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const value of records.flatMap((record) => [...new Set(valuesIn(record))]))
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

function speakersOf(record: CodedRecord): string[] {
  const own = record.kind === 'statement' ? [record.speaker] : []
  return [...own, ...(record.attribution ? [record.attribution.speaker] : [])].map(({ id }) => id)
}

function typeOfRecord(record: CodedRecord): string | null {
  if (record.kind === 'event') return record.event
  if (record.kind === 'figure') return record.indicator
  if (record.kind === 'agreement') return record.form
  return record.kind === 'relation' ? record.label : null
}

function sorted(records: readonly CodedRecord[], order: RecordOrder): string[] {
  const keyOf = (record: CodedRecord): (string | number)[] => {
    if (order === 'document') return [record.document, record.evidence[0]?.start ?? 0, record.id]
    if (order === 'confidence') return [record.confidence, record.id]
    return [record.time?.start ?? '', record.id]
  }
  const ascending = [...records].sort((a, b) => compare(keyOf(a), keyOf(b)))
  const upwards = order === 'document' || order === 'oldest'
  return (upwards ? ascending : ascending.reverse()).map((record) => record.id)
}

function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [i, left] of a.entries()) {
    const right = b[i] ?? ''
    if (left !== right) return left < right ? -1 : 1
  }
  return 0
}
