import { parse, protocol } from '@electric-sql/pglite'
import type { PGlite } from '@electric-sql/pglite'

const { serialize } = protocol

/** What a statement gave. */
export interface StatementResult {
  readonly rows: unknown[]
  readonly affectedRows: number
}

/** Statements that are kept prepared; a program that asks in more ways has the rest planned each time. */
const MOST_PREPARED = 200

/**
 * Runs SQL statements on an embedded database. Each goes in one message, and is parsed and planned when first met;
 * PGlite's own `query` sends six messages and plans each time, which takes longer than most statements do.
 */
export function openStatements(
  database: PGlite,
): (text: string, parameters: readonly unknown[]) => Promise<StatementResult> {
  const prepared = new Map<string, string>()
  let named = 0

  const send = async (
    text: string,
    statement: string,
    parameters: readonly unknown[],
  ): Promise<StatementResult> => {
    const message = Buffer.concat([
      ...(prepared.has(text) ? [] : [serialize.parse({ name: statement, text })]),
      serialize.bind({ statement, values: parameters.map(writtenValue) }),
      serialize.describe({ type: 'P' }),
      serialize.execute(),
      serialize.sync(),
    ])
    const messages = await database.execProtocolStream(message)
    const [result] = parse.parseResults(messages, database.parsers)
    return { rows: result?.rows ?? [], affectedRows: result?.affectedRows ?? 0 }
  }
  /** Whether it was prepared or not: to close what is not there is no error. */
  const forget = async (text: string, statement: string): Promise<void> => {
    prepared.delete(text)
    const close = [serialize.close({ type: 'S', name: statement }), serialize.sync()]
    await database.execProtocolStream(Buffer.concat(close))
  }
  const run = async (text: string, parameters: readonly unknown[]): Promise<StatementResult> => {
    const known = prepared.get(text)
    const statement = known ?? (prepared.size < MOST_PREPARED ? `statement ${++named}` : '')
    try {
      const result = await send(text, statement, parameters)
      if (statement !== '') prepared.set(text, statement)
      return result
    } catch (error) {
      await forget(text, statement)
      if (known !== undefined && hasCode(error, RESULT_CHANGED)) return run(text, parameters)
      throw error
    }
  }
  return (text, parameters) => database.runExclusive(() => run(text, parameters))
}

/** PostgreSQL’s code for, among other things, a prepared statement whose table has other columns now. */
const RESULT_CHANGED = '0A000'

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

/** A parameter as PostgreSQL reads it, whatever the column's type: as the driver for servers writes them. */
function writtenValue(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) return `{${value.map(writtenElement).join(',')}}`
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function writtenElement(value: unknown): string {
  const written = writtenValue(value)
  return written === null ? 'NULL' : `"${written.replace(/[\\"]/g, '\\$&')}"`
}
