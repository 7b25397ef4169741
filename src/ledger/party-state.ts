import { sql } from 'kysely'
import { CodedRecord } from '../core/index.js'
import { foldEntries, latestReading } from './fold.js'
import { chainOf, partyDecisionsOf } from './party-decisions.js'
import type { PartyDecisions } from './party-decisions.js'
import type { LedgerEntry } from './read-door.js'
import { addRows, entryOfRow, insertion } from './rows.js'
import type { Db } from './rows.js'
import { replaceStates } from './state.js'

/** Merges and splits in the database: their entries, and the derived tables that follow from them. */

const MERGED_COLUMNS = { party: 'text', merged_into: 'text', current: 'text' } as const
const RECORDS_A_BATCH = 500

/** Every merge, every split and their undoing, oldest first. They are few beside the records. */
export async function listPartyEntries(db: Db): Promise<LedgerEntry[]> {
  const rows = await db
    .selectFrom('entries')
    .selectAll()
    .where('who', 'is not', null)
    .where('party', 'is not', null)
    .orderBy('sequence')
    .execute()
  return rows.map(entryOfRow)
}

/** All merges and splits that stand. */
export async function loadPartyDecisions(db: Db): Promise<PartyDecisions> {
  return partyDecisionsOf(await listPartyEntries(db))
}

/** The merges that parties of these ids have gone through, and those beside; no splits: for records that are new. */
export async function loadMergesOf(db: Db, ids: readonly string[]): Promise<PartyDecisions> {
  const { rows } = await sql<{ party: string; merged_into: string }>`
    select party, merged_into from merged_parties where current in (
      select current from merged_parties where party = any(${[...new Set(ids)]}::text[]))`.execute(
    db,
  )
  const merges = rows.map(
    (row) => [row.party, { into: row.merged_into, entry: '', sequence: 0 }] as const,
  )
  return { merges: new Map(merges), splits: new Map() }
}

/** Makes the table of merged parties anew from the decisions that stand. */
export async function replaceMergedParties(db: Db, decisions: PartyDecisions): Promise<void> {
  await db.deleteFrom('merged_parties').execute()
  const rows = [...decisions.merges].map(([party, { into }]) => {
    return { party, merged_into: into, current: chainOf(party, decisions).at(-1) ?? into }
  })
  await addRows(db, 'merged_parties', 'party', MERGED_COLUMNS, rows)
}

/** Notes that a split brought the party in: it is in no list once nothing names it. */
export async function addMadeParty(db: Db, party: string): Promise<void> {
  await insertion('made_parties', { party: 'text' }, [{ party }]).execute(db)
}

/** Ids of the records that name a party, or named it before merges and splits. */
export async function listTouchedRecords(db: Db, party: string): Promise<string[]> {
  const { rows } = await sql<{ record: string }>`
    select record from record_parties where party = ${party}
    union select record from former_parties where party = ${party}`.execute(db)
  return rows.map((row) => row.record)
}

/** Folds the entries of records again, and sets their state. A record whose reading is broken stays as it is. */
export async function rebuildRecords(
  db: Db,
  ids: readonly string[],
  decisions: PartyDecisions,
): Promise<void> {
  for (let from = 0; from < ids.length; from += RECORDS_A_BATCH) {
    const entries = await listEntriesOf(db, ids.slice(from, from + RECORDS_A_BATCH))
    const folded = [...entries.values()].flatMap((about) => {
      const read = CodedRecord.safeParse(latestReading(about))
      return read.success ? [foldEntries(read.data, about, decisions)] : []
    })
    await replaceStates(db, folded)
  }
}

async function listEntriesOf(db: Db, ids: readonly string[]): Promise<Map<string, LedgerEntry[]>> {
  const rows = await db
    .selectFrom('entries')
    .selectAll()
    .where('record', 'in', [...ids])
    .orderBy('sequence')
    .execute()
  const byRecord = new Map<string, LedgerEntry[]>(ids.map((id) => [id, []]))
  for (const row of rows) byRecord.get(row.record ?? '')?.push(entryOfRow(row))
  return byRecord
}
