import { sql } from 'kysely'
import type { Ledger } from './ledger.js'
import type { Db } from './rows.js'

/**
 * Keeps merges and splits apart from what else is written: they hold the lock alone (`exclusive`), since they follow
 * every record that names a party, and all other writers hold it together (`shared`). To be taken first in a
 * transaction, which gives it back at its end. The embedded database has one writer at a time and needs none.
 */
export async function lockParties(
  ledger: Ledger,
  db: Db,
  mode: 'shared' | 'exclusive',
): Promise<void> {
  if (!ledger.shared) return
  const lock = mode === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock'
  await sql`select ${sql.raw(lock)}(hashtext('chancery parties'), hashtext(current_schema()))`.execute(
    db,
  )
}
