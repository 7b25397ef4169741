import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import { LedgerError, unavailable } from '../errors.js'
import { lockFolder, unlockFolder } from './folder-lock.js'
import type { FolderLock } from './folder-lock.js'
import { packedFolder, unpackFolder } from './packed-folder.js'
import type { Place } from './place.js'
import { openStatements } from './statements.js'

/** Data folder of PGlite inside the ledger folder, and the one in which a new one is made. */
const DATA = 'database'
const UNFINISHED = 'database.new'

/** An empty ledger that the build packs (scripts/make-empty-ledger.mjs); without it a new one takes five seconds. */
const EMPTY = fileURLToPath(new URL('../../../dist/empty-ledger.gz', import.meta.url))

/** Whether a folder holds a ledger; nothing is made or changed. */
export function hasLedger(folder: string): boolean {
  return existsSync(join(folder, DATA))
}

/**
 * Opens the embedded database of a ledger folder; makes both where there is none. Throws LedgerError when another
 * process has the folder open, when it holds something else, or when it cannot be read, written or locked.
 */
export async function openFolder(folder: string): Promise<Place> {
  prepareFolder(folder)
  let lock: FolderLock | null = null
  try {
    const held = lockFolder(folder)
    lock = held
    await makeDatabase(folder)
    const database = await PGlite.create(join(folder, DATA))
    return placeOf(folder, database, () => unlockFolder(held))
  } catch (error) {
    if (lock) unlockFolder(lock)
    if (error instanceof LedgerError) throw error
    throw unavailable(
      folder,
      `the ledger ${folder} could not be opened: ${messageOf(error)}`,
      'check that the folder can be written to and that the disk is not full',
      error,
    )
  }
}

function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    const names = readdirSync(folder)
    const ours = names.filter((name) => name.startsWith(DATA) || name.startsWith('chancery.lock'))
    if (names.length === 0 || ours.length > 0) return
  } catch (error) {
    throw unavailable(
      folder,
      `the folder ${folder} cannot be used: ${messageOf(error)}`,
      'give a folder that you may write to',
      error,
    )
  }
  throw unavailable(
    folder,
    `the folder ${folder} holds other files and no ledger`,
    'give the folder of a ledger, or one that is empty or does not exist yet',
  )
}

/** A new database is made beside its place and renamed when whole: a process killed meanwhile leaves no half of one. */
async function makeDatabase(folder: string): Promise<void> {
  if (hasLedger(folder)) return
  const unfinished = join(folder, UNFINISHED)
  rmSync(unfinished, { recursive: true, force: true })
  if (existsSync(EMPTY)) unpackFolder(readFileSync(EMPTY), unfinished)
  else await (await PGlite.create(unfinished)).close()
  renameSync(unfinished, join(folder, DATA))
}

/** The closed database of a ledger folder, packed: a new one can begin as a copy of it. */
export function packLedger(folder: string): Uint8Array {
  return packedFolder(join(folder, DATA))
}

/**
 * PGlite has one connection, so the pool lends it to one borrower at a time: whole transactions follow one another.
 * A commit is written to the file before its statement returns, so what was acknowledged outlives the process; PGlite's
 * own `transaction` leaves out the sync that each statement here waits for.
 */
function placeOf(folder: string, database: PGlite, unlock: () => void): Place {
  let last: Promise<unknown> = Promise.resolve()
  let schemaInUse: string | null = null
  const run = openStatements(database)

  const borrow = async (schema: string): Promise<PostgresPoolClient> => {
    const turn = last
    let release = (): void => undefined
    last = new Promise<void>((resolve) => (release = resolve))
    await turn
    try {
      if (schema !== schemaInUse) await run(`set search_path to "${schema}"`, [])
      schemaInUse = schema
    } catch (error) {
      release()
      throw error
    }
    return clientOf(run, release)
  }
  const poolOf = (schema: string): PostgresPool => ({
    connect: () => borrow(schema),
    end: () => Promise.resolve(),
  })
  const close = async (): Promise<void> => {
    await last
    await database.close()
    unlock()
  }
  return { where: folder, shared: false, poolOf, close }
}

function clientOf(run: ReturnType<typeof openStatements>, release: () => void): PostgresPoolClient {
  const query = async (statement: unknown, parameters?: readonly unknown[]) => {
    if (typeof statement !== 'string') throw new TypeError('PGlite has no cursors')
    const { rows, affectedRows: rowCount } = await run(statement, parameters ?? [])
    const command = statement.trimStart().slice(0, 6).toUpperCase()
    return { rows, rowCount, command }
  }
  return { query: query as unknown as PostgresPoolClient['query'], release }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
