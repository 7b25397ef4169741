import type { ColumnType, Generated } from 'kysely'

/** Rows of the tables that the migrations make. JSON is written as text and read parsed. */

type Json<T> = ColumnType<T, string, string>
/** Filled by the database; never written. */
type Filled<T> = ColumnType<T, never, never>

export interface DocumentRow {
  sequence: Filled<number>
  id: string
  source: string
  title: string | null
  publisher: string | null
  url: string | null
  published: string | null
  published_basis: string | null
  place: string | null
  language: string
  cited_sources: Json<string[]>
  byline: string | null
  text: string
  duplicate_of: string | null
  search: Filled<string>
}

export interface PartyRow {
  sequence: Filled<number>
  id: string
  name: string
  type: string
  country: string | null
  cameo: string | null
  wikidata: string | null
  first_document: string
}

export interface EntryRow {
  sequence: Filled<number>
  id: string
  kind: string
  record: string | null
  document: string | null
  party: string | null
  body: Json<Record<string, unknown>>
  who: string | null
  decided_at: string | null
  why: string | null
}

export interface IssueRow {
  sequence: Filled<number>
  id: string
  document: string
  code: string
  severity: string
  place: string
  message: string
  advice: string | null
}

export interface SignatureRow {
  document: string
  keys: string[]
  sketch: Json<number[]>
}

export interface SignatureKeyRow {
  key: string
  document: string
}

export interface ReportRow {
  fingerprint: string
  document: string
  appended_at: Generated<Date>
}

export interface RecordRow {
  id: string
  sequence: number
  kind: string
  document: string
  position: number
  type: string | null
  factuality: string
  time_start: string | null
  time_end: string | null
  confidence: number
  review: string
  body: Json<unknown>
  search: string
}

export interface RecordPartyRow {
  party: string
  record: string
  slot: string
}

export interface PartyAliasRow {
  party: string
  alias: string
}

export interface MergedPartyRow {
  party: string
  merged_into: string
  current: string
}

export interface MadePartyRow {
  party: string
}

export interface FormerPartyRow {
  party: string
  record: string
}

export interface Tables {
  documents: DocumentRow
  parties: PartyRow
  entries: EntryRow
  issues: IssueRow
  signatures: SignatureRow
  signature_keys: SignatureKeyRow
  reports: ReportRow
  records: RecordRow
  record_parties: RecordPartyRow
  party_aliases: PartyAliasRow
  merged_parties: MergedPartyRow
  made_parties: MadePartyRow
  former_parties: FormerPartyRow
}
