import type { Issue, NewsDocument, PartyRecord, CodedRecord } from '../core/index.js'
import type { DocumentSignature } from './read-door.js'

/** What the ledger's write functions take and give. The functions are in `append.ts` and `review.ts`. */

/** All that one report gave. It is kept in one transaction: whole or not at all. */
export interface ReadingToAppend {
  readonly document: NewsDocument
  readonly parties: readonly PartyRecord[]
  readonly records: readonly CodedRecord[]
  /** Issues met on the way, kept with the document. */
  readonly issues: readonly Issue[]
  readonly signature: DocumentSignature
  /** Hash of the report's body, the options and all versions: the same fingerprint gives the same reading. */
  readonly reportFingerprint: string
}

export interface Appended {
  readonly added: number
  /** Already in the ledger; nothing was added for them. */
  readonly known: number
}

/** What appending did. `refused` records are named in the outcome's issues. */
export interface AppendSummary {
  /** `refused`: nothing of the report was kept; the issues say why. */
  readonly document: 'added' | 'known' | 'refused'
  readonly parties: Appended
  readonly records: Appended & { readonly refused: number }
}

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
