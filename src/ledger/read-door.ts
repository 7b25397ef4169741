import type {
  CodedRecord,
  FACTUALITIES,
  Issue,
  IssueCode,
  IssueSeverity,
  NewsDocument,
  Outcome,
  PartyRecord,
  PartyRef,
  RecordKind,
  REVIEWS,
} from '../core/index.js'

/**
 * The ledger's read-only door: all that api and findings may know of the ledger. Types and lists of words only, so whoever
 * imports this file cannot write. `readDoor(ledger)` in `index.ts` gives the door of an open ledger.
 */

export type Factuality = (typeof FACTUALITIES)[number]
export type Review = (typeof REVIEWS)[number]

/** Records of each kind; a kind without records counts 0. */
export type RecordCounts = Readonly<Record<RecordKind, number>>

/**
 * A page of a list. `nextCursor` is opaque and goes into the next call with the same filter; null on the last page.
 * A list goes on past trouble: a cursor that does not belong to the filter or a stored record whose words are no longer
 * in its document is an issue here, and the list holds the rest.
 */
export interface Page<T> {
  readonly items: readonly T[]
  readonly nextCursor: string | null
  readonly issues: readonly Issue[]
}

export interface PageRequest {
  /** `nextCursor` of the page before; absent for the first page. */
  readonly cursor?: string | null
  /** Items a page: 1 to 500, 50 when absent. */
  readonly limit?: number
}

export interface DocumentFilter {
  readonly publisher?: string
  /** Published on this ISO date or later; documents of unknown date are left out. */
  readonly from?: string
  /** Published on this ISO date or earlier; documents of unknown date are left out. */
  readonly to?: string
  /** Words in title or text, as typed into a web search: `"exact words"`, `or`, `-without`. */
  readonly text?: string
  /** Documents with a record that names this party. */
  readonly party?: string
}

/** A document in a list: all but its text, with its opening words and its records counted (withdrawn ones left out). */
export interface ListedDocument extends Omit<NewsDocument, 'text'> {
  /** The first 280 UTF-16 code units of the text at most, ending at a whole character. */
  readonly opening: string
  readonly records: RecordCounts
}

export interface RecordFilter {
  readonly kind?: RecordKind | readonly RecordKind[]
  readonly document?: string
  /** Records that name this party in any role, the speaker of their attribution included. */
  readonly party?: string
  /** Records whose words this party gives: the speaker of a statement, or of an attribution. */
  readonly speaker?: string
  /** Records of documents of this publisher. */
  readonly publisher?: string
  /** An event's PLOVER type, a figure's indicator, an agreement's form, a relation's label; others have none. */
  readonly type?: string
  readonly factuality?: Factuality | readonly Factuality[]
  /** Time that ends on this ISO date or later; records of unknown time are left out. */
  readonly from?: string
  /** Time that starts on this ISO date or earlier; records of unknown time are left out. */
  readonly to?: string
  readonly minConfidence?: number
  /** Words in the evidence, content or name, as typed into a web search. */
  readonly text?: string
  /** Review states wanted; all but `withdrawn` when absent. */
  readonly review?: Review | readonly Review[]
}

/**
 * `document`: as they stand in their documents (default); `newest` and `oldest`: by time, unknown times last and first;
 * `confidence`: highest first.
 */
export type RecordOrder = 'document' | 'newest' | 'oldest' | 'confidence'

export const FACET_NAMES = [
  'kind',
  'type',
  'factuality',
  'review',
  'party',
  'speaker',
  'publisher',
  'year',
  'confidence',
] as const
export type FacetName = (typeof FACET_NAMES)[number]

/** Lower ends of the bands that confidences are counted in, highest first; each ends where the one above begins. */
export const CONFIDENCE_BANDS = [0.9, 0.75, 0.5, 0] as const

/** A value of a facet and how many records have it. */
export interface FacetCount {
  readonly value: string
  /** What the value is called, where it is the id of a party. */
  readonly name: string | null
  readonly count: number
}

