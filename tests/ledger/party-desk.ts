import { afterEach, beforeEach } from 'vitest'
import type { CodedRecord } from '../../src/core/index.js'
import { appendReading, mergeParties, readDoor, undo } from '../../src/ledger/index.js'
import type { Ledger, LedgerReader } from '../../src/ledger/index.js'
import { idOf, noteOf, READINGS } from './party-steps.js'
import type { TestPlace } from './places.js'
import { exportText } from './readings.js'

/** A ledger with three reports for each test of merging and splitting, and what such a test does and asks. */
export interface PartyDesk {
  readonly ledger: Ledger
  readonly door: LedgerReader
  /** The export of the whole ledger. */
  readonly bytes: () => Promise<string>
  /** Ids of the records that name a party. */
  readonly recordsOf: (party: string) => Promise<string[]>
  /** The id of the entry that merged them. */
  readonly merge: (from: string, into: string, hour?: number) => Promise<string>
  readonly takeBack: (entry: string, hour?: number) => Promise<string>
  readonly recordNaming: (fits: (record: CodedRecord) => boolean) => Promise<CodedRecord>
  /** A ledger that read and merged in another order, as its export. */
  readonly exportAfter: (steps: (other: Ledger) => Promise<void>) => Promise<string>
}

/** Opens a new ledger before each test of the suite that calls this, and closes it afterwards. */
export function partyDesk(getPlace: () => TestPlace): PartyDesk {
  let open: { ledger: Ledger; door: LedgerReader } | null = null
  beforeEach(async () => {
    const ledger = await getPlace().freshLedger()
    open = { ledger, door: readDoor(ledger) }
    for (const reading of READINGS) await appendReading(ledger, reading)
  })
  afterEach(() => open?.ledger.close())
  const opened = (): { ledger: Ledger; door: LedgerReader } => {
    if (!open) throw new Error('the ledger is not open')
    return open
  }
  return {
    get ledger() {
      return opened().ledger
    },
    get door() {
      return opened().door
    },
    bytes: () => exportText(opened().door.exportRecords()),
    recordsOf: async (party) =>
      (await opened().door.listRecords({ party, limit: 500 })).items.map((record) => record.id),
    merge: async (from, into, hour = 1) =>
      idOf(await mergeParties(opened().ledger, from, into, noteOf(hour))),
    takeBack: async (entry, hour = 9) => idOf(await undo(opened().ledger, entry, noteOf(hour))),
    recordNaming: async (fits) => {
      const record = (await opened().door.listRecords({ limit: 500 })).items.find(fits)
      if (!record) throw new Error('no such record')
      return record
    },
    exportAfter: async (steps) => {
      const other = await getPlace().freshLedger()
      await steps(other)
      const text = await exportText(readDoor(other).exportRecords())
      await other.close()
      return text
    },
  }
}
