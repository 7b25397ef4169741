import { hash } from 'node:crypto'

declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

export type DocumentId = Branded<'DocumentId'>
export type PartyId = Branded<'PartyId'>
export type RecordId = Branded<'RecordId'>

/** Hexadecimal digits kept of a SHA-256: 80 bits, so a billion records collide with odds below one in a million. */
const HASH_DIGITS = 20

/**
 * Hash of an ordered list of fields. Fields are written as JSON, so `['a','b']` and `['ab']` differ and the
 * hash is the same on every machine.
 */
export function contentHash(fields: readonly unknown[]): string {
  return hash('sha256', JSON.stringify(fields), 'hex').slice(0, HASH_DIGITS)
}

/** Id of a document: its clean text and where it was published, so wire copies of two publishers stay two documents. */
export function documentIdOf(
  text: string,
  publisher: string | null,
  published: string | null,
): DocumentId {
  return `document:${contentHash([text, publisher, published])}` as DocumentId
}

/** Id of a party: its type, country and canonical name. */
export function partyIdOf(type: string, country: string | null, name: string): PartyId {
  return `party:${contentHash([type, country, name.normalize('NFC')])}` as PartyId
}

/** Id of a record: its kind, document, evidence spans and the fields that tell it from others on the same words. */
export function recordIdOf(
  kind: string,
  document: string,
  spans: readonly { start: number; end: number }[],
  distinguishing: readonly unknown[],
): RecordId {
  const places = spans.map((span) => [span.start, span.end])
  return `${kind}:${contentHash([kind, document, places, distinguishing])}` as RecordId
}
