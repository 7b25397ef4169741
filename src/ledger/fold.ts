import type { CodedRecord } from '../core/index.js'
import type { EntryKind, LedgerEntry, Review } from './read-door.js'

/** What the entries about a record come to. Pure: the same entries in the same order give the same record. */

const REVIEW_OF: Partial<Record<EntryKind, Review>> = {
  acceptance: 'accepted',
  correction: 'corrected',
  withdrawal: 'withdrawn',
}

/**
 * The entries that still count, oldest first: an undo takes its entry out, and an undo that was itself undone takes out
 * nothing. An undo can only name an earlier entry, so one walk from the latest settles all.
 */
export function standingEntries(entries: readonly LedgerEntry[]): LedgerEntry[] {
  const undone = new Set<string>()
  const standing: LedgerEntry[] = []
  for (const entry of [...entries].reverse()) {
    if (undone.has(entry.id)) continue
    if (entry.kind === 'undo') undone.add(String(entry.body['entry']))
    standing.push(entry)
  }
  return standing.reverse()
}

/** The entries in which Chancery itself read a record, or did not find it when it read again. */
const READINGS: ReadonlySet<EntryKind> = new Set(['record', 'rereading', 'superseded'])

/**
 * The effective record: `read` (the record as last read) with the standing corrections laid over it in order. The last
 * standing decision gives `review`: a record withdrawn and then accepted is accepted. One that nobody decided on is
 * withdrawn when the latest reading did not find it again.
 */
export function foldEntries(read: CodedRecord, entries: readonly LedgerEntry[]): CodedRecord {
  const decisions = standingEntries(entries).filter((entry) => entry.kind in REVIEW_OF)
  const changes = decisions
    .filter((entry) => entry.kind === 'correction')
    .map((entry) => entry.body)
  const last = decisions.at(-1)
  const undecided = isSuperseded(entries) ? 'withdrawn' : 'unreviewed'
  const review = (last && REVIEW_OF[last.kind]) ?? undecided
  return Object.assign({}, read, ...changes, { review }) as CodedRecord
}

/** What was read last of a record, as stored; undefined without an entry of it. */
export function latestReading(entries: readonly LedgerEntry[]): unknown {
  return entries.findLast((entry) => entry.kind === 'record' || entry.kind === 'rereading')?.body
}

/** Did the latest reading of its document not find the record again? */
export function isSuperseded(entries: readonly LedgerEntry[]): boolean {
  return entries.findLast((entry) => READINGS.has(entry.kind))?.kind === 'superseded'
}
