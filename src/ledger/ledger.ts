import { Kysely, PostgresDialect } from 'kysely'
import { unavailable } from './errors.js'
import { migrate } from './migrate.js'
import { openFolder } from './place/folder.js'
import type { Place } from './place/place.js'
import { openServer } from './place/server.js'
import type { Tables } from './tables.js'

/** An open ledger: the handle that every write function and the read door take. */
export interface Ledger {
  /** The folder, or the server's address without its password. */
  readonly where: string
  /** Whether other processes may write at the same time. */
  readonly shared: boolean
  /** For the ledger's own files only: this is where the SQL goes. */
  readonly db: Kysely<Tables>
  /** Ends the ledger's connections; use `closeLedger`. */
  readonly close: () => Promise<void>
}

export interface LedgerOptions {
  /** Schema that holds the tables: lower-case letters, digits and `_`. `chancery` when absent. */
  readonly schema?: string
}

const DEFAULT_SCHEMA = 'chancery'

/** Whether a ledger's location is the address of a server, not a folder. */
export function isServer(location: string): boolean {
  return /^postgres(ql)?:\/\//.test(location)
}

/**
 * Opens a ledger, new or old: `location` is a folder path or a postgres:// (postgresql://) address. Tables are made or
 * brought up to date. Throws LedgerError, whose issue says what to do: folder in use (with the process's number), not a
 * ledger, server not reached, written by a newer version.
 */
export async function openLedger(location: string, options: LedgerOptions = {}): Promise<Ledger> {
  const place = isServer(location) ? await openServer(location) : await openFolder(location)
  try {
    const ledger = await openAt(place, options)
    return { ...ledger, close: () => ledger.close().then(() => place.close()) }
  } catch (error) {
    await place.close()
    throw error
  }
}

/** Opens a ledger at a place that is open already and stays open when the ledger is closed. Errors as `openLedger`. */
export async function openAt(place: Place, options: LedgerOptions = {}): Promise<Ledger> {
  const schema = options.schema ?? DEFAULT_SCHEMA
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema))
    throw unavailable(place.where, `"${schema}" cannot be a schema`, 'use a-z, 0-9 and _')
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: place.poolOf(schema) }) })
  try {
    await migrate(db, schema, place.where)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return { where: place.where, shared: place.shared, db, close: () => db.destroy() }
}

/** Closes the ledger and gives its folder back. What was acknowledged is on disk before this as after. */
export function closeLedger(ledger: Ledger): Promise<void> {
  return ledger.close()
}
