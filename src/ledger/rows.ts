import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import type { DocumentId, NewsDocument, PublishedBasis } from '../core/index.js'
import type { EntryKind, LedgerEntry } from './read-door.js'
import type { Tables } from './tables.js'

/** Between the nouns of core and the rows of the tables. */

export type Db = Kysely<Tables> | Transaction<Tables>

type Columns<Name extends string> = Readonly<Record<Name, string>>

/**
 * Adds rows whose key is not there yet; gives the `key` column of those added.
 */
export async function addRows<Name extends string>(
  db: Db,
  table: keyof Tables,
  key: NoInfer<Name>,
  columns: Columns<Name>,
  rows: readonly Readonly<Record<Name, unknown>>[],
): Promise<string[]> {
  if (rows.length === 0) return []
  const added = await sql<{ key: string }>`
    ${insertion(table, columns, rows)} returning ${sql.ref(key)} as key`.execute(db)
  return added.rows.map((row) => row.key)
}

/**
 * The statement that adds rows whose key is not there yet, to run or to join with others in one `with`: each statement
 * costs the embedded database a third of a millisecond. All rows travel as one JSON parameter, so the statement is the
 * same however many they are. `columns` names each column's PostgreSQL type.
 */
export function insertion<Name extends string>(
  table: keyof Tables,
  columns: Columns<Name>,
  rows: readonly Readonly<Record<Name, unknown>>[],
) {
  const names = sql.join(Object.keys(columns).map((name) => sql.ref(name)))
  return sql`insert into ${sql.table(table)} (${names})
    select ${names} from ${recordset(columns, rows)} on conflict do nothing`
}

/** Rows as a set that SQL can select from, under the name `given`. */
export function recordset<Name extends string>(
  columns: Columns<Name>,
  rows: readonly Readonly<Record<Name, unknown>>[],
) {
  const typed = Object.entries<string>(columns).map(
    ([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`,
  )
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(${sql.join(typed)})`
}

export const DOCUMENT_COLUMNS = {
  id: 'text',
  source: 'text',
  title: 'text',
  publisher: 'text',
  url: 'text',
  published: 'text',
  published_basis: 'text',
  place: 'text',
  language: 'text',
  cited_sources: 'jsonb',
  byline: 'text',
  text: 'text',
  duplicate_of: 'text',
} as const

type StoredDocument = Record<keyof typeof DOCUMENT_COLUMNS, unknown>

/** The row that a document is kept as. */
export function rowOfDocument(document: NewsDocument): StoredDocument {
  return {
    id: document.id,
    source: document.source,
    title: document.title,
    publisher: document.publisher,
    url: document.url,
    published: document.published,
    published_basis: document.publishedBasis,
    place: document.place,
    language: document.language,
    cited_sources: document.citedSources,
    byline: document.byline,
    text: document.text,
    duplicate_of: document.duplicateOf,
  }
}

/** A document's row as selected. */
export interface SelectedDocument {
  id: string
  source: string
  title: string | null
  publisher: string | null
  url: string | null
  published: string | null
  published_basis: string | null
  place: string | null
  language: string
  cited_sources: string[]
  byline: string | null
  text: string
  duplicate_of: string | null
}

export const DOCUMENT_NAMES = Object.keys(DOCUMENT_COLUMNS) as (keyof SelectedDocument)[]

/** The document of a row, its fields in records.md's order. */
export function documentOfRow(row: SelectedDocument): NewsDocument {
  return {
    kind: 'document',
    id: row.id as DocumentId,
    source: row.source,
    title: row.title,
    publisher: row.publisher,
    url: row.url,
    published: row.published,
    publishedBasis: row.published_basis as PublishedBasis | null,
    place: row.place,
    language: row.language,
    citedSources: row.cited_sources,
    byline: row.byline,
    text: row.text,
    duplicateOf: row.duplicate_of as DocumentId | null,
  }
}

export const ENTRY_COLUMNS = {
  id: 'text',
  kind: 'text',
  record: 'text',
  document: 'text',
  party: 'text',
  body: 'jsonb',
  who: 'text',
  decided_at: 'text',
  why: 'text',
} as const

interface SelectedEntry {
  id: string
  sequence: number
  kind: string
  record: string | null
  document: string | null
  party: string | null
  body: Record<string, unknown>
  who: string | null
  decided_at: string | null
  why: string | null
}

/** The row that an entry is kept as. */
export function rowOfEntry(entry: Omit<LedgerEntry, 'sequence'>) {
  const { id, kind, record, document, party, body, who, why } = entry
  return { id, kind, record, document, party, body, who, decided_at: entry.when, why }
}

/** Every entry about a record, oldest first. */
export async function listEntries(db: Db, record: string): Promise<LedgerEntry[]> {
  const rows = await db
    .selectFrom('entries')
    .selectAll()
    .where('record', '=', record)
    .orderBy('sequence')
    .execute()
  return rows.map(entryOfRow)
}

/** The entry of a row. */
export function entryOfRow(row: SelectedEntry): LedgerEntry {
  const { id, sequence, record, document, party, body, who, why } = row
  const kind = row.kind as EntryKind
  return { id, sequence, kind, record, document, party, body, who, when: row.decided_at, why }
}
