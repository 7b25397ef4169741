import { contentHash, issueOf } from '../core/index.js'
import type { CodedRecord, Issue, NewsDocument } from '../core/index.js'
import { parseRecord } from './contract.js'
import { foldEntries, isSuperseded, latestReading } from './fold.js'
import type { EntryKind, LedgerEntry } from './read-door.js'
import { addRows, ENTRY_COLUMNS, listEntries, rowOfEntry } from './rows.js'
import type { Db } from './rows.js'
import { addRecords, replaceState } from './state.js'
import type { Appended } from './write-door.js'

/**
 * Adds the records of a document that are new. Where the document was read before, by other versions say, the latest
 * reading counts: records read otherwise now get a `rereading`, records not read again are `superseded`. What a person
 * decided about a record stays laid over both. An issue says how many of each there are.
 */
export async function addReadRecords(
  db: Db,
  records: readonly CodedRecord[],
  document: NewsDocument,
  isKnown: boolean,
): Promise<{ counts: Appended; changed: Issue[] }> {
  const added = await addRecords(db, records)
  const counts = { added: added.size, known: records.length - added.size }
  if (!isKnown) return { counts, changed: [] }
  const now = new Map(records.map((record) => [record.id, record]))
  const earlier = (await listRecordIds(db, document.id)).filter((id) => !added.has(id))
  let reread = 0
  let superseded = 0
  for (const id of earlier) {
    const kind = await readAgain(db, id, now.get(id) ?? null, document)
    if (kind === 'rereading') reread++
    if (kind === 'superseded') superseded++
  }
  return { counts, changed: issuesOf(document, reread, superseded) }
}

async function listRecordIds(db: Db, document: string): Promise<string[]> {
  const rows = await db
    .selectFrom('records')
    .select('id')
    .where('document', '=', document)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map((row) => row.id)
}

/** Adds the entry that a later reading makes about an earlier record, and its new state; null where it changes nothing. */
async function readAgain(
  db: Db,
  id: string,
  record: CodedRecord | null,
  document: NewsDocument,
): Promise<EntryKind | null> {
  const entries = await listEntries(db, id)
  const first = parseRecord(latestReading(entries), document.text)
  const wasSuperseded = isSuperseded(entries)
  if (record === null) {
    if (wasSuperseded || typeof first === 'string') return null
    return addEntry(db, { kind: 'superseded', id, read: first, body: {}, entries })
  }
  const same = typeof first !== 'string' && readingOf(first) === readingOf(record)
  if (same && !wasSuperseded) return null
  return addEntry(db, { kind: 'rereading', id, read: record, body: { ...record }, entries })
}

interface NewEntry {
  readonly kind: EntryKind
  readonly id: string
  readonly read: CodedRecord
  readonly body: LedgerEntry['body']
  readonly entries: readonly LedgerEntry[]
}

async function addEntry(db: Db, { kind, id, read, body, entries }: NewEntry): Promise<EntryKind> {
  // The number of earlier entries keeps apart two times that the same was read.
  const hash = contentHash([kind, id, body, entries.length])
  const nobody = { who: null, when: null, why: null, party: null }
  const entry = { id: `entry:${hash}`, kind, record: id, document: read.document, body, ...nobody }
  await addRows(db, 'entries', 'id', ENTRY_COLUMNS, [rowOfEntry(entry)])
  await replaceState(db, foldEntries(read, await listEntries(db, id)))
  return kind
}

/** What a record says, without the versions that said it. */
function readingOf(record: CodedRecord): string {
  return JSON.stringify({ ...record, coder: null, codebook: null })
}

function issuesOf(document: NewsDocument, reread: number, superseded: number): Issue[] {
  if (reread + superseded === 0) return []
  const message = `read again: ${reread} records were read otherwise than before, ${superseded} were not found again`
  const advice = 'the latest reading counts; the history of each record keeps the earlier ones'
  return [issueOf('ledger-conflict', 'note', document.id, message, advice)]
}
