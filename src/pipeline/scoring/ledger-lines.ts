import { basename } from 'node:path'
import type { CodedRecord, NewsDocument, PartyRecord } from '../../core/index.js'
import type { GoldReport } from './ledger-gold.js'

/** What the ledger's scorer reads and counts. */

/** A finding in an export (records.md). */
export interface FindingLine {
  readonly kind: 'finding'
  readonly id: string
  readonly finding: string
  readonly records: readonly string[]
}

export type LedgerLine = NewsDocument | PartyRecord | CodedRecord | FindingLine

/** The answers for one report, by the stem of its file's name. */
export interface GoldDocument {
  readonly stem: string
  readonly gold: GoldReport
}

/** So many of so many. */
export interface Tally {
  readonly right: number
  readonly of: number
}

export interface KindCounts {
  readonly gold: number
  readonly found: number
  readonly right: number
  /** Records paired with an answer, right or not. */
  readonly paired: number
  /** Further fields that agree, among the right records. */
  readonly fields: Readonly<Record<string, Tally>>
}

/** File name of a document's source without `.txt`, `.html`, `.htm` or `.md`. */
export function stemOf(document: Pick<NewsDocument, 'source' | 'url'>): string {
  return basename(document.source).replace(/\.(txt|html?|md)$/i, '')
}

/** Is a line of an export a record that rests on words of a document? */
export function isRecordLine(line: LedgerLine): line is CodedRecord {
  return line.kind !== 'document' && line.kind !== 'party' && line.kind !== 'finding'
}
