import type { Issue, NewsDocument, PartyRecord, CodedRecord } from '../core/index.js'
import type { DocumentSignature } from './read-door.js'

/**
 * What appending a report takes and gives. The function is in `append.ts`; what people decide has a door of its own,
 * `review-door.ts`.
 */

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
