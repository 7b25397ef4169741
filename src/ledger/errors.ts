import { issueOf } from '../core/index.js'
import type { Issue } from '../core/index.js'

/** The ledger cannot be opened or used at all. `issue` says what happened and what to do. */
export class LedgerError extends Error {
  readonly issue: Issue

  constructor(issue: Issue, cause?: unknown) {
    super(issue.advice === null ? issue.message : `${issue.message}; ${issue.advice}`, { cause })
    this.name = 'LedgerError'
    this.issue = issue
  }
}

/** A LedgerError for a ledger that cannot be opened: where it is, what happened, what to do. */
export function unavailable(
  where: string,
  message: string,
  advice: string,
  cause?: unknown,
): LedgerError {
  return new LedgerError(issueOf('ledger-unavailable', 'error', where, message, advice), cause)
}
