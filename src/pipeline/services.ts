import { loadCodebook } from '../codebook/index.js'
import type { Codebook } from '../codebook/index.js'
import { indexPersons } from '../coder/index.js'
import type { PersonIndex } from '../coder/index.js'
import type { Config } from '../config/config.js'
import { closeLedger, hasLedger, isServer, openLedger, readDoor } from '../ledger/index.js'
import type { Ledger } from '../ledger/index.js'
import { loadManifest, openReaderPool } from '../reader/index.js'
import type { ReaderPool } from '../reader/index.js'

/** What reading needs, opened once a run. */
export interface Services {
  readonly ledger: Ledger
  readonly codebook: Codebook
  /** Version of the reader's weights; known before they are loaded. */
  readonly readerVersion: string
  /** The reader; its weights are loaded when it is first asked for, since a run with nothing new needs none. */
  readonly reader: () => Promise<ReaderPool>
  /** Persons in the ledger, kept up to date by the run; variants of a name are joined to them. */
  readonly persons: PersonIndex
  readonly close: () => Promise<void>
}

/**
 * Opens ledger, codebook and reader. Throws LedgerError, ModelError, or Error for a codebook that is not valid; what
 * was opened before is closed again.
 */
export async function openServices(config: Config): Promise<Services> {
  const codebook = loadCodebook()
  const broken = codebook.issues.find((issue) => issue.severity === 'error')
  if (broken) throw new Error(`${broken.where}: ${broken.message}`)
  const readerVersion = loadManifest(config.modelFolder).version
  const pool = lazyPool(config)
  // A new ledger knows no report: the weights will be needed, and load while it is made.
  if (isNewFolder(config.ledger)) pool.open().then((open) => open.warmUp(), toldLater)
  const ledger = await openLedger(config.ledger).catch(async (error: unknown) => {
    await pool.close()
    throw error
  })
  return {
    ledger,
    codebook: codebook.value,
    readerVersion,
    reader: pool.open,
    persons: await loadPersons(ledger),
    close: async () => {
      await pool.close()
      await closeLedger(ledger)
    },
  }
}

/** A pool that is opened when first asked for. Closing waits for one that is being opened. */
function lazyPool(config: Config): {
  open: () => Promise<ReaderPool>
  close: () => Promise<void>
} {
  let pool: Promise<ReaderPool> | null = null
  return {
    open: () => (pool ??= openReaderPool(config.modelFolder, config.threads)),
    close: async () => {
      // A pool that could not be opened has told so already.
      const open = await pool?.catch(() => null)
      await open?.close()
    },
  }
}

/** Whoever asks for the reader is told why it cannot be opened. */
function toldLater(): void {}

function isNewFolder(location: string): boolean {
  return !isServer(location) && !hasLedger(location)
}

async function loadPersons(ledger: Ledger): Promise<PersonIndex> {
  const persons = indexPersons()
  for await (const party of readDoor(ledger).listPersons()) persons.add(party)
  return persons
}
