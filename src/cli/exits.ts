import { ConfigError } from '../config/config.js'
import { LedgerError } from '../ledger/index.js'
import { ModelError } from '../reader/index.js'
import { printNote } from './print.js'

/** Exit codes of every command; docs/cli.md names them. */
export const EXIT = {
  done: 0,
  /** Some of what was asked could not be done; each part is named. */
  partly: 1,
  /** The command was used wrongly, or cannot run at all here. */
  usage: 2,
} as const

/** A wrong use that commander does not see: what is wrong and what to do. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** Says what went wrong and what to do, and gives the exit code. A fault of the program itself keeps its stack. */
export function exitOf(error: unknown): number {
  if (error instanceof LedgerError) {
    printNote(`chancery: ${error.issue.where}: ${error.issue.message}`)
    if (error.issue.advice) printNote(`  ${error.issue.advice}`)
  } else if (
    error instanceof UsageError ||
    error instanceof ConfigError ||
    error instanceof ModelError
  )
    printNote(`chancery: ${error.message}`)
  else if (hasAdvice(error)) printNote(`chancery: ${error.message}\n  ${error.advice}`)
  else
    printNote(
      `chancery: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    )
  return EXIT.usage
}

function hasAdvice(error: unknown): error is Error & { advice: string } {
  return error instanceof Error && 'advice' in error && typeof error.advice === 'string'
}
