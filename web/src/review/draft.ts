import type { RecordView } from '../../../src/api/types.js'
import { fieldsOf } from './fields.js'

/** The fields of a record while it is corrected; numbers as they are typed. */
export type Draft = Readonly<Record<string, unknown>>

/** The draft to begin with: the record as it stands. */
export function draftOf(record: RecordView): Draft {
  const fields = record as unknown as Draft
  const names = [...fieldsOf(record.kind).map(({ name }) => name), 'evidence']
  return Object.fromEntries(names.map((name) => [name, fields[name]]))
}

/** The fields that differ from the record as it stands, as the server takes them. */
export function changesOf(record: RecordView, draft: Draft): Draft {
  const before = draftOf(record)
  const numbers = new Set(
    fieldsOf(record.kind)
      .filter(({ input }) => input === 'number')
      .map(({ name }) => name),
  )
  const given = Object.entries(draft).map(
    ([name, value]) => [name, numbers.has(name) ? numberIn(value) : value] as const,
  )
  return Object.fromEntries(
    given.filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])),
  )
}

/** What was typed as a number; what is none stays as it was typed, for the server to say so. */
function numberIn(value: unknown): unknown {
  if (typeof value !== 'string') return value
  const number = Number(value.replace(/[\s,]/g, ''))
  return value.trim() === '' || Number.isNaN(number) ? value : number
}
