import type { PostgresPool } from 'kysely'
import pg from 'pg'
import { unavailable } from '../errors.js'
import type { Place } from './place.js'

const MAX_CONNECTIONS = 4
const CONNECT_TIMEOUT_MS = 10_000

/** Sequence numbers and counts stay far below 2^53, so 64-bit integers are read as numbers, as PGlite does. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === pg.types.builtins.INT8 && format !== 'binary'
      ? Number
      : (pg.types.getTypeParser(oid, format) as (value: string) => unknown),
}

/**
 * Reaches a PostgreSQL server by its postgres:// address. Throws LedgerError when it cannot be reached or refuses.
 */
export async function openServer(url: string): Promise<Place> {
  const where = withoutPassword(url)
  const pools: pg.Pool[] = []
  const poolOf = (schema: string): PostgresPool => {
    const pool = new pg.Pool({
      connectionString: url,
      max: MAX_CONNECTIONS,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      types,
    })
    // An idle connection that breaks is dropped by the pool, and the next query opens another; without a listener it
    // would end the process.
    pool.on('error', () => undefined)
    pools.push(pool)
    return poolWithPath(pool, schema)
  }
  await tryConnection(url, where)
  return { where, shared: true, poolOf, close: () => endAll(pools) }
}

/** Sets the search path once on every new connection, before it is lent. */
function poolWithPath(pool: pg.Pool, schema: string): PostgresPool {
  const ready = new WeakSet<pg.PoolClient>()
  const connect = async () => {
    const client = await pool.connect()
    if (ready.has(client)) return client
    try {
      await client.query(`set search_path to "${schema}"`)
    } catch (error) {
      client.release(true)
      throw error
    }
    ready.add(client)
    return client
  }
  return { connect, end: () => pool.end() }
}

async function tryConnection(url: string, where: string): Promise<void> {
  let client: pg.Client | null = null
  try {
    client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    })
    await client.connect()
  } catch (error) {
    throw unavailable(
      where,
      `the database server ${where} could not be reached: ${error instanceof Error ? error.message : String(error)}`,
      'check the address, the user and that the server runs',
      error,
    )
  } finally {
    await client?.end().catch(() => undefined) // it never connected: there is nothing to end
  }
}

async function endAll(pools: readonly pg.Pool[]): Promise<void> {
  for (const pool of pools) if (!pool.ended) await pool.end()
}

function withoutPassword(url: string): string {
  try {
    const parsed = new URL(url)
    parsed.password = ''
    parsed.searchParams.delete('password')
    return parsed.toString()
  } catch {
    return 'postgres://…'
  }
}
