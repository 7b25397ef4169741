import type { EVENT_TYPES, Outcome, PartyRecord, QUADS } from '../core/index.js'
import type { LedgerEntry } from './read-door.js'

/**
 * The ledger's door for people's decisions: all that api may write. Types only. `reviewDoor(ledger)` in `reviews.ts`
 * gives the door of an open ledger.
 */

/** Who decided, when (ISO date-time with offset or Z) and why. */
export interface ReviewNote {
  readonly who: string
  readonly when: string
  readonly why: string
}

/**
 * Fields of a record that a person sets otherwise. `id`, `kind`, `document`, `reason`, `review`, `coder` and `codebook`
 * cannot be set; the record with the changes must keep the contract, and its evidence must stand in the document.
 */
export type RecordChanges = Readonly<Record<string, unknown>>

/** Whom split mentions mean: a party of the ledger by its id, or one by its name, type and country. */
export type SplitTarget =
  { readonly id: string } | Readonly<Pick<PartyRecord, 'name' | 'type' | 'country'>>

/**
 * Why a decision was not kept. `unknown`: what it is about is not in the ledger; `invalid`: it breaks the record
 * contract or says too little; `conflict`: it does not go with what was decided before.
 */
export type Refusal = 'unknown' | 'invalid' | 'conflict'

/** The entry of a decision; or null, why, and one issue that says so in words. */
export interface Decided extends Outcome<LedgerEntry | null> {
  readonly refused: Refusal | null
}

/** The codebook's quad and intensity of an event's type and mode; null where the type has no such mode. */
export type EventScale = (
  event: (typeof EVENT_TYPES)[number],
  mode: string | null,
) => { readonly quad: (typeof QUADS)[number]; readonly intensity: number } | null

/**
 * Writes of an open ledger by which people decide. Each decision is a later entry; nothing is overwritten. The same
 * decision with the same note given again adds nothing and gives the entry that is there. Every method throws when the
 * database itself fails.
 */
export interface LedgerReviewer {
  /** The record is right as it stands. */
  accept(record: string, note: ReviewNote): Promise<Decided>
  /** The record should have said otherwise. */
  correct(record: string, changes: RecordChanges, note: ReviewNote): Promise<Decided>
  /** The record is wrong: lists leave it out from now on. */
  withdraw(record: string, note: ReviewNote): Promise<Decided>
  /** The party is another one: records name that one from now on, those read later too. */
  mergeParties(party: string, into: string, note: ReviewNote): Promise<Decided>
  /** What these records say of the party is of another one. */
  splitParty(
    party: string,
    records: readonly string[],
    as: SplitTarget,
    note: ReviewNote,
  ): Promise<Decided>
  /** Takes back a decision, or an undo, by its entry's id. */
  undo(entry: string, note: ReviewNote): Promise<Decided>
}
