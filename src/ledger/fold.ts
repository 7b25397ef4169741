import type { CodedRecord, PartyRef } from '../core/index.js'
import { partyRefsOf, withParties } from './contract.js'
import { chainOf, NO_PARTY_DECISIONS } from './party-decisions.js'
import type { PartyDecisions, PartySplit } from './party-decisions.js'
import type { EntryKind, LedgerEntry, Review } from './read-door.js'
import { standingEntries } from './standing.js'

/** What the entries about a record come to. Pure: the same entries in the same order give the same record. */

const REVIEW_OF: Partial<Record<EntryKind, Review>> = {
  acceptance: 'accepted',
  correction: 'corrected',
  withdrawal: 'withdrawn',
}

/** The entries in which Chancery itself read a record, or did not find it when it read again. */
const READINGS: ReadonlySet<EntryKind> = new Set(['record', 'rereading', 'superseded'])

/** A record as it now stands. */
export interface FoldedRecord {
  readonly record: CodedRecord
  /** Ids of the parties that it named on the way, before merges and splits, and names no more. */
  readonly former: readonly string[]
}

/**
 * The effective record: `read` (the record as last read) with the standing corrections and the splits that name it laid
 * over it in order, and each party then followed to the one that it was merged into. The last standing decision gives
 * `review`: a record withdrawn and then accepted is accepted. One that nobody decided on is withdrawn when the latest
 * reading did not find it again. Merges and splits are no review: they leave it as it is.
 */
export function foldEntries(
  read: CodedRecord,
  entries: readonly LedgerEntry[],
  parties: PartyDecisions = NO_PARTY_DECISIONS,
): FoldedRecord {
  const decisions = standingEntries(entries).filter((entry) => entry.kind in REVIEW_OF)
  const last = decisions.at(-1)
  const undecided = isSuperseded(entries) ? 'withdrawn' : 'unreviewed'
  const review = (last && REVIEW_OF[last.kind]) ?? undecided
  const corrections = decisions.filter((entry) => entry.kind === 'correction')
  const { record, former } = layOver(read, corrections, parties)
  return { record: { ...record, review }, former }
}

function layOver(
  read: CodedRecord,
  corrections: readonly LedgerEntry[],
  parties: PartyDecisions,
): FoldedRecord {
  const splits = parties.splits.get(read.id) ?? []
  const steps = [...corrections, ...splits].sort((a, b) => a.sequence - b.sequence)
  if (steps.length === 0 && parties.merges.size === 0) return { record: read, former: [] }
  const passed = new Set<string>()
  let record = read
  for (const step of steps)
    record = 'kind' in step ? corrected(record, step) : withoutSplit(record, step, parties, passed)
  record = withParties(record, (ref) => currentOf(ref, parties, passed))
  for (const { ref } of partyRefsOf(record)) passed.delete(ref.id)
  return { record, former: [...passed] }
}

function corrected(record: CodedRecord, { body }: LedgerEntry): CodedRecord {
  return { ...record, ...body }
}

/** The record after a split: a mention that at the time counted as the split party is the other party. */
function withoutSplit(
  record: CodedRecord,
  split: PartySplit,
  parties: PartyDecisions,
  passed: Set<string>,
): CodedRecord {
  return withParties(record, (ref) => {
    const chain = chainOf(ref.id, parties, split.sequence)
    if (chain.at(-1) !== split.party) return ref
    for (const id of chain) passed.add(id)
    return { id: split.as, name: ref.name }
  })
}

function currentOf(ref: PartyRef, parties: PartyDecisions, passed: Set<string>): PartyRef {
  const chain = chainOf(ref.id, parties)
  const current = chain.at(-1) ?? ref.id
  if (current === ref.id) return ref
  for (const id of chain) passed.add(id)
  return { id: current, name: ref.name }
}

/** What was read last of a record, as stored; undefined without an entry of it. */
export function latestReading(entries: readonly LedgerEntry[]): unknown {
  return entries.findLast((entry) => entry.kind === 'record' || entry.kind === 'rereading')?.body
}

/** Did the latest reading of its document not find the record again? */
export function isSuperseded(entries: readonly LedgerEntry[]): boolean {
  return entries.findLast((entry) => READINGS.has(entry.kind))?.kind === 'superseded'
}
