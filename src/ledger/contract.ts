import type { z } from 'zod'
import { CodedRecord, issueOf, PartyRecord, quotesText } from '../core/index.js'
import type { Issue, NewsDocument, PartyRef } from '../core/index.js'

/** The record contract as the ledger holds everybody to it, when writing and when reading. */

/** The parties that a record names, each with the field that it stands in. */
export function partyRefsOf(record: CodedRecord): { slot: string; ref: PartyRef }[] {
  const speaker = record.attribution ? [record.attribution.speaker] : []
  return [...slotsOf(record), ['attribution', speaker] as const].flatMap(([slot, refs]) =>
    refs.map((ref) => ({ slot, ref })),
  )
}

function slotsOf(record: CodedRecord): (readonly [string, readonly PartyRef[]])[] {
  switch (record.kind) {
    case 'event':
      return [
        ['actor', record.actor],
        ['recipient', record.recipient],
      ]
    case 'statement':
      return [
        ['speaker', [record.speaker]],
        ['about', record.about],
      ]
    case 'figure':
      return [
        ['subject', record.subject],
        ['partner', record.partner],
      ]
    case 'agreement':
      return [['parties', record.parties]]
    case 'relation':
      return [
        ['a', [record.a]],
        ['b', [record.b]],
      ]
    case 'role':
      return [
        ['person', [record.person]],
        ['of', record.of ? [record.of] : []],
      ]
  }
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
