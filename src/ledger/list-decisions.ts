import { sql } from 'kysely'
import type { SqlBool } from 'kysely'
import type { PartyRef } from '../core/index.js'
import type { Sorting } from './keyset.js'
import { listPage } from './list-page.js'
import { storableArgument } from './list-records.js'
import { recordsOfSplit } from './party-decisions.js'
import { listPartyEntries } from './party-state.js'
import type { LedgerEntry, ListedDecision, Page, PageRequest, PartyHistory } from './read-door.js'
import { entryOfRow, listEntries } from './rows.js'
import type { Db } from './rows.js'
import { standingEntries } from './standing.js'

/** Reads of what people decided: the latest decisions, and all about one record or party. */

const NEWEST_FIRST: Sorting = {
  direction: 'desc',
  keys: [{ expression: 'entries.sequence', type: 'int8' }],
}
const IS_DECISION = sql<SqlBool>`entries.who is not null`

/** See `LedgerReader.listDecisions`. */
export async function listDecisions(db: Db, request: PageRequest): Promise<Page<ListedDecision>> {
  const page = await listPage(
    NEWEST_FIRST,
    request,
    () => [IS_DECISION],
    (sortKey) => db.selectFrom('entries').selectAll().select(sortKey.as('sort_key')),
  )
  const decisions = page.items.map(entryOfRow)
  const standing = await listStanding(db, decisions)
  return {
    ...page,
    items: decisions.map((entry) => ({ ...entry, undone: !standing.has(entry.id) })),
  }
}

/** Ids of the entries that still count, among all decisions about the same records and parties. */
async function listStanding(db: Db, decisions: readonly LedgerEntry[]): Promise<Set<string>> {
  const records = decisions.flatMap(({ record }) => record ?? [])
  const rows = await db
    .selectFrom('entries')
    .selectAll()
    .where(IS_DECISION)
    .where(sql<SqlBool>`record = any(${[...new Set(records)]}::text[])`)
    .orderBy('sequence')
    .execute()
  const aboutParties = decisions.some(({ party }) => party !== null)
  const partyEntries = aboutParties ? await listPartyEntries(db) : []
  const standing = [rows.map(entryOfRow), partyEntries].flatMap(standingEntries)
  return new Set(standing.map((entry) => entry.id))
}

/** See `LedgerReader.getHistory`. */
export async function getHistory(db: Db, recordId: string): Promise<ListedDecision[]> {
  const id = storableArgument(recordId)
  const own = await listEntries(db, id)
  const entries = await listPartyEntries(db)
  if (own.length === 0 || entries.length === 0) return withUndone(own)
  const { rows } = await sql<{ party: string }>`
    select party from record_parties where record = ${id}
    union select party from former_parties where record = ${id}`.execute(db)
  const parties = new Set(rows.map((row) => row.party))
  const touching = withUndoing(entries, ({ kind, party, body }) =>
    kind === 'merge' ? parties.has(party ?? '') : recordsOfSplit(body).includes(id),
  )
  return withUndone([...own, ...touching].sort((a, b) => a.sequence - b.sequence))
}

/** See `LedgerReader.getPartyHistory`. */
export async function getPartyHistory(db: Db, partyId: string): Promise<PartyHistory> {
  const id = storableArgument(partyId)
  const { rows } = await sql<{ current: string; party: string; id: string; name: string }>`
    select merged.current, merged.party, parties.id, parties.name
    from merged_parties as merged
    join parties on parties.id = case when merged.party = ${id} then merged.current else merged.party end
    where merged.party = ${id} or merged.current = ${id}
    order by parties.name, parties.id`.execute(db)
  const refOf = (row: PartyRef): PartyRef => ({ id: row.id, name: row.name })
  const into = rows.find((row) => row.party === id)
  const entries = withUndoing(
    await listPartyEntries(db),
    ({ party, body }) => party === id || body['into'] === id || body['as'] === id,
  )
  return {
    mergedInto: into ? refOf(into) : null,
    mergedFrom: rows.filter((row) => row.current === id).map(refOf),
    entries: withUndone(entries),
  }
}

/** All entries about something, oldest first, with which of them were taken back. */
function withUndone(entries: readonly LedgerEntry[]): ListedDecision[] {
  const standing = new Set(standingEntries(entries).map((entry) => entry.id))
  return entries.map((entry) => ({ ...entry, undone: !standing.has(entry.id) }))
}

/** Those merges and splits that are wanted, with every undo of them; `entries` are oldest first. */
function withUndoing(
  entries: readonly LedgerEntry[],
  isWanted: (entry: LedgerEntry) => boolean,
): LedgerEntry[] {
  const ids = new Set<string>()
  return entries.filter((entry) => {
    const wanted = entry.kind === 'undo' ? ids.has(String(entry.body['entry'])) : isWanted(entry)
    if (wanted) ids.add(entry.id)
    return wanted
  })
}
