import { z } from 'zod'
import type { RecordKind } from '../../core/index.js'
import { loadData, recordColumns, TABLE_KINDS, TableColumn, tableOf } from '../../exports/index.js'

/** The lists of the API that are given as CSV. */
export const CSV_LISTS = [
  'documents',
  'parties',
  'records',
  'states',
  'happenings',
  'findings',
  'decisions',
  'vectors',
  'balance',
  'balance-rows',
  'positions',
  'matters',
  'offices',
] as const
export type CsvList = (typeof CSV_LISTS)[number]

/** The columns of a list as CSV, in their order. */
export interface CsvTable {
  readonly columns: readonly TableColumn[]
}

const ListTable = z.strictObject({
  of: z.enum(TABLE_KINDS).optional(),
  without: z.array(z.string()).default([]),
  columns: z.array(TableColumn),
})
const lists = loadData(
  new URL('./lists.yaml', import.meta.url),
  z.record(z.enum(CSV_LISTS), ListTable),
)

/** The table of a list. Records of one kind alone have `recordTable`. */
export function csvTableOf(list: CsvList): CsvTable {
  const { of, without, columns } = lists[list]
  if (list === 'records') return { columns: recordColumns(columns) }
  const opening = of ? tableOf(of).columns.filter(({ column }) => !without.includes(column)) : []
  return { columns: [...opening, ...columns] }
}

/** The table of a list of records: that of the exports where all are of one kind, else one that all kinds fit. */
export function recordTable(kinds: readonly RecordKind[] | undefined): CsvTable {
  const [kind, ...others] = new Set(kinds)
  return kind !== undefined && others.length === 0 ? tableOf(kind) : csvTableOf('records')
}