/** The values of each facet, those with most records first, a hundred at most. */
export type RecordFacets = Readonly<Record<FacetName, readonly FacetCount[]>>

export interface PartyFilter {
  /** Letters in the name or in an alias, in any case. */
  readonly text?: string
  readonly type?: PartyRecord['type']
  /** ISO 3166-1 alpha-3. */
  readonly country?: string
  /** `records`: most records first (default); `name`: by name. */
  readonly order?: 'records' | 'name'
}

/** A party in a list, with the records that name it counted (withdrawn ones left out). */
export interface ListedParty extends PartyRecord {
  readonly records: RecordCounts
}

export const ENTRY_KINDS = [
  'record',
  'rereading',
  'superseded',
  'alias',
  'acceptance',
  'correction',
  'withdrawal',
  'merge',
  'split',
  'undo',
] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** One entry of the ledger. Entries are never changed or deleted; what a person decides is a later entry. */
export interface LedgerEntry {
  /** Content hash, prefixed `entry:`. */
  readonly id: string
  /** Grows with every entry; numbers may be missing in between. */
  readonly sequence: number
  readonly kind: EntryKind
  /** The record it is about; null for entries about parties (a split names its records in its body). */
  readonly record: string | null
  readonly document: string | null
  readonly party: string | null
  /**
   * `record`, `rereading`: the record; `alias`: `{alias}`; `correction`: the changed fields;
   * `merge`: `{into}`; `split`: `{records, as, made}`, `made` where the split brought the other party into the ledger;
   * `undo`: `{entry}`; else empty.
   */
  readonly body: Readonly<Record<string, unknown>>
  /** Who decided; null for what Chancery itself read. */
  readonly who: string | null
  /** ISO date-time of the decision; null for what Chancery itself read. */
  readonly when: string | null
  readonly why: string | null
}

/** An entry in a list, with whether a later undo took it back. */
export interface ListedDecision extends LedgerEntry {
  readonly undone: boolean
}

/** What people decided about a party. */
export interface PartyHistory {
  /** The party that it counts as now, at the end of its merges; null when it is none but itself. */
  readonly mergedInto: PartyRef | null
  /** Parties that now count as this one, by name. */
  readonly mergedFrom: readonly PartyRef[]
  /** Merges and splits of it, into it and from it, and their undoing, oldest first. */
  readonly entries: readonly ListedDecision[]
}

export interface IssueFilter {
  readonly document?: string
  readonly code?: IssueCode
  readonly severity?: IssueSeverity
}

/** An issue as kept, with the document that it was met in. */
export interface ListedIssue extends Issue {
  readonly id: string
  readonly document: string
}

/**
 * What duplicate lookup needs of a document. Two documents that share a key are candidates; `sketch` is what the
 * documents stage compares to decide, kept here as it was given.
 */
export interface DocumentSignature {
  readonly keys: readonly string[]
  readonly sketch: readonly number[]
}

/** A document kept earlier that shares at least one key with the signature asked for. */
export interface DuplicateCandidate {
  readonly document: NewsDocument['id']
  /** What that document is itself a copy of, or null. */
  readonly duplicateOf: NewsDocument['id'] | null
  readonly sharedKeys: number
  readonly sketch: readonly number[]
}

/** A line of what findings rest on: a document without its text, a party without its aliases, or a record. */
export type GroundLine = Omit<NewsDocument, 'text'> | PartyRecord | CodedRecord

/** What became of the ground since a version of the ledger. */
export interface GroundChanges {
  readonly documents: readonly Omit<NewsDocument, 'text'>[]
  /** All parties as `listGround` has them now; null where none came, went or was merged. */
  readonly parties: readonly PartyRecord[] | null
  /** Records that are new or may stand otherwise than before, as they stand now; no order. */
  readonly records: readonly CodedRecord[]
  /** Ids of records that were withdrawn. */
  readonly withdrawn: readonly string[]
}

