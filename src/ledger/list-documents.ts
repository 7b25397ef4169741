import { sql } from 'kysely'
import type { RawBuilder, SqlBool } from 'kysely'
import type { NewsDocument } from '../core/index.js'
import type { Sorting } from './keyset.js'
import { listPage } from './list-page.js'
import { countsOf, searchCondition, storableArgument } from './list-records.js'
import type {
  DocumentFilter,
  DocumentSignature,
  DuplicateCandidate,
  ListedDocument,
  Page,
  PageRequest,
} from './read-door.js'
import { DOCUMENT_NAMES, documentOfRow } from './rows.js'
import type { Db } from './rows.js'

/** Reads of documents, and of what is kept beside them to know them again. */

const OPENING_LENGTH = 280
const MAX_CANDIDATES = 50
/** Documents looked at for one key of a signature; a key that more have comes of a form, not of a copied report. */
const MAX_HOLDERS = 200

const NEWEST_FIRST: Sorting = {
  direction: 'desc',
  keys: [
    { expression: `coalesce(documents.published, '')`, type: 'text' },
    { expression: 'documents.id', type: 'text' },
  ],
}

/** See `LedgerReader.getDocument`. */
export async function getDocument(db: Db, id: string): Promise<NewsDocument | null> {
  const row = await db
    .selectFrom('documents')
    .select(DOCUMENT_NAMES)
    .where('id', '=', storableArgument(id))
    .executeTakeFirst()
  return row ? documentOfRow(row) : null
}

/** See `LedgerReader.listDocuments`. */
export async function listDocuments(
  db: Db,
  request: DocumentFilter & PageRequest,
): Promise<Page<ListedDocument>> {
  const counted = sql<Record<string, number> | null>`(
    select jsonb_object_agg(kind, count) from (
      select kind, count(*) as count from records
      where records.document = documents.id and review <> 'withdrawn' group by kind) as kinds)`
  const page = await listPage(NEWEST_FIRST, request, conditionsOf, (sortKey) =>
    db
      .selectFrom('documents')
      .select(DOCUMENT_NAMES)
      .select([counted.as('records'), sortKey.as('sort_key')]),
  )
  const items = page.items.map((row) => {
    const { text, ...listed } = documentOfRow(row)
    return { ...listed, opening: openingOf(text), records: countsOf(row.records) }
  })
  return { ...page, items }
}

/** The first words of a text; a surrogate pair at the cut is left whole or out. */
function openingOf(text: string): string {
  return text.slice(0, OPENING_LENGTH).replace(/\p{Surrogate}$/u, '')
}

/** See `LedgerReader.countDocuments`. */
export async function countDocuments(db: Db, filter: DocumentFilter): Promise<number> {
  const row = await db
    .selectFrom('documents')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where((eb) => eb.and(conditionsOf(filter)))
    .executeTakeFirstOrThrow()
  return row.count
}

function conditionsOf(filter: DocumentFilter): RawBuilder<SqlBool>[] {
  const conditions: RawBuilder<SqlBool>[] = []
  const add = (condition: RawBuilder<SqlBool>) => conditions.push(condition)
  if (filter.publisher !== undefined)
    add(sql`documents.publisher = ${storableArgument(filter.publisher)}`)
  if (filter.from !== undefined) add(sql`documents.published >= ${storableArgument(filter.from)}`)
  if (filter.to !== undefined) add(sql`documents.published <= ${storableArgument(filter.to)}`)
  if (filter.text !== undefined) add(searchCondition('documents', filter.text))
  if (filter.party !== undefined)
    add(sql`documents.id in (
      select records.document from record_parties join records on records.id = record_parties.record
      where record_parties.party = ${storableArgument(filter.party)} and records.review <> 'withdrawn')`)
  return conditions
}

interface Candidate {
  readonly id: string
  readonly duplicate_of: string | null
  readonly shared: number
  readonly sketch: number[]
}

/** See `LedgerReader.findDuplicates`. */
export async function findDuplicates(
  db: Db,
  signature: DocumentSignature,
): Promise<DuplicateCandidate[]> {
  // The inner limit makes the database look each key up by itself, and bounds what a form shared by many costs.
  const found = await sql<Candidate>`
    select documents.id, documents.duplicate_of, signatures.sketch, found.shared
    from (
      select document, count(*) as shared
      from unnest(${[...signature.keys]}::text[]) as wanted(key)
      cross join lateral (
        select document from signature_keys where signature_keys.key = wanted.key
        order by document limit ${MAX_HOLDERS}
      ) as holder
      group by document order by shared desc, document limit ${MAX_CANDIDATES}
    ) as found
    join documents on documents.id = found.document
    join signatures on signatures.document = found.document
    order by found.shared desc, documents.sequence`.execute(db)
  return found.rows.map((row) => ({
    document: row.id as NewsDocument['id'],
    duplicateOf: row.duplicate_of as NewsDocument['duplicateOf'],
    sharedKeys: row.shared,
    sketch: row.sketch,
  }))
}

/** See `LedgerReader.hasReport`. */
export async function hasReport(db: Db, fingerprint: string): Promise<boolean> {
  const row = await db
    .selectFrom('reports')
    .select('fingerprint')
    .where('fingerprint', '=', storableArgument(fingerprint))
    .executeTakeFirst()
  return row !== undefined
}
