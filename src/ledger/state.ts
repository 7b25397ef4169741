import { sql } from 'kysely'
import { contentHash } from '../core/index.js'
import type { CodedRecord } from '../core/index.js'
import { partyRefsOf, typeOf, wordsOf } from './contract.js'
import { foldEntries } from './fold.js'
import type { FoldedRecord } from './fold.js'
import type { PartyDecisions } from './party-decisions.js'
import { addRows, recordset } from './rows.js'
import type { Db } from './rows.js'

/** The derived tables of records: what their entries come to, in columns that queries use. */

const STATE_COLUMNS = {
  id: 'text',
  kind: 'text',
  document: 'text',
  position: 'integer',
  type: 'text',
  factuality: 'text',
  time_start: 'text',
  time_end: 'text',
  confidence: 'double precision',
  review: 'text',
  body: 'jsonb',
  words: 'text',
} as const
const PARTY_COLUMNS = { party: 'text', record: 'text', slot: 'text' } as const
const FORMER_COLUMNS = { party: 'text', record: 'text' } as const

/** A tsvector holds one megabyte at most: later words are not searched. */
const SEARCH = sql.raw(`to_tsvector('english', left(words, 150000))`)
/** Longest type kept for filtering: an index row has its limit, and a figure's indicator is free text. */
export const TYPE_LENGTH = 200

/**
 * Adds the entries of records that are new, as they were read, and their state and parties, as merges have them; gives
 * the ids of those records. One statement, so that each record's JSON, which is most of what is sent, travels once.
 */
export async function addRecords(
  db: Db,
  records: readonly CodedRecord[],
  parties: PartyDecisions,
): Promise<Set<string>> {
  if (records.length === 0) return new Set()
  const folded = records.map((record) => foldEntries(record, [], parties))
  const rows = folded.map(({ record, former }, i) => {
    const named = partyRefsOf(record).map(({ slot, ref }) => ({ slot, party: ref.id }))
    const state = { ...stateOf(record), entry: entryIdOf(record.id), parties: named }
    // As read and as it stands are the same but for merged parties: then the record travels twice.
    return { ...state, body: records[i], merged: former.length > 0 ? record : null }
  })
  const columns = { ...STATE_COLUMNS, entry: 'text', parties: 'jsonb', merged: 'jsonb' } as const
  const added = await sql<{ id: string }>`
    with given as materialized (
      select * from ${recordset(columns, rows)}
    ), added as (
      insert into entries (id, kind, record, document, body)
      select entry, 'record', id, document, body from given
      on conflict do nothing
      returning record, sequence
    ), named as (
      insert into record_parties (party, record, slot)
      select ref.party, given.id, ref.slot
      from given join added on added.record = given.id
      cross join jsonb_to_recordset(given.parties) as ref(party text, slot text)
      on conflict do nothing
    )
    insert into records (sequence, id, kind, document, position, type, factuality, time_start, time_end,
      confidence, review, body, search)
    select added.sequence, id, kind, document, position, type, factuality, time_start, time_end,
      confidence, review, coalesce(merged, body), ${SEARCH}
    from given join added on added.record = given.id
    returning records.id`.execute(db)
  const ids = new Set(added.rows.map((row) => row.id))
  await addFormerParties(
    db,
    folded.filter(({ record }) => ids.has(record.id)),
  )
  return ids
}

/** Id of the entry by which a record was first read. The record's id is itself a hash of its content. */
export function entryIdOf(record: string): string {
  return `entry:${contentHash(['record', record])}`
}

/** Sets the current state of records that are there: after a decision, or when they were read again. */
export async function replaceStates(db: Db, folded: readonly FoldedRecord[]): Promise<void> {
  if (folded.length === 0) return
  const states = folded.map(({ record }) => stateOf(record))
  const ids = states.map((state) => state.id)
  await sql`
    update records set (position, type, factuality, time_start, time_end, confidence, review, body, search) =
      (given.position, given.type, given.factuality, given.time_start, given.time_end,
        given.confidence, given.review, given.body, ${SEARCH})
    from ${recordset(STATE_COLUMNS, states)}
    where records.id = given.id and records.id = any(${ids}::text[])`.execute(db)
  await db.deleteFrom('record_parties').where('record', 'in', ids).execute()
  const named = folded.flatMap(({ record }) =>
    partyRefsOf(record).map(({ slot, ref }) => ({ party: ref.id, record: record.id, slot })),
  )
  await addRows(db, 'record_parties', 'record', PARTY_COLUMNS, named)
  await db.deleteFrom('former_parties').where('record', 'in', ids).execute()
  await addFormerParties(db, folded)
}

async function addFormerParties(db: Db, folded: readonly FoldedRecord[]): Promise<void> {
  const rows = folded.flatMap(({ record, former }) =>
    former.map((party) => ({ party, record: record.id })),
  )
  await addRows(db, 'former_parties', 'record', FORMER_COLUMNS, rows)
}

function stateOf(record: CodedRecord) {
  return {
    id: record.id,
    kind: record.kind,
    document: record.document,
    position: Math.min(...record.evidence.map((evidence) => evidence.start)),
    type: typeOf(record)?.slice(0, TYPE_LENGTH) ?? null,
    factuality: record.factuality,
    time_start: record.time?.start ?? null,
    time_end: record.time?.end ?? null,
    confidence: record.confidence,
    review: record.review,
    body: record,
    words: wordsOf(record),
  }
}
