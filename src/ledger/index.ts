/**
 * The ledger: what was read, and what people decided about it, in an embedded or a served PostgreSQL. All of the
 * product's SQL is in this folder. api and findings import `read-door.ts` only.
 */
export { appendReading } from './append.js'
export { LedgerError } from './errors.js'
export { closeLedger, openLedger } from './ledger.js'
export type { Ledger, LedgerOptions } from './ledger.js'
export { hasLedger } from './place/folder.js'
export * from './read-door.js'
export { readDoor } from './reads.js'
export { accept, correct, undo, withdraw } from './review.js'
export * from './write-door.js'
