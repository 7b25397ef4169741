import { Migrator, sql } from 'kysely'
import type { Kysely } from 'kysely'
import { unavailable } from './errors.js'
import { MIGRATIONS } from './migrations/index.js'
import type { Tables } from './tables.js'

const MIGRATION_TABLE = 'kysely_migration'

/** Names of the migrations that the schema has had, oldest first; empty for a new one. */
async function listApplied(db: Kysely<Tables>, schema: string): Promise<string[]> {
  const table = `${schema}.${MIGRATION_TABLE}`
  const found = await sql<{ present: boolean }>`
    select to_regclass(${table}) is not null as present`.execute(db)
  if (found.rows[0]?.present !== true) return []
  const applied = await sql<{ name: string }>`
    select name from ${sql.table(table)} order by name`.execute(db)
  return applied.rows.map((row) => row.name)
}

/**
 * Brings the schema up to the code's migrations, under the advisory lock that Kysely's migrator takes on the server, so
 * that two processes that open a new ledger at once do not both migrate it. Throws LedgerError when the schema has
 * migrations that this code does not know, and when a migration fails (then nothing of it is kept).
 */
export async function migrate(db: Kysely<Tables>, schema: string, where: string): Promise<void> {
  const applied = await listApplied(db, schema)
  const newer = applied.filter((name) => !(name in MIGRATIONS))
  if (newer.length > 0)
    throw unavailable(
      where,
      `the ledger was written by a newer Chancery (migration ${newer.join(', ')})`,
      'open it with that version or a later one',
    )
  if (applied.length === Object.keys(MIGRATIONS).length) return
  const migrator = new Migrator({
    db,
    migrationTableName: MIGRATION_TABLE,
    migrationTableSchema: schema,
    provider: { getMigrations: () => Promise.resolve(kyselyMigrations()) },
  })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined)
    throw unavailable(
      where,
      `the ledger's tables could not be made: ${error instanceof Error ? error.message : JSON.stringify(error)}`,
      'on a server, the user needs the right to create a schema in this database',
      error,
    )
}

function kyselyMigrations() {
  const entries = Object.entries(MIGRATIONS).map(([name, statements]) => {
    const up = async (db: Kysely<Tables>) => {
      for (const statement of statements) await sql.raw(statement).execute(db)
    }
    return [name, { up }] as const
  })
  return Object.fromEntries(entries)
}
