import { sql } from 'kysely'
import type { RawBuilder, SqlBool } from 'kysely'
import { issueOf, RECORD_KINDS } from '../core/index.js'
import type { CodedRecord, Issue, Outcome } from '../core/index.js'
import { parseRecord } from './contract.js'
import type { Sorting } from './keyset.js'
import { listPage } from './list-page.js'
import type { Page, PageRequest, RecordCounts, RecordFilter, RecordOrder } from './read-door.js'
import type { Db } from './rows.js'
import { TYPE_LENGTH } from './state.js'

/** Reads of records: their current state, checked against their documents' words. */

const SORTINGS: Readonly<Record<RecordOrder, Sorting>> = {
  document: {
    direction: 'asc',
    keys: [
      { expression: 'records.document', type: 'text' },
      { expression: 'records.position', type: 'int8' },
      { expression: 'records.id', type: 'text' },
    ],
  },
  oldest: { direction: 'asc', keys: timeKeys() },
  newest: { direction: 'desc', keys: timeKeys() },
  confidence: {
    direction: 'desc',
    keys: [
      { expression: 'records.confidence', type: 'float8' },
      { expression: 'records.id', type: 'text' },
    ],
  },
}

function timeKeys(): Sorting['keys'] {
  return [
    { expression: `coalesce(records.time_start, '')`, type: 'text' },
    { expression: 'records.id', type: 'text' },
  ]
}

/** See `LedgerReader.listRecords`. */
export async function listRecords(
  db: Db,
  request: RecordFilter & PageRequest & { order?: RecordOrder },
): Promise<Page<CodedRecord>> {
  const { order, ...asked } = request
  const sorting = SORTINGS[order ?? 'document']
  const page = await listPage(sorting, asked, conditionsOf, (sortKey) =>
    db.selectFrom('records').select(['id', 'document', 'body', sortKey.as('sort_key')]),
  )
  const { value, issues } = await checkRecords(db, page.items)
  return { items: value, nextCursor: page.nextCursor, issues: [...page.issues, ...issues] }
}

/** See `LedgerReader.getRecord`. */
export async function getRecord(db: Db, id: string): Promise<Outcome<CodedRecord | null>> {
  const { value, issues } = await getRecords(db, [id])
  return { value: value[0] ?? null, issues }
}

/** See `LedgerReader.getRecords`. */
export async function getRecords(
  db: Db,
  ids: readonly string[],
): Promise<Outcome<readonly CodedRecord[]>> {
  if (ids.length === 0) return { value: [], issues: [] }
  const rows = await db
    .selectFrom('records')
    .select(['id', 'document', 'body'])
    .where('id', 'in', ids.map(storableArgument))
    .execute()
  const places = new Map(ids.map((id, at) => [id, at]))
  rows.sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0))
  return checkRecords(db, rows)
}

/** See `LedgerReader.countRecords`. */
export async function countRecords(db: Db, filter: RecordFilter): Promise<RecordCounts> {
  const rows = await db
    .selectFrom('records')
    .select(['kind', (eb) => eb.fn.countAll<number>().as('count')])
    .where((eb) => eb.and(conditionsOf(filter)))
    .groupBy('kind')
    .execute()
  return countsOf(Object.fromEntries(rows.map((row) => [row.kind, row.count])))
}

/** Counts with a 0 for every kind that has none. */
export function countsOf(counted: Readonly<Record<string, number>> | null): RecordCounts {
  const counts = RECORD_KINDS.map((kind) => [kind, counted?.[kind] ?? 0])
  return Object.fromEntries(counts) as RecordCounts
}

interface StoredRecord {
  readonly id: string
  readonly document: string
  readonly body: unknown
}

/** The records of rows, each checked against the contract and its document; those that fail become issues. */
export async function checkRecords(
  db: Db,
  rows: readonly StoredRecord[],
): Promise<Outcome<CodedRecord[]>> {
  if (rows.length === 0) return { value: [], issues: [] }
  const documents = await db
    .selectFrom('documents')
    .select(['id', 'text'])
    .where('id', 'in', [...new Set(rows.map((row) => row.document))])
    .execute()
  const texts = new Map(documents.map((row) => [row.id, row.text]))
  const issues: Issue[] = []
  const value: CodedRecord[] = []
  for (const row of rows) {
    const record = parseRecord(row.body, texts.get(row.document) ?? '')
    if (typeof record !== 'string') value.push(record)
    else issues.push(brokenIssue(row.id, record))
  }
  return { value, issues }
}

function brokenIssue(id: string, complaint: string): Issue {
  const message = `a stored record is broken and was left out: ${complaint}`
  const advice =
    'the database was changed from outside: restore it, or read the reports into a new ledger'
  return issueOf('record-invalid', 'error', id, message, advice)
}

/** What a record must meet to be in a list, as SQL over `records`. */
export function conditionsOf(filter: RecordFilter): RawBuilder<SqlBool>[] {
  const conditions: RawBuilder<SqlBool>[] = [reviewCondition(filter.review)]
  const add = (condition: RawBuilder<SqlBool>) => conditions.push(condition)
  if (filter.kind !== undefined) add(oneOf('kind', filter.kind))
  if (filter.document !== undefined) add(oneOf('document', filter.document))
  if (filter.speaker !== undefined)
    add(sql`records.id in (select record from record_parties
      where party = ${storableArgument(filter.speaker)} and slot in ('speaker', 'attribution'))`)
  if (filter.publisher !== undefined)
    add(sql`records.document in (select id from documents
      where documents.publisher = ${storableArgument(filter.publisher)})`)
  if (filter.type !== undefined) add(oneOf('type', filter.type.slice(0, TYPE_LENGTH)))
  if (filter.factuality !== undefined) add(oneOf('factuality', filter.factuality))
  if (filter.from !== undefined) add(sql`records.time_end >= ${storableArgument(filter.from)}`)
  if (filter.to !== undefined) add(sql`records.time_start <= ${storableArgument(filter.to)}`)
  if (filter.minConfidence !== undefined)
    add(sql`records.confidence >= ${filter.minConfidence}::float8`)
  if (filter.text !== undefined) add(searchCondition('records', filter.text))
  if (filter.party !== undefined)
    add(sql`exists (select from record_parties where record_parties.record = records.id
      and record_parties.party = ${storableArgument(filter.party)})`)
  return conditions
}

function reviewCondition(review: RecordFilter['review']): RawBuilder<SqlBool> {
  return review === undefined ? sql`records.review <> 'withdrawn'` : oneOf('review', review)
}

function oneOf(column: string, wanted: string | readonly string[]): RawBuilder<SqlBool> {
  const values = [wanted].flat().map(storableArgument)
  return sql`${sql.ref(`records.${column}`)} = any(${values}::text[])`
}

/** Rows of a table whose `search` column matches words typed as into a web search. */
export function searchCondition(table: 'records' | 'documents', text: string): RawBuilder<SqlBool> {
  return sql`${sql.ref(`${table}.search`)} @@ websearch_to_tsquery('english', ${storableArgument(text)})`
}

/** An argument as the database can take it: nothing stored holds NUL, and as a parameter it would be an error. */
export function storableArgument(text: string): string {
  return text.replaceAll('\0', '\uFFFD')
}
