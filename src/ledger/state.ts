import { sql } from 'kysely'
import { contentHash } from '../core/index.js'
import type { CodedRecord } from '../core/index.js'
import { partyRefsOf, typeOf, wordsOf } from './contract.js'
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

/** A tsvector holds one megabyte at most: later words are not searched. */
const SEARCH = sql.raw(`to_tsvector('english', left(words, 150000))`)
/** Longest type kept for filtering: an index row has its limit, and a figure's indicator is free text. */
export const TYPE_LENGTH = 200

/**
 * Adds the entries of records that are new, their state and their parties; gives the ids of those records. One
 * statement, so that each record's JSON, which is most of what is sent, travels once.
 */
export async function addRecords(db: Db, records: readonly CodedRecord[]): Promise<Set<string>> {
  if (records.length === 0) return new Set()
  const rows = records.map((record) => {
    const parties = partyRefsOf(record).map(({ slot, ref }) => ({ slot, party: ref.id }))
    return { ...stateOf(record), entry: entryIdOf(record.id), parties }
  })
  const columns = { ...STATE_COLUMNS, entry: 'text', parties: 'jsonb' } as const
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
      confidence, review, body, ${SEARCH}
    from given join added on added.record = given.id
    returning records.id`.execute(db)
  return new Set(added.rows.map((row) => row.id))
}

/** Id of the entry by which a record was first read. The record's id is itself a hash of its content. */
export function entryIdOf(record: string): string {
  return `entry:${contentHash(['record', record])}`
}

/** Sets the current state of a record that was reviewed. */
export async function replaceState(db: Db, record: CodedRecord): Promise<void> {
  await sql`
    update records set (position, type, factuality, time_start, time_end, confidence, review, body, search) =
      (select given.position, given.type, given.factuality, given.time_start, given.time_end,
         given.confidence, given.review, given.body, ${SEARCH}
       from ${recordset(STATE_COLUMNS, [stateOf(record)])})
    where id = ${record.id}`.execute(db)
  await db.deleteFrom('record_parties').where('record', '=', record.id).execute()
  const named = partyRefsOf(record).map(({ slot, ref }) => {
    return { party: ref.id, record: record.id, slot }
  })
  await addRows(db, 'record_parties', 'record', PARTY_COLUMNS, named)
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
