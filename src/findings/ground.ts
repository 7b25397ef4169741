import type {
  CodedRecord,
  FindingRecord,
  NewsDocument,
  Outcome,
  PartyRecord,
  RecordKind,
} from '../core/index.js'
import type { Codebook } from '../codebook/index.js'
import type { LedgerReader } from '../ledger/read-door.js'

/** All that findings rest on: the ledger's records as they now stand, without the documents' texts. */
export interface FindingGround {
  readonly documents: ReadonlyMap<string, DocumentHead>
  readonly parties: ReadonlyMap<string, PartyRecord>
  /** Records that were not withdrawn, in the export's order. */
  readonly records: readonly CodedRecord[]
}

/** A document without its text. */
export type DocumentHead = Omit<NewsDocument, 'text'>

/** What a finder is told beside the ledger. */
export interface FindingSetting {
  readonly codebook: Codebook
  /** The day of asking (ISO date): what was announced for an earlier day is past. */
  readonly asOf: string
}

/** One question to the ledger. Pure: the same ground and setting always give the same findings, in the same order. */
export type Finder = (
  ground: FindingGround,
  setting: FindingSetting,
) => Outcome<readonly FindingRecord[]>

/** Reads the ground of findings through the ledger's door. Memory grows with the records, not with the texts. */
export async function loadGround(ledger: Pick<LedgerReader, 'listGround'>): Promise<FindingGround> {
  const documents = new Map<string, DocumentHead>()
  const parties = new Map<string, PartyRecord>()
  const records: CodedRecord[] = []
  for await (const line of ledger.listGround()) {
    if (line.kind === 'document') documents.set(line.id, line)
    else if (line.kind === 'party') parties.set(line.id, line)
    else records.push(line)
  }
  return { documents, parties, records }
}

/** The records of one kind, in the ground's order. */
export function recordsOf<Kind extends RecordKind>(
  ground: FindingGround,
  kind: Kind,
): readonly Extract<CodedRecord, { kind: Kind }>[] {
  return ground.records.filter(
    (record): record is Extract<CodedRecord, { kind: Kind }> => record.kind === kind,
  )
}
