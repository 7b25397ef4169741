import type { DecisionView } from '../../../src/api/types.js'
import type { PartyMention } from '../words/parties.js'
import { timeWords } from '../words/phrases.js'
import type { RecordTime } from './periods.js'

/** Entries of the ledger, said in words. */

const KINDS: Readonly<Record<string, string>> = {
  record: 'Read',
  rereading: 'Read again',
  superseded: 'Not found when read again',
  alias: 'Another name was read',
  acceptance: 'Accepted',
  correction: 'Corrected',
  withdrawal: 'Withdrawn',
  merge: 'Merged',
  split: 'Split',
  undo: 'Taken back',
}

/** What an entry did, in a word or two. */
export const entryWords = ({ kind }: Pick<DecisionView, 'kind'>) => KINDS[kind] ?? kind

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' })

/** An ISO date-time as day and hour where the reader is; as it is, when it is none. */
export function momentWords(when: string): string {
  const date = new Date(when)
  return Number.isNaN(date.getTime()) ? when : moment.format(date)
}

/** The value of a record's field, in words. */
export function fieldWords(name: string, value: unknown): string {
  if (value === null || value === undefined) return name === 'time' ? 'not known' : 'none'
  if (name === 'time') return timeWords(value as RecordTime)
  if (name === 'attribution') return (value as { speaker: PartyMention }).speaker.name
  if (Array.isArray(value)) return value.map(itemWords).join(', ') || 'none'
  return itemWords(value)
}

function itemWords(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  if ('text' in value) return `“${String(value.text)}”`
  return 'name' in value ? String(value.name) : JSON.stringify(value)
}

/** A field that a correction set: what it said before where that is known, and what it says since. */
export interface FieldChange {
  readonly name: string
  readonly before: string | null
  readonly after: string
}

/** What a correction changed; `earlier` are the entries of its record before it, none where they are not known. */
export function fieldChanges(
  { body }: DecisionView,
  earlier: readonly DecisionView[],
): FieldChange[] {
  const before = valuesAfter(earlier)
  return Object.entries(body).map(([name, value]) => ({
    name,
    before: before && fieldWords(name, before[name]),
    after: fieldWords(name, value),
  }))
}

/** The fields of a record after these entries: as read last, with the corrections that then stood; null if never read. */
function valuesAfter(entries: readonly DecisionView[]): Readonly<Record<string, unknown>> | null {
  const undone = new Set<unknown>()
  const corrections: DecisionView['body'][] = []
  for (const { id, kind, body } of entries.toReversed()) {
    if (undone.has(id)) continue
    if (kind === 'undo') undone.add(body['entry'])
    if (kind === 'correction') corrections.unshift(body)
  }
  const read = entries.findLast(({ kind }) => kind === 'record' || kind === 'rereading')
  return read ? (Object.assign({}, read.body, ...corrections) as DecisionView['body']) : null
}
