import { contentHash, issueOf } from '../core/index.js'
import type { CodedRecord, Issue, Outcome } from '../core/index.js'
import { listKnownParties } from './append-rows.js'
import { isStorable, parseRecord, partyRefsOf } from './contract.js'
import { foldEntries, latestReading, standingEntries } from './fold.js'
import type { Ledger } from './ledger.js'
import type { EntryKind, LedgerEntry } from './read-door.js'
import { addRows, ENTRY_COLUMNS, listEntries, rowOfEntry } from './rows.js'
import type { Db } from './rows.js'
import { replaceState } from './state.js'
import type { RecordChanges, ReviewNote } from './write-door.js'

/**
 * What a person decides about a record. Each decision is a later entry; the record as first read stays. Each function
 * gives the entry, or null with an issue that says why there is none. The same decision with the same note given again
 * adds nothing and gives the entry that is there.
 */

type Reviewed = Promise<Outcome<LedgerEntry | null>>

/** Fields that no correction sets: they say what the record is and how it was read. */
const FIXED_FIELDS = new Set(['id', 'kind', 'document', 'reason', 'review', 'coder', 'codebook'])

/** Accepts a record as right. */
export function accept(ledger: Ledger, recordId: string, note: ReviewNote): Reviewed {
  return decide(ledger, recordId, 'acceptance', {}, note)
}

/** Withdraws a record: lists leave it out from now on, its history and the export keep it. */
export function withdraw(ledger: Ledger, recordId: string, note: ReviewNote): Reviewed {
  return decide(ledger, recordId, 'withdrawal', {}, note)
}

/**
 * Sets fields of a record otherwise. The record with the changes must keep the contract: its schema, evidence that
 * quotes the document, parties that are in the ledger.
 */
export function correct(
  ledger: Ledger,
  recordId: string,
  changes: RecordChanges,
  note: ReviewNote,
): Reviewed {
  return decide(ledger, recordId, 'correction', changes, note)
}

/** Takes back an acceptance, correction, withdrawal or undo, by its entry's id. */
export async function undo(ledger: Ledger, entryId: string, note: ReviewNote): Reviewed {
  const target = await ledger.db
    .selectFrom('entries')
    .select(['record', 'kind'])
    .where('id', '=', entryId)
    .executeTakeFirst()
  if (!target?.record) return refuse(entryId, 'there is no such entry about a record')
  if (target.kind === 'record' || target.kind === 'rereading' || target.kind === 'superseded')
    return refuse(entryId, 'a reading is not undone; withdraw its record')
  return decide(ledger, target.record, 'undo', { entry: entryId }, note)
}

async function decide(
  ledger: Ledger,
  recordId: string,
  kind: EntryKind,
  body: RecordChanges,
  note: ReviewNote,
): Reviewed {
  const complaint = noteComplaint(note)
  if (complaint !== null) return refuse(recordId, complaint)
  const hash = contentHash([kind, recordId, body, note.who, note.when, note.why])
  return ledger.db.transaction().execute(async (db) => {
    const text = await lockRecord(db, recordId)
    if (text === null) return refuse(recordId, 'there is no such record')
    const entries = await listEntries(db, recordId)
    const known = entries.find((entry) => entry.id === `entry:${hash}`)
    if (known) return { value: known, issues: [] }
    const read = parseRecord(latestReading(entries), text)
    if (typeof read === 'string') return refuse(recordId, `the record as stored is broken: ${read}`)
    const reason = await objection(db, { kind, body, read, entries, text })
    if (reason !== null) return refuse(recordId, reason)
    const entry = { id: `entry:${hash}`, kind, record: recordId, party: null, body, ...note }
    await addRows(db, 'entries', 'id', ENTRY_COLUMNS, [
      rowOfEntry({ ...entry, document: read.document }),
    ])
    const history = await listEntries(db, recordId)
    await replaceState(db, foldEntries(read, history))
    return { value: history.at(-1) ?? null, issues: [] }
  })
}

/** The text of the record's document, with the record locked against other decisions; null for an unknown record. */
async function lockRecord(db: Db, recordId: string): Promise<string | null> {
  const row = await db
    .selectFrom('records')
    .innerJoin('documents', 'documents.id', 'records.document')
    .select('documents.text')
    .where('records.id', '=', recordId)
    .forUpdate('records')
    .executeTakeFirst()
  return row?.text ?? null
}

interface Decision {
  readonly kind: EntryKind
  readonly body: RecordChanges
  readonly read: CodedRecord
  readonly entries: readonly LedgerEntry[]
  readonly text: string
}

/** Why the decision cannot stand, or null. */
async function objection(db: Db, decision: Decision): Promise<string | null> {
  const { kind, body, read, entries, text } = decision
  if (kind === 'undo') return undoObjection(body, entries)
  if (kind !== 'correction') return null
  const current = foldEntries(read, entries)
  const names = Object.keys(body)
  if (names.length === 0) return 'a correction changes at least one field'
  const wrong = names.find((name) => FIXED_FIELDS.has(name) || !(name in current))
  if (wrong !== undefined) return `${wrong} is not a field that can be corrected`
  const corrected = parseRecord({ ...current, ...body }, text)
  if (typeof corrected === 'string') return corrected
  const ids = partyRefsOf(corrected).map(({ ref }) => ref.id)
  const known = await listKnownParties(db, ids)
  const stranger = ids.find((id) => !known.includes(id))
  return stranger === undefined ? null : `no party ${stranger} in the ledger`
}

function undoObjection(body: RecordChanges, entries: readonly LedgerEntry[]): string | null {
  const target = entries.find((entry) => entry.id === body['entry'])
  return target && standingEntries(entries).includes(target) ? null : 'the entry was undone already'
}

function noteComplaint(note: ReviewNote): string | null {
  if (note.who.trim() === '' || note.why.trim() === '') return 'a decision says who and why'
  if (!/^\d{4}-\d\d-\d\dT/.test(note.when) || Number.isNaN(Date.parse(note.when)))
    return `"${note.when}" is not an ISO date-time`
  return isStorable(note) ? null : 'the note holds a character that cannot be kept'
}

function refuse(where: string, message: string): Outcome<null> {
  const issue: Issue = issueOf('ledger-conflict', 'error', where, message)
  return { value: null, issues: [issue] }
}
