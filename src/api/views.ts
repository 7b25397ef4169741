import type { CodedRecord, FindingRecord } from '../core/index.js'
import {
  changeGround,
  contactLevelsIn,
  findAll,
  listHappenings,
  loadGround,
} from '../findings/index.js'
import type { FindingGround, FindingSetting, Happening, OfficeLevel } from '../findings/index.js'
import type { LedgerReader } from '../ledger/read-door.js'

/** What routes over the whole ledger answer from: its records in memory, read again when the ledger has changed. */
export interface Views {
  readonly open: () => Promise<OpenViews>
}

/** A happening with the level at which it brings the sides together: null where it is no contact, or not known. */
export type LevelledHappening = Happening & { readonly level: OfficeLevel | null }

/** The ground of one version of the ledger, and what follows from it, worked out when first asked for. */
export interface OpenViews {
  /** The ledger's version and the day of asking that all of it is of. */
  readonly version: string
  readonly ground: FindingGround
  readonly setting: FindingSetting
  /** The records of the ground, by id. */
  readonly records: () => ReadonlyMap<string, CodedRecord>
  readonly happenings: () => readonly LevelledHappening[]
  readonly findings: () => readonly FindingRecord[]
}

type GroundReader = Pick<LedgerReader, 'listGround' | 'getGroundChanges' | 'getVersion'>

/** The views of a version of the ledger and a day, and the version itself, from which the next ground is made. */
interface KeptViews {
  readonly ledger: string
  readonly asOf: string
  readonly views: Promise<OpenViews>
}

/**
 * Views of a ledger, shared by all requests. All of it is read once; after a change only what changed, and what was
 * worked out of the rest stands. `setting` gives the codebook and the day of asking.
 */
export function openViews(ledger: GroundReader, setting: () => FindingSetting): Views {
  let kept: KeptViews | null = null
  const open = async (): Promise<OpenViews> => {
    const now = setting()
    const version = await ledger.getVersion()
    if (kept?.ledger === version && kept.asOf === now.asOf) return kept.views
    const views = nextGround(ledger, kept, version).then((ground) =>
      viewsOf(`${version}.${now.asOf}`, ground, now),
    )
    const opened = { ledger: version, asOf: now.asOf, views }
    kept = opened
    // A ground that could not be read is asked for again, not remembered.
    views.catch(() => (kept = kept === opened ? null : kept))
    return views
  }
  return { open }
}

/** Works out all that pages of the ledger as it now stands are answered from. */
export async function prepareViews(views: Views): Promise<void> {
  const { happenings, findings } = await views.open()
  happenings()
  findings()
}

/** The ground of a version: the one before with what changed, where that can be told; else all of it, read anew. */
async function nextGround(
  ledger: GroundReader,
  before: KeptViews | null,
  version: string,
): Promise<FindingGround> {
  const ground = (await before?.views.catch(() => null))?.ground
  if (!before || !ground) return loadGround(ledger)
  if (before.ledger === version) return ground
  const changes = await ledger.getGroundChanges(before.ledger)
  return changes ? changeGround(ground, changes) : loadGround(ledger)
}

function viewsOf(version: string, ground: FindingGround, setting: FindingSetting): OpenViews {
  return {
    version,
    ground,
    setting,
    records: once(() => new Map(ground.records.map((record) => [record.id, record]))),
    happenings: once(() => {
      const levelOf = contactLevelsIn(ground, setting.codebook)
      return listHappenings(ground, setting).map((one) => ({ ...one, level: levelOf(one) }))
    }),
    findings: once(() => findAll(ground, setting).value),
  }
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => (made ??= { value: make() }).value
}
