import type { z } from 'zod'
import { CodedRecord, issueOf, PartyRecord, quotesText } from '../core/index.js'
import type { Issue, NewsDocument, PartyRef, RecordKind } from '../core/index.js'

/** The record contract as the ledger holds everybody to it, when writing and when reading. */

/** The fields of each kind that hold parties: one, several, or null. The speaker of an attribution comes beside them. */
const PARTY_FIELDS: Readonly<Record<RecordKind, readonly string[]>> = {
  event: ['actor', 'recipient'],
  statement: ['speaker', 'about'],
  figure: ['subject', 'partner'],
  agreement: ['parties'],
  relation: ['a', 'b'],
  role: ['person', 'of'],
}

type PartyField = PartyRef | readonly PartyRef[] | null

function partyField(record: CodedRecord, field: string): PartyField {
  return (record as unknown as Readonly<Record<string, PartyField>>)[field] ?? null
}

/** The parties that a record names, each with the field that it stands in. */
export function partyRefsOf(record: CodedRecord): { slot: string; ref: PartyRef }[] {
  const named = PARTY_FIELDS[record.kind].flatMap((slot) =>
    [partyField(record, slot) ?? []].flat().map((ref) => ({ slot, ref })),
  )
  if (record.attribution) named.push({ slot: 'attribution', ref: record.attribution.speaker })
  return named
}

/**
 * The record with every party in it changed by `change`, which gives the same object where nothing changes. Where a list
 * comes to name one party twice, the first stays.
 */
export function withParties(record: CodedRecord, change: (ref: PartyRef) => PartyRef): CodedRecord {
  const fields = PARTY_FIELDS[record.kind].map((field) => {
    const value = partyField(record, field)
    if (value === null) return [field, null]
    return [field, Array.isArray(value) ? changedList(value, change) : change(value as PartyRef)]
  })
  const { attribution } = record
  const spoken = attribution && { ...attribution, speaker: change(attribution.speaker) }
  return { ...record, ...Object.fromEntries(fields), attribution: spoken } as CodedRecord
}

function changedList(
  refs: readonly PartyRef[],
  change: (ref: PartyRef) => PartyRef,
): readonly PartyRef[] {
  const changed = refs.map(change)
  if (changed.every((ref, i) => ref === refs[i])) return refs
  return changed.filter((ref, i) => changed.findIndex((other) => other.id === ref.id) === i)
}

/** What a list can filter a record by as its type; null for statements and roles, which have none. */
export function typeOf(record: CodedRecord): string | null {
  switch (record.kind) {
    case 'event':
      return record.event
    case 'figure':
      return record.indicator
    case 'agreement':
      return record.form
    case 'relation':
      return record.label
    case 'statement':
    case 'role':
      return null
  }
}

/** The words that a text search of records looks in: the evidence, and what is named beside it. */
export function wordsOf(record: CodedRecord): string {
  const words = record.evidence.map((evidence) => evidence.text)
  if (record.kind === 'statement') words.push(record.content)
  if (record.kind === 'agreement') words.push(record.name)
  if (record.kind === 'role') words.push(record.office)
  return [...words, ...partyRefsOf(record).map(({ ref }) => ref.name)].join('\n')
}

/**
 * A value as a record of the contract, resting on `text`: schema, evidence that quotes exactly what stands there, and
 * text that the database can hold. Unknown fields are left out. The string is what is wrong with it.
 */
export function parseRecord(value: unknown, text: string): CodedRecord | string {
  const parsed = CodedRecord.safeParse(value)
  if (!parsed.success) return complaintOf(parsed.error)
  const record = parsed.data
  const stray = record.evidence.find((evidence) => !quotesText(text, evidence))
  if (stray)
    return `evidence ${stray.start}-${stray.end} is not what the document says there: "${shortened(stray.text)}"`
  return isStorable(record) ? record : NOT_STORABLE
}

/** A value as a party of the contract, or what is wrong with it. */
export function parseParty(value: unknown): PartyRecord | string {
  const parsed = PartyRecord.safeParse(value)
  if (!parsed.success) return complaintOf(parsed.error)
  const { name, aliases } = parsed.data
  if ([name, ...aliases].some((text) => text.length > NAME_LENGTH))
    return `a name is longer than ${NAME_LENGTH}`
  return isStorable(parsed.data) ? parsed.data : NOT_STORABLE
}

/** Longest name of a party, in UTF-16 code units: names are indexed, and an index row has its limit. */
const NAME_LENGTH = 500

/** What keeps a document from being stored, or null when nothing does. */
export function documentComplaint(document: NewsDocument): string | null {
  if (document.text.length === 0) return 'its text is empty'
  return isStorable(document) ? null : NOT_STORABLE
}

const NOT_STORABLE = 'it holds a NUL character or half of a surrogate pair'

/** A quick look, without regard to pairs: most texts hold neither. */
const STRAY = /[\0\ud800-\udfff]/

/** PostgreSQL refuses NUL, and half a surrogate pair has no UTF-8: stored, it would move every offset after it. */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !STRAY.test(value) || !/\0|\p{Surrogate}/u.test(value)
  if (Array.isArray(value)) return value.every(isStorable)
  if (typeof value !== 'object' || value === null) return true
  return Object.values(value).every(isStorable)
}

/** Text with what the database cannot hold replaced by U+FFFD; for messages, never for what offsets point into. */
export function storableText(text: string): string {
  return text.replace(/\0|\p{Surrogate}/gu, '\uFFFD')
}

/** The issue for a record (or party) that was left out. */
export function refusal(id: unknown, complaint: string): Issue {
  const where = typeof id === 'string' ? storableText(id) : 'record without an id'
  return issueOf('record-invalid', 'error', where, `left out: ${complaint}`)
}

function complaintOf(error: z.ZodError): string {
  const first = error.issues[0]
  if (!first) return 'it breaks the contract'
  return `${first.path.join('.') || 'it'}: ${first.message}`
}

function shortened(text: string): string {
  return storableText(text.length <= 60 ? text : `${text.slice(0, 57)}…`)
}
