import { contentHash, issueOf } from '../core/index.js'
import { isStorable } from './contract.js'
import type { EntryKind, LedgerEntry } from './read-door.js'
import type { Decided, Refusal, ReviewNote } from './review-door.js'
import { addRows, ENTRY_COLUMNS, rowOfEntry } from './rows.js'
import type { Db } from './rows.js'

/** What every decision has in common: who, when and why, its id, and how it is refused. */

/** A decision before it is an entry. */
export interface DraftDecision {
  readonly kind: EntryKind
  readonly record: string | null
  readonly document: string | null
  readonly party: string | null
  readonly body: LedgerEntry['body']
}

/** Names a decision by what was asked for: the same, asked again, is the same entry. */
export function decisionIdOf(
  kind: EntryKind,
  about: string,
  asked: unknown,
  { who, when, why }: ReviewNote,
): string {
  return `entry:${contentHash([kind, about, asked, who, when, why])}`
}

/** Writes a decision under its id. */
export async function addDecision(
  db: Db,
  id: string,
  draft: DraftDecision,
  { who, when, why }: ReviewNote,
): Promise<void> {
  await addRows(db, 'entries', 'id', ENTRY_COLUMNS, [rowOfEntry({ ...draft, id, who, when, why })])
}

/** What is wrong with a note, or null. */
export function noteComplaint(note: ReviewNote): string | null {
  if (note.who.trim() === '' || note.why.trim() === '') return 'a decision says who and why'
  if (!/^\d{4}-\d\d-\d\dT/.test(note.when) || Number.isNaN(Date.parse(note.when)))
    return `"${note.when}" is not an ISO date-time`
  return isStorable(note) ? null : 'the note holds a character that cannot be kept'
}

/** The decision kept. */
export function kept(entry: LedgerEntry): Decided {
  return { value: entry, issues: [], refused: null }
}

/** No decision: why, and about what. */
export function refuse(
  refused: Refusal,
  where: string,
  message: string,
  advice: string | null = null,
): Decided {
  return {
    value: null,
    issues: [issueOf('ledger-conflict', 'error', where, message, advice)],
    refused,
  }
}
