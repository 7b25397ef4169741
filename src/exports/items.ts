import type { CodedRecord, Issue, NewsDocument, PartyRecord, PartyRef } from '../core/index.js'
import type { LedgerReader } from '../ledger/read-door.js'

/** What an export needs of the ledger's door. */
export type ExportSource = Pick<LedgerReader, 'exportRecords' | 'getDocument' | 'getParty'>

/** The records of one document that were not withdrawn, at least one, with the parties that they name. */
export interface DocumentRecords {
  readonly kind: 'records'
  readonly document: NewsDocument
  readonly records: readonly CodedRecord[]
  /** By id. */
  readonly parties: ReadonlyMap<string, PartyRecord>
}

/** What an export is made of, piece by piece. */
export type ExportItem = NewsDocument | PartyRecord | DocumentRecords

/** Parties are kept this long, since the same few are named again and again. */
const PARTIES_KEPT = 5000

/**
 * The ledger for an export: documents, then parties, then the records document by document, in the export's order.
 * Withdrawn records are left out. Holds no more at a time than one document with its records, a page of the ledger and
 * some thousand parties. A stored record that breaks the contract goes to `onIssue` and the export goes on.
 */
export async function* exportItems(
  source: ExportSource,
  onIssue: (issue: Issue) => void = () => undefined,
): AsyncGenerator<ExportItem, undefined> {
  const getParty = keptParties(source)
  let group: CodedRecord[] = []
  for await (const line of source.exportRecords({ onIssue })) {
    if (line.kind === 'document' || line.kind === 'party') {
      yield line
      continue
    }
    if (line.review === 'withdrawn') continue
    if (group[0] && group[0].document !== line.document) {
      yield await documentRecords(source, group, getParty)
      group = []
    }
    group.push(line)
  }
  if (group.length > 0) yield await documentRecords(source, group, getParty)
  return undefined
}

type GetParty = (id: string) => Promise<PartyRecord | null>

/** Asks the ledger for a party once while it is among those asked for last. */
function keptParties(source: ExportSource): GetParty {
  const kept = new Map<string, PartyRecord | null>()
  return async (id) => {
    const known = kept.get(id)
    const party = known === undefined ? await source.getParty(id) : known
    kept.delete(id) // a Map keeps its order: what is put in again is the last to go
    kept.set(id, party)
    for (const oldest of kept.keys()) {
      if (kept.size <= PARTIES_KEPT) break
      kept.delete(oldest)
    }
    return party
  }
}

async function documentRecords(
  source: ExportSource,
  records: readonly CodedRecord[],
  getParty: GetParty,
): Promise<DocumentRecords> {
  const id = records[0]?.document ?? ''
  const document = await source.getDocument(id)
  if (!document) throw new Error(`records of ${id} are in the ledger, the document is not`)
  const parties = new Map<string, PartyRecord>()
  for (const { id: partyId } of records.flatMap((record) => partyRefsIn(record))) {
    if (parties.has(partyId)) continue
    const party = await getParty(partyId)
    if (party) parties.set(partyId, party)
  }
  return { kind: 'records', document, records, parties }
}

/** Every reference to a party in a record, wherever it stands, in the order of its fields. */
export function partyRefsIn(value: unknown): PartyRef[] {
  if (isPartyRef(value)) return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(partyRefsIn)
}

/** Is it a reference to a party: the id of one, and a name? */
export function isPartyRef(value: unknown): value is PartyRef {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    'id' in value &&
    typeof value.id === 'string' &&
    value.id.startsWith('party:')
  )
}
