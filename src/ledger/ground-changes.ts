import { sql } from 'kysely'
import type { SqlBool } from 'kysely'
import type { CodedRecord, PartyRecord } from '../core/index.js'
import type { Ledger } from './ledger.js'
import { HEAD_NAMES, headOfRow, listPlainParties } from './list-ground.js'
import type { GroundChanges } from './read-door.js'
import type { Db } from './rows.js'

/** More records than this are read with all the others. */
const MOST_RECORDS = 25_000

/** What a version says: the highest numbers, and on a server how many entries there were. */
interface VersionMark {
  readonly entries: number
  readonly documents: number
  readonly parties: number
  readonly count: number | null
}

/** See `LedgerReader.getGroundChanges`. */
export async function getGroundChanges(
  { db, shared }: Ledger,
  version: string,
): Promise<GroundChanges | null> {
  const mark = markOf(version)
  if (!mark || (shared && (await countUpTo(db, mark.entries)) !== mark.count)) return null
  const ids = await listTouched(db, mark.entries)
  if (ids.length > MOST_RECORDS) return null
  const rows = await db
    .selectFrom('records')
    .select(['id', 'review', 'body'])
    .where(sql<SqlBool>`id = any(${ids}::text[])`)
    .execute()
  const standing = rows.filter((row) => row.review !== 'withdrawn')
  const heads = await db
    .selectFrom('documents')
    .select(HEAD_NAMES)
    .where('sequence', '>', mark.documents)
    .execute()
  return {
    documents: heads.map(headOfRow),
    parties: (await haveMoved(db, mark)) ? await listParties(db) : null,
    records: standing.map((row) => row.body as CodedRecord),
    withdrawn: rows.filter((row) => row.review === 'withdrawn').map((row) => row.id),
  }
}

function markOf(version: string): VersionMark | null {
  const [entries, documents, parties, count] = version.split('.').map(Number)
  if (entries === undefined || documents === undefined || parties === undefined) return null
  if (![entries, documents, parties].every(Number.isInteger)) return null
  return { entries, documents, parties, count: count ?? null }
}

/** Entries up to a number: more than there were means that one was kept late, which no number tells of. */
async function countUpTo(db: Db, sequence: number): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*) as count from entries where sequence <= ${sequence}`.execute(db)
  return Number(rows[0]?.count)
}

/** Ids of the records that entries after a number are about, those whose parties they merge, split or part again included. */
async function listTouched(db: Db, sequence: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with fresh as materialized (
      select kind, record, party, body from entries where sequence > ${sequence} and kind <> 'alias'
    )
    select record as id from fresh where record is not null
    union select jsonb_array_elements_text(body -> 'records') from fresh where kind = 'split'
    union select record from record_parties
      where party in (select party from fresh where party is not null)
    union select record from former_parties
      where party in (select party from fresh where party is not null)`.execute(db)
  return rows.map((row) => row.id)
}

/** All parties as the ground has them. */
async function listParties(db: Db): Promise<PartyRecord[]> {
  const parties: PartyRecord[] = []
  for await (const line of listPlainParties(db)) parties.push(line)
  return parties
}

/** Did a party come, or was one merged, split or parted again? */
async function haveMoved(db: Db, { entries, parties }: VersionMark): Promise<boolean> {
  const { rows } = await sql<{ moved: boolean }>`select
    exists (select from parties where sequence > ${parties}) or
    exists (select from entries where sequence > ${entries} and party is not null and kind <> 'alias')
      as moved`.execute(db)
  return rows[0]?.moved === true
}
