import { guarded, quoted, withoutControls } from '../cells.js'
import type { ExportItem } from '../items.js'
import type { Tally } from '../tally.js'
import { valueAt } from '../values.js'
import type { ExportRow } from '../values.js'
import { rowsOf, tableOf } from './tables.js'
import type { ExportTable, TableColumn, TableKind } from './tables.js'

const LINE_END = '\r\n' // RFC 4180

type Columns = Pick<ExportTable, 'columns'>

/** The header line of a table in CSV, its line end included. */
export function csvHeader({ columns }: Columns): string {
  return `${columns.map(({ column }) => column).join(',')}${LINE_END}`
}

/** A row of a table in CSV, its line end included. What is not known is an empty cell. */
export function csvLine({ columns }: Columns, row: ExportRow): string {
  const cells = columns.map((column) => quoted(cellOf(column, valueAt(row, column.from))))
  return `${cells.join(',')}${LINE_END}`
}

/** The records of one kind in CSV, header first, piece by piece. */
export async function* csvLines(
  items: AsyncIterable<ExportItem>,
  kind: TableKind,
  tally: Tally,
): AsyncGenerator<string, undefined> {
  const table = tableOf(kind)
  yield csvHeader(table)
  for await (const item of items)
    for (const { kind: found, row } of rowsOf(item)) {
      if (found !== kind) continue
      tally.rows += 1
      yield csvLine(table, row)
    }
  return undefined
}

function cellOf(column: TableColumn, value: unknown): string {
  const words = column.list && Array.isArray(value) ? joined(column, value) : wordsOf(value)
  return column.type === 'text' ? guarded(withoutControls(words)) : words
}

/** The members of a list in a cell, each in its place. A semicolon within one becomes a comma where ";" separates them. */
function joined({ separator }: TableColumn, values: readonly unknown[]): string {
  const words = values.map(wordsOf)
  if (words.every((word) => word === '')) return ''
  const within = separator.startsWith(';') ? words.map((word) => word.replaceAll(';', ',')) : words
  return within.join(separator)
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
