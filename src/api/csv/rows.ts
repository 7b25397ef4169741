import type { CodedRecord, NewsDocument } from '../../core/index.js'
import { partyRefsIn, rowOf } from '../../exports/index.js'
import type { ExportRow } from '../../exports/index.js'
import type { LedgerReader, ListedDecision } from '../../ledger/read-door.js'
import { partiesOf } from '../parties-of.js'

/** Items of the API's lists as rows of CSV. */

/** Records as rows: each with its document and the parties that it names, as the tables of the exports have them. */
export async function recordRows(
  ledger: LedgerReader,
  records: readonly CodedRecord[],
): Promise<ExportRow[]> {
  const [documents, parties] = await Promise.all([
    documentsOf(ledger, records),
    partiesOf(ledger, records),
  ])
  const byId = new Map(parties.map((party) => [party.id, party]))
  return records.flatMap((record) => {
    const document = documents.get(record.document)
    if (!document) return []
    const row = rowOf(record, { kind: 'records', document, records: [], parties: byId })
    return [{ ...row, type: typeOf(record), named: namedIn(row) }]
  })
}

async function documentsOf(ledger: LedgerReader, records: readonly CodedRecord[]) {
  const ids = [...new Set(records.map(({ document }) => document))]
  const documents = await Promise.all(ids.map((id) => ledger.getDocument(id)))
  const known = documents.filter((one): one is NewsDocument => one !== null)
  return new Map(known.map((document) => [document.id as string, document]))
}

function typeOf(record: CodedRecord): string | null {
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

function namedIn(row: ExportRow): ExportRow[keyof ExportRow] {
  return [...new Map(partyRefsIn(row).map((ref) => [ref.id, ref])).values()]
}

/** A decision as a row: its body as JSON, and whether it still stands in a word. */
export function decisionRow(decision: ListedDecision): ExportRow {
  return {
    ...decision,
    body: JSON.stringify(decision.body),
    undone: decision.undone ? 'yes' : 'no',
  }
}
