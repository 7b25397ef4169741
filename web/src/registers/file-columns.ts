import { csvOf } from '../pictures/table.js'
import type { Cell, PictureTable } from '../pictures/table.js'

export type { Cell }

/** One column of a file: its name, and its cell for a row. */
export interface FileColumn<Row> {
  readonly name: string
  readonly cell: (row: Row) => Cell
}

/** Rows as a table of cells. */
export function tableOf<Row>(
  columns: readonly FileColumn<Row>[],
  rows: readonly Row[],
): PictureTable {
  return {
    columns: columns.map(({ name }) => name),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  }
}

/** Rows as CSV; text that a spreadsheet might run gets an apostrophe before it. */
export function csvOfRows<Row>(columns: readonly FileColumn<Row>[], rows: readonly Row[]): string {
  return csvOf(tableOf(columns, rows))
}
