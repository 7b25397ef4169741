import { issueOf } from '../core/index.js'
import type { CodedRecord, Issue, NewsDocument, Outcome } from '../core/index.js'
import { addDocument, addPartyRows, addRest, withKnownParties } from './append-rows.js'
import { documentComplaint, parseParty, parseRecord, refusal } from './contract.js'
import type { Ledger } from './ledger.js'
import { lockParties } from './locks.js'
import { addReadRecords } from './rereading.js'
import type { AppendSummary, Appended, ReadingToAppend } from './write-door.js'

const NONE: Appended = { added: 0, known: 0 }

/**
 * Keeps all that one report gave, in one transaction: when it returns, the report is on disk whole; a process killed
 * before leaves nothing of it. What is there already is counted as known; a document read before is read again, and the
 * latest reading counts. A record or party that breaks the contract is left out with an issue, and the rest is kept. Only
 * a document that cannot be stored, or whose id is taken by other text, is refused altogether.
 */
export async function appendReading(
  ledger: Ledger,
  reading: ReadingToAppend,
): Promise<Outcome<AppendSummary>> {
  const complaint = documentComplaint(reading.document)
  if (complaint !== null) return refuseDocument(reading.document, complaint)
  const parties = sift(reading.parties, parseParty)
  const records = sift(reading.records, (record) => parseReadRecord(record, reading.document))
  const issues = [...parties.issues, ...records.issues]
  return ledger.db.transaction().execute(async (db) => {
    await lockParties(ledger, db, 'shared')
    const added = await addDocument(db, reading.document)
    if (added === null)
      return refuseDocument(reading.document, 'the ledger holds other text under its id')
    const addedParties = await addPartyRows(db, parties.values, reading.document.id)
    const named = await withKnownParties(db, records.values, parties.values)
    const place = { document: reading.document, isKnown: !added, ...addedParties }
    const { counts, changed } = await addReadRecords(db, named.values, place)
    const refused = reading.records.length - records.repeated - named.values.length
    const met = [...issues, ...named.issues, ...changed]
    await addRest(db, reading, met)
    const summary: AppendSummary = {
      document: added ? 'added' : 'known',
      parties: addedParties.counts,
      records: { ...counts, refused },
    }
    return { value: summary, issues: met }
  })
}

function refuseDocument(document: NewsDocument, complaint: string): Outcome<AppendSummary> {
  const advice = 'read the report again from its source'
  const message = `the document was not kept: ${complaint}`
  const issue = issueOf('report-failed', 'error', document.source, message, advice)
  const records = { ...NONE, refused: 0 }
  return { value: { document: 'refused', parties: NONE, records }, issues: [issue] }
}

interface Sifted<T> {
  readonly values: readonly T[]
  readonly issues: readonly Issue[]
  /** Items left out because an earlier one has the same id. */
  readonly repeated: number
}

/** The items that keep the contract, each id once, sorted by id so that two writers lock rows in the same order. */
function sift<T extends { id: string }>(
  items: readonly T[],
  parse: (item: T) => T | string,
): Sifted<T> {
  const values = new Map<string, T>()
  const issues: Issue[] = []
  let repeated = 0
  for (const item of items) {
    const parsed = parse(item)
    if (typeof parsed === 'string') issues.push(refusal(item?.id, parsed))
    else if (values.has(parsed.id)) repeated++
    else values.set(parsed.id, parsed)
  }
  return { values: [...values.values()].sort(byId), issues, repeated }
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

function parseReadRecord(value: CodedRecord, document: NewsDocument): CodedRecord | string {
  const record = parseRecord(value, document.text)
  if (typeof record === 'string') return record
  if (record.document !== document.id) return `it is of another document, ${record.document}`
  if (!record.id.startsWith(`${record.kind}:`)) return `its id does not begin with ${record.kind}:`
  if (record.review !== 'unreviewed') return `a reading cannot be ${record.review}`
  return record
}
