import { hasLedger, isServer, openLedger } from '../ledger/index.js'
import type { Ledger } from '../ledger/index.js'
import { UsageError } from './exits.js'

/**
 * Opens a ledger that is there already, for commands that only look: a mistyped path is named, not made into a new
 * ledger. Throws UsageError for a folder that holds none or does not exist, LedgerError as `openLedger` does.
 */
export async function openKnownLedger(location: string): Promise<Ledger> {
  if (!isServer(location) && !hasLedger(location))
    throw new UsageError(
      `${location}: no ledger is there\n  Name another with --ledger, or make one: chancery read PATH --ledger ${location}`,
    )
  return openLedger(location)
}
