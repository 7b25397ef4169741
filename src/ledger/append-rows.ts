import { sql } from 'kysely'
import { contentHash } from '../core/index.js'
import type { CodedRecord, Issue, NewsDocument, PartyRecord } from '../core/index.js'
import { partyRefsOf, refusal, storableText } from './contract.js'
import type { LedgerEntry } from './read-door.js'
import {
  addRows,
  DOCUMENT_COLUMNS,
  ENTRY_COLUMNS,
  insertion,
  rowOfDocument,
  rowOfEntry,
} from './rows.js'
import type { Db } from './rows.js'
import type { Appended, ReadingToAppend } from './write-door.js'

/** The rows that appending a reading adds, table by table. All run inside the caller's transaction. */

const PARTY_COLUMNS = {
  id: 'text',
  name: 'text',
  type: 'text',
  country: 'text',
  cameo: 'text',
  wikidata: 'text',
  first_document: 'text',
} as const
const ISSUE_COLUMNS = {
  id: 'text',
  document: 'text',
  code: 'text',
  severity: 'text',
  place: 'text',
  message: 'text',
  advice: 'text',
} as const
const SIGNATURE_COLUMNS = { document: 'text', keys: 'text[]', sketch: 'jsonb' } as const
const KEY_COLUMNS = { key: 'text', document: 'text' } as const
const REPORT_COLUMNS = { fingerprint: 'text', document: 'text' } as const

/** Adds the document: true when added, false when known, null when the id stands for other text. */
export async function addDocument(db: Db, document: NewsDocument): Promise<boolean | null> {
  const added = await addRows(db, 'documents', 'id', DOCUMENT_COLUMNS, [rowOfDocument(document)])
  if (added.length === 1) return true
  const stored = await db
    .selectFrom('documents')
    .select('text')
    .where('id', '=', document.id)
    .executeTakeFirst()
  return stored?.text === document.text ? false : null
}

export interface AddedParties {
  readonly counts: Appended
  /** Whether any party of the ledger was merged: then records may come to name others than were read. */
  readonly anyMerged: boolean
}

/** Adds parties that are new, and the aliases that are new to parties known. */
export async function addPartyRows(
  db: Db,
  parties: readonly PartyRecord[],
  document: string,
): Promise<AddedParties> {
  const rows = parties.map(({ id, name, type, country, cameo, wikidata }) => {
    return { id, name, type, country, cameo, wikidata, first_document: document }
  })
  const added = await sql<{ count: number; merged: boolean }>`
    with new_parties as (${insertion('parties', PARTY_COLUMNS, rows)} returning id),
    new_aliases as (
      ${insertion('entries', ENTRY_COLUMNS, aliasEntries(parties, document))}
      returning party, body ->> 'alias' as alias
    ),
    joined as (insert into party_aliases (party, alias) select party, alias from new_aliases)
    select count(*), exists (select from merged_parties) as merged from new_parties`.execute(db)
  const { count, merged } = added.rows[0] ?? { count: 0, merged: false }
  return { counts: { added: count, known: parties.length - count }, anyMerged: merged }
}

function aliasEntries(parties: readonly PartyRecord[], document: string) {
  return parties.flatMap(({ id: party, aliases }) =>
    aliases.map((alias) => {
      const id = `entry:${contentHash(['alias', party, alias])}`
      const body = { alias }
      return rowOfEntry({ ...READ, id, kind: 'alias', record: null, document, party, body })
    }),
  )
}

/** Nobody decided what Chancery itself read. */
const READ = { who: null, when: null, why: null } satisfies Partial<LedgerEntry>

/** The records all of whose parties are in the ledger. */
export async function withKnownParties(
  db: Db,
  records: readonly CodedRecord[],
  parties: readonly PartyRecord[],
): Promise<{ values: CodedRecord[]; issues: Issue[] }> {
  const known = new Set(parties.map((party) => party.id))
  const named = records.flatMap((record) => partyRefsOf(record).map(({ ref }) => ref.id))
  for (const id of await listKnownParties(
    db,
    named.filter((id) => !known.has(id)),
  ))
    known.add(id)
  const issues: Issue[] = []
  const values = records.filter((record) => {
    const stranger = partyRefsOf(record).find(({ ref }) => !known.has(ref.id))
    if (stranger) issues.push(refusal(record.id, `no party ${stranger.ref.id} in the ledger`))
    return !stranger
  })
  return { values, issues }
}

/** Which of the ids are parties of the ledger. */
export async function listKnownParties(db: Db, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('parties')
    .select('id')
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return rows.map((row) => row.id)
}

/** Adds what is kept beside the document: issues, signature and fingerprint. */
export async function addRest(
  db: Db,
  reading: ReadingToAppend,
  met: readonly Issue[],
): Promise<void> {
  const document = reading.document.id
  const issues = [...reading.issues, ...met].map((issue) => rowOfIssue(issue, document))
  const { keys, sketch } = reading.signature
  const keyRows = keys.map((key) => ({ key, document }))
  const report = { fingerprint: reading.reportFingerprint, document }
  await sql`
    with new_issues as (${insertion('issues', ISSUE_COLUMNS, issues)}),
    new_signature as (${insertion('signatures', SIGNATURE_COLUMNS, [{ document, keys, sketch }])}),
    new_keys as (${insertion('signature_keys', KEY_COLUMNS, keyRows)})
    ${insertion('reports', REPORT_COLUMNS, [report])}`.execute(db)
}

function rowOfIssue({ code, severity, where, message, advice }: Issue, document: string) {
  const id = `issue:${contentHash([document, code, severity, where, message, advice])}`
  return {
    id,
    document,
    code,
    severity,
    place: storableText(where),
    message: storableText(message),
    advice: advice === null ? null : storableText(advice),
  }
}
