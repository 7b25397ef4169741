import type {
  CodedRecord,
  FindingRecord,
  NewsDocument,
  Outcome,
  PartyRecord,
  RecordKind,
} from '../core/index.js'
import type { Codebook } from '../codebook/index.js'
import type { GroundChanges, LedgerReader } from '../ledger/read-door.js'
import { serveTheSame } from './persons.js'

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

const FRAMES = new WeakMap<FindingGround['parties'], object>()

/**
 * What stands for all that single records are read against: the states, bodies and places of a ground, and the
 * states that its persons serve. Two grounds that have these in common share a frame, and what was worked out of a record in one holds in the other.
 */
export function frameOf({ parties }: Pick<FindingGround, 'parties'>): object {
  const known = FRAMES.get(parties)
  if (known) return known
  const made = {}
  FRAMES.set(parties, made)
  return made
}

/**
 * The ground after changes: all that did not change is the same object as before, so that what was worked out of it
 * stands. As `loadGround` would give it.
 */
export function changeGround(ground: FindingGround, changes: GroundChanges): FindingGround {
  const touched = new Set([...changes.records.map(({ id }) => id), ...changes.withdrawn])
  const kept =
    touched.size === 0 ? ground.records : ground.records.filter(({ id }) => !touched.has(id))
  const records =
    changes.records.length === 0 ? kept : [...kept, ...changes.records].sort(inExportOrder)
  const documents =
    changes.documents.length === 0
      ? ground.documents
      : byId([...ground.documents.values(), ...changes.documents])
  const parties = changes.parties ? byId(changes.parties) : ground.parties
  const changed = { documents, parties, records }
  if (haveSameFrame(ground.parties, parties) && serveTheSame(ground, changed)) {
    if (!FRAMES.has(parties)) FRAMES.set(parties, frameOf(ground))
    return changed
  }
  return parties === ground.parties ? { ...changed, parties: new Map(parties) } : changed
}

function byId<Item extends { id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> {
  const sorted = [...items].sort((a, b) => (a.id < b.id ? -1 : 1))
  return new Map(sorted.map((item) => [item.id, item]))
}

function inExportOrder(a: CodedRecord, b: CodedRecord): number {
  if (a.document !== b.document) return a.document < b.document ? -1 : 1
  return startOf(a) - startOf(b) || (a.id < b.id ? -1 : 1)
}

function startOf({ evidence }: CodedRecord): number {
  return Math.min(...evidence.map(({ start }) => start))
}

/** A person is read by the records that name it alone; any other party may be named in the words of all. */
function haveSameFrame(a: FindingGround['parties'], b: FindingGround['parties']): boolean {
  const frame = (parties: FindingGround['parties']) =>
    [...parties.values()].filter(({ type }) => type !== 'person')
  const [before, after] = [frame(a), frame(b)]
  return before.length === after.length && after.every((party) => a.has(party.id))
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