/** A line of the export: records.md's fields in the schema's order. */
export type ExportLine = NewsDocument | PartyRecord | CodedRecord

/** Reads of an open ledger. Every method throws when the database itself fails. */
export interface LedgerReader {
  getDocument(id: string): Promise<NewsDocument | null>
  /** Newest publication first, documents of unknown date last. */
  listDocuments(request?: DocumentFilter & PageRequest): Promise<Page<ListedDocument>>
  /** The effective record: as read, with every later acceptance, correction, withdrawal and undo applied. */
  getRecord(id: string): Promise<Outcome<CodedRecord | null>>
  /** The effective records of different ids, in their order; those that the ledger does not know are left out. */
  getRecords(ids: readonly string[]): Promise<Outcome<readonly CodedRecord[]>>
  listRecords(
    request?: RecordFilter & PageRequest & { order?: RecordOrder },
  ): Promise<Page<CodedRecord>>
  /** As first written; a party that was merged opens too, though no list and no export has it. */
  getParty(id: string): Promise<PartyRecord | null>
  /** Empty for an unknown id. */
  getPartyHistory(id: string): Promise<PartyHistory>
  listParties(request?: PartyFilter & PageRequest): Promise<Page<ListedParty>>
  /**
   * All persons as first written, without aliases, by id: the quick way to know whom the ledger knows. Merged ones too,
   * so that what is read does not depend on merges; the ledger then follows these.
   */
  listPersons(): AsyncIterableIterator<PartyRecord>
  /** Every entry about a record, merges and splits of its parties included, oldest first; empty for an unknown id. */
  getHistory(recordId: string): Promise<readonly ListedDecision[]>
  /** All that people decided, newest first. */
  listDecisions(request?: PageRequest): Promise<Page<ListedDecision>>
  countRecords(filter?: RecordFilter): Promise<RecordCounts>
  /**
   * How many records each choice of a facet would give. The counts of a facet heed every filter but its own (of `year`:
   * `from` and `to`); records without a value are not counted. In `year` a record counts in every year that its time
   * touches; `confidence` has `CONFIDENCE_BANDS`.
   */
  countFacets(filter?: RecordFilter): Promise<RecordFacets>
  countDocuments(filter?: DocumentFilter): Promise<number>
  /** In the order in which they were kept. */
  listIssues(request?: IssueFilter & PageRequest): Promise<Page<ListedIssue>>
  /**
   * Documents, then parties, then records (withdrawn ones too), each in an order that depends on nothing but their
   * content. Read page by page: memory does not grow with the ledger. What is appended meanwhile is not in it. A stored
   * record that breaks the contract goes to `onIssue` and the export goes on.
   */
  exportRecords(options?: { onIssue?: (issue: Issue) => void }): AsyncIterableIterator<ExportLine>
  /**
   * What findings rest on, ten times as quick as the export: documents without their texts, parties without their
   * aliases, and records that were not withdrawn, in the export's order. Records are given as they are kept; whoever
   * shows one opens it by `getRecord`, which compares it with its document's words.
   */
  listGround(): AsyncIterableIterator<GroundLine>
  /**
   * What became of the ground since `version` (of `getVersion`), so that whoever keeps it need not read it all again.
   * Null where that cannot be told for sure, or where so much changed that reading it all is as quick.
   */
  getGroundChanges(version: string): Promise<GroundChanges | null>
  /** Changes with every entry, document and party: what was made of another version of the ledger may be out of date. */
  getVersion(): Promise<string>
  /** Candidates, most shared keys first, then the document kept earliest. At most 50. */
  findDuplicates(signature: DocumentSignature): Promise<readonly DuplicateCandidate[]>
  /** Was a report with this fingerprint appended before? */
  hasReport(fingerprint: string): Promise<boolean>
}
