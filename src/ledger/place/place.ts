import type { PostgresPool } from 'kysely'

/** Where a ledger lives: a folder or a server. Both give pools to the one PostgreSQL dialect. */
export interface Place {
  /** The folder, or the server's address without its password. */
  readonly where: string
  /** Whether other processes may write at the same time, so that a long read needs a snapshot. */
  readonly shared: boolean
  /** A pool whose connections find tables in `schema` first. */
  poolOf(schema: string): PostgresPool
  close(): Promise<void>
}
