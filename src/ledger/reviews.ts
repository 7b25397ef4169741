import type { Ledger } from './ledger.js'
import { mergeParties, splitParty } from './party-review.js'
import type { EventScale, LedgerReviewer } from './review-door.js'
import { accept, correct, undo, withdraw } from './review.js'

/**
 * The door of an open ledger by which people decide; it lives as long as the ledger is open. With the codebook's
 * `scale`, quad and intensity follow when an event's type or mode is corrected.
 */
export function reviewDoor(ledger: Ledger, scale: EventScale | null = null): LedgerReviewer {
  return {
    accept: (record, note) => accept(ledger, record, note),
    correct: (record, changes, note) => correct(ledger, record, changes, note, scale),
    withdraw: (record, note) => withdraw(ledger, record, note),
    mergeParties: (party, into, note) => mergeParties(ledger, party, into, note),
    splitParty: (party, records, as, note) => splitParty(ledger, party, records, as, note),
    undo: (entry, note) => undo(ledger, entry, note),
  }
}
