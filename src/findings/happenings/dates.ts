import type { CodedRecord } from '../../core/index.js'
import type { FindingGround } from '../ground.js'

/** Days that a record may be of: its own time, else the day of its report. */
export interface Days {
  /** ISO dates, inclusive. */
  readonly start: string
  readonly end: string
  /** Is it the record's own time, or only the day of the report that tells of it? */
  readonly basis: 'stated' | 'published'
}

/** The days of a record; null when neither its time nor its report's day is known. */
export function daysOf(ground: FindingGround, record: CodedRecord): Days | null {
  if (record.time) return { start: record.time.start, end: record.time.end, basis: 'stated' }
  const published = ground.documents.get(record.document)?.published ?? null
  return published === null ? null : { start: published, end: published, basis: 'published' }
}
