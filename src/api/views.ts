import type { CodedRecord, FindingRecord } from '../core/index.js'
import { findAll, listHappenings, loadGround } from '../findings/index.js'
import type { FindingGround, FindingSetting, Happening } from '../findings/index.js'
import type { LedgerReader } from '../ledger/read-door.js'

/** What routes over the whole ledger answer from: its records in memory, read again when the ledger has changed. */
export interface Views {
  readonly open: () => Promise<OpenViews>
}

/** The ground of one version of the ledger, and what follows from it, worked out when first asked for. */
export interface OpenViews {
  /** The ledger's version and the day of asking that all of it is of. */
  readonly version: string
  readonly ground: FindingGround
  readonly setting: FindingSetting
  /** The records of the ground, by id. */
  readonly records: () => ReadonlyMap<string, CodedRecord>
  readonly happenings: () => readonly Happening[]
  readonly findings: () => readonly FindingRecord[]
}

/**
 * Views of a ledger, read once for each of its versions (five seconds for 100,000 records) and shared by all requests.
 * `setting` gives the codebook and the day of asking.
 */
export function openViews(
  ledger: Pick<LedgerReader, 'listGround' | 'getVersion'>,
  setting: () => FindingSetting,
): Views {
  let kept: { version: string; views: Promise<OpenViews> } | null = null
  const open = async (): Promise<OpenViews> => {
    const now = setting()
    const version = `${await ledger.getVersion()}.${now.asOf}`
    if (kept?.version === version) return kept.views
    const views = loadGround(ledger).then((ground) => viewsOf(version, ground, now))
    kept = { version, views }
    // A ground that could not be read is asked for again, not remembered.
    views.catch(() => (kept = null))
    return views
  }
  return { open }
}

function viewsOf(version: string, ground: FindingGround, setting: FindingSetting): OpenViews {
  return {
    version,
    ground,
    setting,
    records: once(() => new Map(ground.records.map((record) => [record.id, record]))),
    happenings: once(() => listHappenings(ground, setting)),
    findings: once(() => findAll(ground, setting).value),
  }
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => (made ??= { value: make() }).value
}
