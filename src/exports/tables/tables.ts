import { z } from 'zod'
import { RECORD_KINDS } from '../../core/index.js'
import { loadData } from '../data.js'
import type { ExportItem } from '../items.js'
import { rowOf } from '../values.js'
import type { ExportRow } from '../values.js'

/** Kinds that CSV and Parquet have a table for. */
export const TABLE_KINDS = ['document', 'party', ...RECORD_KINDS] as const
export type TableKind = (typeof TABLE_KINDS)[number]

const LIST_SEPARATOR = '; '

/** A column of a table: its name, and where its value stands in a row. */
export const TableColumn = z.strictObject({
  /** Its name in the file. */
  column: z.string().regex(/^[a-z_]+$/),
  type: z.enum(['text', 'code', 'number', 'integer', 'date']),
  list: z.boolean().default(false),
  separator: z.string().default(LIST_SEPARATOR),
  /** Where its value stands in the row. */
  from: z.string().min(1),
  says: z.string().min(1),
})
export type TableColumn = z.infer<typeof TableColumn>

const OwnTable = z.strictObject({ title: z.string(), columns: z.array(TableColumn) })
const TableData = z.strictObject({
  tables: z.record(z.enum(TABLE_KINDS), OwnTable),
  opening: z.array(TableColumn),
  closing: z.array(TableColumn),
})

/** One table: a kind's columns in their order. */
export interface ExportTable {
  readonly kind: TableKind
  readonly title: string
  readonly columns: readonly TableColumn[]
}

const data = loadData(new URL('./tables.yaml', import.meta.url), TableData)

/** The table of a kind. */
export function tableOf(kind: TableKind): ExportTable {
  const { title, columns } = data.tables[kind]
  if (kind === 'document' || kind === 'party') return { kind, title, columns }
  return { kind, title, columns: recordColumns(columns) }
}

/** Columns of a table of records: between those that every such table opens and closes with. */
export function recordColumns(columns: readonly TableColumn[]): readonly TableColumn[] {
  return [...data.opening, ...columns, ...data.closing]
}

/** The rows that an item of the export gives, each with its kind. */
export function* rowsOf(item: ExportItem): Generator<{ kind: TableKind; row: ExportRow }> {
  if (item.kind === 'document')
    yield { kind: item.kind, row: { ...item, characters: item.text.length } }
  else if (item.kind === 'party') yield { kind: item.kind, row: { ...item } }
  else for (const record of item.records) yield { kind: record.kind, row: rowOf(record, item) }
}
