import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openAt } from '../../src/ledger/ledger.js'
import type { Ledger } from '../../src/ledger/ledger.js'
import { openFolder } from '../../src/ledger/place/folder.js'
import { openServer } from '../../src/ledger/place/server.js'
import { startPostgres } from './postgres.js'

/**
 * Empty ledgers for tests, each in its own schema of one database: a new embedded database takes seconds, a new schema
 * does not. Open a place once a test file and close it afterwards.
 */
export interface TestPlace {
  /** What `openLedger` takes to reach the same database. */
  readonly location: string
  freshLedger(): Promise<Ledger>
  close(): Promise<void>
}

/** An embedded database in a temporary folder. */
export async function openTestFolder(): Promise<TestPlace> {
  const parent = mkdtempSync(join(tmpdir(), 'chancery-ledger-'))
  const location = join(parent, 'ledger')
  const place = await openFolder(location)
  const close = async () => {
    await place.close()
    rmSync(parent, { recursive: true, force: true })
  }
  return { location, freshLedger: freshLedgers(place), close }
}

/** A database of a real PostgreSQL server. */
export async function openTestServer(): Promise<TestPlace> {
  const server = await startPostgres()
  const location = await server.createDatabase()
  const place = await openServer(location)
  const close = async () => {
    await place.close()
    await server.stop()
  }
  return { location, freshLedger: freshLedgers(place), close }
}

function freshLedgers(place: Parameters<typeof openAt>[0]): () => Promise<Ledger> {
  let count = 0
  return () => openAt(place, { schema: `test_${++count}` })
}
