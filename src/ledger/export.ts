import { sql } from 'kysely'
import type { ControlledTransaction, SqlBool } from 'kysely'
import type { Issue } from '../core/index.js'
import type { Ledger } from './ledger.js'
import { checkRecords } from './list-records.js'
import { IS_LISTED, PARTY_COLUMNS, partyOfRow } from './list-parties.js'
import type { ExportLine } from './read-door.js'
import { DOCUMENT_NAMES, documentOfRow } from './rows.js'
import type { Db } from './rows.js'
import type { Tables } from './tables.js'

const DOCUMENTS_A_PAGE = 50
const PARTIES_A_PAGE = 500
const RECORDS_A_PAGE = 500

/**
 * See `LedgerReader.exportRecords`. Pages by key. On a server all pages come from one snapshot. The embedded database
 * has one connection, which must stay free for its owner between pages, so there each page stops at the sequence
 * numbers that stood at the beginning.
 */
export async function* exportRecords(
  ledger: Ledger,
  onIssue: (issue: Issue) => void = () => undefined,
): AsyncGenerator<ExportLine, undefined> {
  const snapshot = ledger.shared ? await openSnapshot(ledger) : null
  const db: Db = snapshot ?? ledger.db
  try {
    const bounds = await readBounds(db)
    yield* exportDocuments(db, bounds.documents)
    yield* exportParties(db, bounds)
    yield* exportStates(db, bounds.entries, onIssue)
  } finally {
    await snapshot?.rollback().execute() // nothing was written
  }
  return undefined
}

function openSnapshot(ledger: Ledger): Promise<ControlledTransaction<Tables>> {
  return ledger.db
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute()
}

interface Bounds {
  documents: number
  parties: number
  entries: number
}

async function readBounds(db: Db): Promise<Bounds> {
  const { rows } = await sql<Bounds>`select
    (select coalesce(max(sequence), 0) from documents) as documents,
    (select coalesce(max(sequence), 0) from parties) as parties,
    (select coalesce(max(sequence), 0) from entries) as entries`.execute(db)
  return rows[0] ?? { documents: 0, parties: 0, entries: 0 }
}

async function* exportDocuments(db: Db, bound: number): AsyncGenerator<ExportLine> {
  let after = ''
  for (;;) {
    const rows = await db
      .selectFrom('documents')
      .select(DOCUMENT_NAMES)
      .where('id', '>', after)
      .where('sequence', '<=', bound)
      .orderBy('id')
      .limit(DOCUMENTS_A_PAGE)
      .execute()
    yield* rows.map(documentOfRow)
    const last = rows.at(-1)
    if (!last || rows.length < DOCUMENTS_A_PAGE) return
    after = last.id
  }
}

async function* exportParties(db: Db, { parties, entries }: Bounds): AsyncGenerator<ExportLine> {
  let after = ''
  for (;;) {
    const rows = await db
      .selectFrom('parties')
      .select(PARTY_COLUMNS)
      .select(aliasesUpTo(entries).as('aliases'))
      .where(IS_LISTED)
      .where('id', '>', after)
      .where('sequence', '<=', parties)
      .orderBy('id')
      .limit(PARTIES_A_PAGE)
      .execute()
    yield* rows.map(partyOfRow)
    const last = rows.at(-1)
    if (!last || rows.length < PARTIES_A_PAGE) return
    after = last.id
  }
}

/** The aliases that a party had when the export began, by their entries; those of parties merged into it as it runs. */
function aliasesUpTo(bound: number) {
  return sql<string[]>`(
    select coalesce(jsonb_agg(alias order by alias), '[]') from (
      select body ->> 'alias' collate "C" as alias from entries
        where entries.party = parties.id and kind = 'alias' and sequence <= ${bound}
      union select entries.body ->> 'alias' collate "C" from merged_parties as merged
        join entries on entries.party = merged.party and kind = 'alias' and sequence <= ${bound}
        where merged.current = parties.id
      union select other.name from merged_parties as merged
        join parties as other on other.id = merged.party
        where merged.current = parties.id and other.name <> parties.name) as had)`
}

async function* exportStates(
  db: Db,
  bound: number,
  onIssue: (issue: Issue) => void,
): AsyncGenerator<ExportLine> {
  let after: readonly [string, number, string] = ['', -1, '']
  for (;;) {
    const [document, position, id] = after
    const rows = await db
      .selectFrom('records')
      .select(['id', 'document', 'position', 'body'])
      .where(sql<SqlBool>`(document, position, id) > (${document}, ${position}::integer, ${id})`)
      .where('sequence', '<=', bound)
      .orderBy('document')
      .orderBy('position')
      .orderBy('id')
      .limit(RECORDS_A_PAGE)
      .execute()
    const { value, issues } = await checkRecords(db, rows)
    issues.forEach(onIssue)
    yield* value
    const last = rows.at(-1)
    if (!last || rows.length < RECORDS_A_PAGE) return
    after = [last.document, last.position, last.id]
  }
}
