import type { CodedRecord, PartyRecord } from '../core/index.js'
import type { DocumentRecords } from './items.js'
import { isPartyRef } from './items.js'

/** A record as columns see it: its fields by name; see `tables.yaml` for what stands beside them. */
export type ExportRow = Readonly<Record<string, unknown>>

/**
 * The value at a path of field names joined by dots; null where there is none. A list on the way gives the list of what
 * its members have there (nothing left out, so lists of the same length stay side by side); a number takes one member.
 */
export function valueAt(value: unknown, path: string): unknown {
  return namesIn(path).reduce(fieldOf, value) ?? null
}

/** Paths are few, and each is asked for in every row. */
const taken = new Map<string, readonly string[]>()

function namesIn(path: string): readonly string[] {
  const known = taken.get(path)
  if (known) return known
  const names = path.split('.')
  taken.set(path, names)
  return names
}

function fieldOf(value: unknown, name: string): unknown {
  if (Array.isArray(value))
    return /^\d+$/.test(name)
      ? (value as unknown[])[Number(name)]
      : value.map((one: unknown) => fieldOf(one, name) ?? null)
  if (typeof value !== 'object' || value === null) return null
  return (value as ExportRow)[name]
}

/** A record as a row: each party reference with its `party`, and its document as `report`. */
export function rowOf(record: CodedRecord, { document, parties }: DocumentRecords): ExportRow {
  return { ...(withParties(record, parties) as ExportRow), report: document }
}

function withParties(value: unknown, parties: ReadonlyMap<string, PartyRecord>): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => withParties(one, parties))
  if (isPartyRef(value)) return { ...value, party: parties.get(value.id) ?? null }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, withParties(one, parties)]),
  )
}
