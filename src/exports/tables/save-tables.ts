import { open, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ExportItem } from '../items.js'
import { newTally } from '../tally.js'
import type { Tally } from '../tally.js'
import type { ExportRow } from '../values.js'
import { csvHeader, csvLine } from './csv.js'
import { csvwOfTable, csvwPathOf } from './csvw.js'
import { openParquet } from './parquet.js'
import { rowsOf, tableOf } from './tables.js'
import type { ExportTable, TableKind } from './tables.js'

/** A table on its way to the disk. */
export interface TableFile {
  /** Adds a row; waits for the disk. */
  add(row: ExportRow): Promise<void>
  /** Writes what is left and closes the file. */
  finish(): Promise<void>
  /** Closes the file as it is, for an export that failed. */
  leave(): Promise<void>
}

/** Formats that keep a table a file. */
export const TABLE_FORMATS = ['csv', 'parquet'] as const
export type TableFormat = (typeof TABLE_FORMATS)[number]

/** A file that cannot be written: says which, why, and what to do. */
export class SaveError extends Error {
  override name = 'SaveError'
  readonly advice = 'choose another place with --out, or make room on the disk'

  constructor(path: string, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause)
    super(`${path} cannot be written: ${why}`, { cause })
  }
}

/** Characters that are held before they are written. */
const CHARACTERS_HELD = 1 << 16

/**
 * Saves tables, each to its own path, in one pass over the items; beside a CSV file goes its description. Gives a tally
 * a table. Files that are there already are overwritten. Throws SaveError, and what the items throw; what was written till
 * then stays.
 */
export async function saveTables(
  items: AsyncIterable<ExportItem>,
  format: TableFormat,
  paths: ReadonlyMap<TableKind, string>,
): Promise<ReadonlyMap<TableKind, Tally>> {
  const files = new Map<TableKind, TableFile>()
  const tallies = new Map<TableKind, Tally>()
  try {
    for (const [kind, path] of paths) {
      files.set(kind, await openTable(format, tableOf(kind), path))
      tallies.set(kind, newTally())
    }
    for await (const item of items)
      for (const { kind, row } of rowsOf(item)) {
        await files.get(kind)?.add(row)
        const tally = tallies.get(kind)
        if (tally) tally.rows += 1
      }
    for (const file of files.values()) await file.finish()
  } catch (error) {
    await Promise.allSettled([...files.values()].map((file) => file.leave()))
    throw error
  }
  return tallies
}

/** Opens a table's file; what the file system says against it comes as SaveError. */
async function openTable(
  format: TableFormat,
  table: ExportTable,
  path: string,
): Promise<TableFile> {
  const saving = async <T>(work: () => T | Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw new SaveError(path, error)
    }
  }
  const file = await saving(() =>
    format === 'parquet' ? openParquet(table, path) : openCsv(table, path),
  )
  return {
    add: (row) => saving(() => file.add(row)),
    finish: () => saving(() => file.finish()),
    leave: () => file.leave(),
  }
}

async function openCsv(table: ExportTable, path: string): Promise<TableFile> {
  await writeFile(csvwPathOf(path), csvwOfTable(table, basename(path)))
  const file = await open(path, 'w')
  let held = csvHeader(table)
  const write = async (): Promise<void> => {
    const text = held
    held = ''
    await file.writeFile(text)
  }
  return {
    async add(row) {
      held += csvLine(table, row)
      if (held.length >= CHARACTERS_HELD) await write()
    },
    async finish() {
      await write()
      await file.close()
    },
    leave: () => file.close(),
  }
}
