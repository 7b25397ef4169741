import { contentHash, issueOf } from '../core/index.js'
import type { CodedRecord, Issue, NewsDocument } from '../core/index.js'
import { parseRecord, partyRefsOf } from './contract.js'
import { foldEntries, isSuperseded, latestReading } from './fold.js'
import { NO_PARTY_DECISIONS } from './party-decisions.js'
import type { PartyDecisions } from './party-decisions.js'
import { loadMergesOf, loadPartyDecisions } from './party-state.js'
import type { EntryKind, LedgerEntry } from './read-door.js'
import { addRows, ENTRY_COLUMNS, listEntries, rowOfEntry } from './rows.js'
import type { Db } from './rows.js'
import { addRecords, replaceStates } from './state.js'
import type { Appended } from './write-door.js'

/** The document that was read, whether it was read before, and whether the ledger has merged parties. */
interface ReadPlace {
  readonly document: NewsDocument
  readonly isKnown: boolean
  readonly anyMerged: boolean
}

/**
 * Adds the records of a document that are new. Where the document was read before, by other versions say, the latest
 * reading counts: records read otherwise now get a `rereading`, records not read again are `superseded`. What a person
 * decided about a record or its parties stays laid over both. An issue says how many of each there are.
 */
export async function addReadRecords(
  db: Db,
  records: readonly CodedRecord[],
  place: ReadPlace,
): Promise<{ counts: Appended; changed: Issue[] }> {
  const { document, isKnown } = place
  const parties = await decisionsOn(db, records, place)
  const added = await addRecords(db, records, parties)
  const counts = { added: added.size, known: records.length - added.size }
  if (!isKnown) return { counts, changed: [] }
  const now = new Map(records.map((record) => [record.id, record]))
  const earlier = (await listRecordIds(db, document.id)).filter((id) => !added.has(id))
  let reread = 0
  let superseded = 0
  for (const id of earlier) {
    const kind = await readAgain(db, id, now.get(id) ?? null, document, parties)
    if (kind === 'rereading') reread++
    if (kind === 'superseded') superseded++
  }
  return { counts, changed: issuesOf(document, reread, superseded) }
}

/** Merges and splits that bear on the records: a document that is new can have no splits. */
async function decisionsOn(
  db: Db,
  records: readonly CodedRecord[],
  { isKnown, anyMerged }: ReadPlace,
): Promise<PartyDecisions> {
  if (isKnown) return loadPartyDecisions(db)
  if (!anyMerged) return NO_PARTY_DECISIONS
  const ids = records.flatMap((record) => partyRefsOf(record).map(({ ref }) => ref.id))
  return loadMergesOf(db, ids)
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
  parties: PartyDecisions,
): Promise<EntryKind | null> {
  const entries = await listEntries(db, id)
  const first = parseRecord(latestReading(entries), document.text)
  const wasSuperseded = isSuperseded(entries)
  if (record === null) {
    if (wasSuperseded || typeof first === 'string') return null
    return addEntry(db, { kind: 'superseded', id, read: first, body: {}, entries, parties })
  }
  const same = typeof first !== 'string' && readingOf(first) === readingOf(record)
  if (same && !wasSuperseded) return null
  return addEntry(db, {
    kind: 'rereading',
    id,
    read: record,
    body: { ...record },
    entries,
    parties,
  })
}

interface NewEntry {
  readonly kind: EntryKind
  readonly id: string
  readonly read: CodedRecord
  readonly body: LedgerEntry['body']
  readonly entries: readonly LedgerEntry[]
  readonly parties: PartyDecisions
}

async function addEntry(db: Db, added: NewEntry): Promise<EntryKind> {
  const { kind, id, read, body, entries, parties } = added
  // The number of earlier entries keeps apart two times that the same was read.
  const hash = contentHash([kind, id, body, entries.length])
  const nobody = { who: null, when: null, why: null, party: null }
  const entry = { id: `entry:${hash}`, kind, record: id, document: read.document, body, ...nobody }
  await addRows(db, 'entries', 'id', ENTRY_COLUMNS, [rowOfEntry(entry)])
  await replaceStates(db, [foldEntries(read, await listEntries(db, id), parties)])
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
