import type { Outcome } from '../core/index.js'
import { parseRecord } from './contract.js'
import { correctionOf } from './corrections.js'
import type { CurrentRecord } from './corrections.js'
import { addDecision, decisionIdOf, kept, noteComplaint, refuse } from './decisions.js'
import { foldEntries, latestReading } from './fold.js'
import type { Ledger } from './ledger.js'
import { storableArgument } from './list-records.js'
import { lockParties } from './locks.js'
import { loadPartyDecisions } from './party-state.js'
import { undoPartyDecision } from './party-review.js'
import type { EntryKind, LedgerEntry } from './read-door.js'
import type { Decided, EventScale, RecordChanges, ReviewNote } from './review-door.js'
import { listEntries } from './rows.js'
import type { Db } from './rows.js'
import { standingEntries } from './standing.js'
import { replaceStates } from './state.js'

/**
 * What a person decides about a record. Each decision is a later entry; the record as first read stays. Each function
 * gives the entry, or null with an issue that says why there is none. The same decision with the same note given again
 * adds nothing and gives the entry that is there.
 */

/** Accepts a record as right. */
export function accept(ledger: Ledger, recordId: string, note: ReviewNote): Promise<Decided> {
  return decide(ledger, recordId, { kind: 'acceptance', asked: {} }, note)
}

/** Withdraws a record: lists leave it out from now on, its history and the export keep it. */
export function withdraw(ledger: Ledger, recordId: string, note: ReviewNote): Promise<Decided> {
  return decide(ledger, recordId, { kind: 'withdrawal', asked: {} }, note)
}

/**
 * Sets fields of a record otherwise. The record with the changes must keep the contract: its schema, evidence and
 * content that quote the document, parties that are in the ledger, a time that does not end before it begins. Where an
 * event's type or mode changes, quad and intensity follow by `scale`; without one the changes must give them.
 */
export function correct(
  ledger: Ledger,
  recordId: string,
  changes: RecordChanges,
  note: ReviewNote,
  scale: EventScale | null = null,
): Promise<Decided> {
  return decide(ledger, recordId, { kind: 'correction', asked: changes, scale }, note)
}

/** Takes back an acceptance, correction, withdrawal, merge, split or undo, by its entry's id. */
export async function undo(ledger: Ledger, entryId: string, note: ReviewNote): Promise<Decided> {
  const target = await ledger.db
    .selectFrom('entries')
    .select(['record', 'party', 'who'])
    .where('id', '=', storableArgument(entryId))
    .executeTakeFirst()
  if (!target) return refuse('unknown', entryId, 'there is no such entry')
  if (target.who === null)
    return refuse('invalid', entryId, 'a reading is not undone; withdraw its record')
  if (target.record !== null)
    return decide(ledger, target.record, { kind: 'undo', asked: { entry: entryId } }, note)
  return undoPartyDecision(ledger, entryId, target.party ?? '', note)
}

interface Asked {
  readonly kind: EntryKind
  readonly asked: RecordChanges
  readonly scale?: EventScale | null
}

async function decide(
  ledger: Ledger,
  recordId: string,
  asked: Asked,
  note: ReviewNote,
): Promise<Decided> {
  const complaint = noteComplaint(note)
  if (complaint !== null) return refuse('invalid', recordId, complaint)
  const id = decisionIdOf(asked.kind, recordId, asked.asked, note)
  return ledger.db.transaction().execute(async (db) => {
    await lockParties(ledger, db, 'shared')
    const text = await lockRecord(db, recordId)
    if (text === null) return refuse('unknown', recordId, 'there is no such record')
    const entries = await listEntries(db, recordId)
    const known = entries.find((entry) => entry.id === id)
    if (known) return kept(known)
    const read = parseRecord(latestReading(entries), text)
    if (typeof read === 'string')
      return refuse('conflict', recordId, `the record as stored is broken: ${read}`)
    const parties = await loadPartyDecisions(db)
    const { record } = foldEntries(read, entries, parties)
    const body = await bodyOf(db, asked, { record, text }, entries)
    if ('refused' in body) return body
    const { document } = read
    const draft = { kind: asked.kind, record: recordId, document, party: null, body: body.value }
    await addDecision(db, id, draft, note)
    const history = await listEntries(db, recordId)
    await replaceStates(db, [foldEntries(read, history, parties)])
    const added = history.at(-1)
    return added ? kept(added) : refuse('conflict', recordId, 'the entry was not kept')
  })
}

/** The text of the record's document, with the record locked against other decisions; null for an unknown record. */
async function lockRecord(db: Db, recordId: string): Promise<string | null> {
  const row = await db
    .selectFrom('records')
    .innerJoin('documents', 'documents.id', 'records.document')
    .select('documents.text')
    .where('records.id', '=', storableArgument(recordId))
    .forUpdate('records')
    .executeTakeFirst()
  return row?.text ?? null
}

/** What the decision's entry says, or why it cannot stand. */
async function bodyOf(
  db: Db,
  { kind, asked, scale = null }: Asked,
  current: CurrentRecord,
  entries: readonly LedgerEntry[],
): Promise<Decided | Outcome<RecordChanges>> {
  const where = current.record.id
  if (kind === 'correction') {
    const changes = await correctionOf(db, current, asked, scale)
    return typeof changes === 'string' ? refuse('invalid', where, changes) : plain(changes)
  }
  if (kind === 'undo' && !standingEntries(entries).some((entry) => entry.id === asked['entry']))
    return refuse('conflict', where, 'the entry was undone already')
  return plain(asked)
}

function plain(value: RecordChanges): Outcome<RecordChanges> {
  return { value, issues: [] }
}
