/**
 * The ledger: what was read, and what people decided about it, in an embedded or a served PostgreSQL. All of the
 * product's SQL is in this folder. findings import `read-door.ts` only, api that and `review-door.ts`.
 */
export { appendReading } from './append.js'
export { LedgerError } from './errors.js'
export { closeLedger, isServer, openLedger } from './ledger.js'
export type { Ledger, LedgerOptions } from './ledger.js'
export { hasLedger } from './place/folder.js'
export * from './read-door.js'
export { readDoor } from './reads.js'
export { mergeParties, splitParty } from './party-review.js'
export * from './review-door.js'
export { accept, correct, undo, withdraw } from './review.js'
export { reviewDoor } from './reviews.js'
export * from './write-door.js'
