import type { ReactNode } from 'react'
import type { Cell, FileColumn } from './file-columns.js'

/** One column of a register: its heading, its cell on the page, and its cell in files where it has one. */
export interface RegisterColumn<Row> {
  readonly name: string
  readonly shown: (row: Row) => ReactNode
  readonly kept?: (row: Row) => Cell
  readonly isNumber?: boolean
}

/** The columns that files have. */
export function fileColumns<Row>(columns: readonly RegisterColumn<Row>[]): FileColumn<Row>[] {
  return columns.flatMap(({ name, kept }) => (kept ? [{ name, cell: kept }] : []))
}

interface RegisterTableProps<Row> {
  readonly caption: string
  readonly columns: readonly RegisterColumn<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
}

/** A table whose rows become cards where the window is narrow. The first column names the row. */
export function RegisterTable<Row>({ caption, columns, rows, keyOf }: RegisterTableProps<Row>) {
  return (
    <table className="register">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ name, isNumber }) => (
            <th key={name} scope="col" data-number={isNumber}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ name, shown, isNumber }) => (
              <td key={name} data-label={name} data-number={isNumber}>
                <div>{shown(row) ?? <span className="quiet">–</span>}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
