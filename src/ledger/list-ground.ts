import { sql } from 'kysely'
import type { SqlBool } from 'kysely'
import type { CodedRecord, NewsDocument, PartyRecord } from '../core/index.js'
import type { Ledger } from './ledger.js'
import { IS_LISTED, PARTY_COLUMNS, partyOfRow } from './list-parties.js'
import type { GroundLine } from './read-door.js'
import { DOCUMENT_NAMES, documentOfRow } from './rows.js'
import type { Db } from './rows.js'

const PAGE_ROWS = 4000
/** The columns of a document without its text. */
export const HEAD_NAMES = DOCUMENT_NAMES.filter((name) => name !== 'text')

/** See `LedgerReader.listGround`. */
export async function* listGround(db: Db): AsyncIterableIterator<GroundLine> {
  yield* listHeads(db)
  yield* listPlainParties(db)
  yield* listStates(db)
}

/** A document without its text, of its row. */
export function headOfRow(
  row: Omit<Parameters<typeof documentOfRow>[0], 'text'>,
): Omit<NewsDocument, 'text'> {
  const { text: _none, ...head } = documentOfRow({ ...row, text: '' })
  return head
}

async function* listHeads(db: Db): AsyncIterableIterator<GroundLine> {
  let after = ''
  for (;;) {
    const rows = await db
      .selectFrom('documents')
      .select(HEAD_NAMES)
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE_ROWS)
      .execute()
    for (const row of rows) yield headOfRow(row)
    if (rows.length < PAGE_ROWS) return
    after = rows.at(-1)?.id ?? after
  }
}

/** Parties without their aliases, merged ones left out, by id. */
export async function* listPlainParties(db: Db): AsyncIterableIterator<PartyRecord> {
  let after = ''
  for (;;) {
    const rows = await db
      .selectFrom('parties')
      .select(PARTY_COLUMNS)
      .where(IS_LISTED)
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE_ROWS)
      .execute()
    for (const row of rows) yield partyOfRow({ ...row, aliases: [] })
    if (rows.length < PAGE_ROWS) return
    after = rows.at(-1)?.id ?? after
  }
}

async function* listStates(db: Db): AsyncIterableIterator<GroundLine> {
  let after: readonly [string, number, string] = ['', -1, '']
  for (;;) {
    const [document, position, id] = after
    const rows = await db
      .selectFrom('records')
      .select(['id', 'document', 'position', 'body'])
      .where(sql<SqlBool>`(document, position, id) > (${document}, ${position}::integer, ${id})`)
      .where('review', '<>', 'withdrawn')
      .orderBy('document')
      .orderBy('position')
      .orderBy('id')
      .limit(PAGE_ROWS)
      .execute()
    for (const row of rows) yield row.body as CodedRecord
    const last = rows.at(-1)
    if (!last || rows.length < PAGE_ROWS) return
    after = [last.document, last.position, last.id]
  }
}

/**
 * See `LedgerReader.getVersion`. Of several writers one may commit an entry after another with a higher number, so on a
 * server the entries are counted, too.
 */
export async function getVersion({ db, shared }: Ledger): Promise<string> {
  const counted = shared ? sql`|| '.' || (select count(*) from entries)` : sql``
  const { rows } = await sql<{ version: string }>`select
    (select coalesce(max(sequence), 0) from entries) || '.' ||
    (select coalesce(max(sequence), 0) from documents) || '.' ||
    (select coalesce(max(sequence), 0) from parties) ${counted} as version`.execute(db)
  return rows[0]?.version ?? '0'
}
