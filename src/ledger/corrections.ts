import { EVENT_TYPES } from '../core/index.js'
import type { CodedRecord, EventRecord } from '../core/index.js'
import { listKnownParties } from './append-rows.js'
import { parseRecord, partyRefsOf } from './contract.js'
import type { EventScale, RecordChanges } from './review-door.js'
import type { Db } from './rows.js'

/** What a correction may say. */

/** Fields that no correction sets: they say what the record is and how it was read. */
const FIXED_FIELDS = new Set(['id', 'kind', 'document', 'reason', 'review', 'coder', 'codebook'])

/** A record as it stands, and the text of its document. */
export interface CurrentRecord {
  readonly record: CodedRecord
  readonly text: string
}

/**
 * The changes as they are kept, in the form of the contract, with what follows from them; or, as a string, what is
 * wrong with them.
 */
export async function correctionOf(
  db: Db,
  current: CurrentRecord,
  asked: RecordChanges,
  scale: EventScale | null,
): Promise<RecordChanges | string> {
  const { record, text } = current
  const names = Object.keys(asked)
  if (names.length === 0) return 'a correction changes at least one field'
  const wrong = names.find((name) => FIXED_FIELDS.has(name) || !Object.hasOwn(record, name))
  if (wrong !== undefined) return `${wrong} is not a field that can be corrected`
  const changes = record.kind === 'event' ? scaledChanges(record, asked, scale) : asked
  if (typeof changes === 'string') return changes
  const corrected = parseRecord({ ...record, ...changes }, text)
  if (typeof corrected === 'string') return corrected
  const changed = changedFields(record, corrected, Object.keys(changes))
  if (Object.keys(changed).length === 0) return 'it changes nothing; accept the record instead'
  return complaintAbout(corrected, changed, text) ?? (await strangerIn(db, corrected)) ?? changed
}

/** The changes of an event, with quad and intensity where its type or mode changes. */
function scaledChanges(
  record: EventRecord,
  asked: RecordChanges,
  scale: EventScale | null,
): RecordChanges | string {
  const { event = record.event, mode = 'event' in asked ? null : record.mode } = asked
  const type = EVENT_TYPES.find((known) => known === event)
  // What is no type or mode at all is told by the contract.
  if (type === undefined || (typeof mode !== 'string' && mode !== null)) return asked
  const isSame = type === record.event && mode === record.mode
  if (scale === null)
    return isSame || ('quad' in asked && 'intensity' in asked)
      ? { mode, ...asked }
      : 'a correction of event or mode gives quad and intensity too'
  const scaled = scale(type, mode)
  if (scaled === null)
    return isSame ? asked : `mode: an event of type ${type} has no mode "${mode}"`
  if ('quad' in asked && asked['quad'] !== scaled.quad)
    return `quad: an event of type ${type} is ${scaled.quad}`
  return isSame ? asked : { mode, ...scaled, ...asked }
}

/** What the contract demands of changed fields beyond its schema, or null. */
function complaintAbout(record: CodedRecord, changed: RecordChanges, text: string): string | null {
  if ('time' in changed && record.time && record.time.end < record.time.start)
    return `time: it ends on ${record.time.end}, before it starts on ${record.time.start}`
  if ('content' in changed && record.kind === 'statement' && !text.includes(record.content))
    return 'content: the document does not say these words in one stretch'
  return null
}

function changedFields(
  before: CodedRecord,
  after: CodedRecord,
  names: readonly string[],
): RecordChanges {
  const [old, now] = [before, after] as unknown as [RecordChanges, RecordChanges]
  const changed = names.filter((name) => JSON.stringify(old[name]) !== JSON.stringify(now[name]))
  return Object.fromEntries(changed.map((name) => [name, now[name]]))
}

async function strangerIn(db: Db, record: CodedRecord): Promise<string | null> {
  const ids = partyRefsOf(record).map(({ ref }) => ref.id)
  const known = await listKnownParties(db, ids)
  const stranger = ids.find((id) => !known.includes(id))
  return stranger === undefined ? null : `no party ${stranger} in the ledger`
}
