/** The data behind a picture: the same rows are drawn, shown as a table and saved. */

export type Cell = string | number | null

export interface PictureTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** What a spreadsheet would take for a formula, wide forms and leading white space included; as in src/exports. */
const FORMULA = /^'*\s*[=+\-@＝＋－＠]/

/** CSV by RFC 4180 with a header; text that a spreadsheet would run gets an apostrophe before it (OWASP). */
export function csvOf({ columns, rows }: PictureTable): string {
  return [columns, ...rows].map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')
}

function cellOf(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The rows as objects under the names of their columns. */
export function objectsOf({ columns, rows }: PictureTable): Record<string, Cell>[] {
  return rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at] ?? null])))
}
