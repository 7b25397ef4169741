import { fileWriter, ParquetWriter } from 'hyparquet-writer'
import type { ColumnSource, SchemaElement } from 'hyparquet-writer'
import { LICENCE_NOTE } from '../licence.js'
import { valueAt } from '../values.js'
import type { ExportRow } from '../values.js'
import type { ExportTable, TableColumn } from './tables.js'
import type { TableFile } from './save-tables.js'

/** Rows that are held before they are written as a row group. */
const ROWS_A_GROUP = 5000

/**
 * Opens a Parquet file for a table. Rows are written in groups; the schema and, as key-value metadata, the licence note
 * and what each column says are in the file. Throws what the file system throws.
 */
export function openParquet(table: ExportTable, path: string): TableFile {
  const writer = new ParquetWriter({
    writer: fileWriter(path),
    schema: schemaOf(table),
    createdBy: 'chancery',
    kvMetadata: [
      { key: 'title', value: `Chancery: ${table.title}` },
      { key: 'licence', value: LICENCE_NOTE },
      { key: 'columns', value: JSON.stringify(saysOf(table)) },
    ],
  })
  let group: ExportRow[] = []
  const writeGroup = async (): Promise<void> => {
    const columnData = table.columns.map((column) => columnOf(column, group))
    group = []
    await writer.write({ columnData, rowGroupSize: ROWS_A_GROUP })
  }
  return {
    async add(row) {
      group.push(row)
      if (group.length === ROWS_A_GROUP) await writeGroup()
    },
    async finish() {
      if (group.length > 0) await writeGroup()
      await writer.finish()
    },
    // Without its footer the file cannot be taken for a whole one.
    leave: () => Promise.resolve(),
  }
}

function saysOf({ columns }: ExportTable): Record<string, string> {
  return Object.fromEntries(columns.map(({ column, says }) => [column, says]))
}

function columnOf(
  { column, type, list, from }: TableColumn,
  rows: readonly ExportRow[],
): ColumnSource {
  const cells = rows.map((row) => {
    const value = valueAt(row, from)
    if (!list) return typed(type, value)
    return Array.isArray(value) ? value.map((one: unknown) => typed(type, one)) : null
  })
  return { name: column, data: cells }
}

/** A value as the writer takes it: dates as `Date`, the rest as it is. */
function typed(type: TableColumn['type'], value: unknown): unknown {
  return type === 'date' && typeof value === 'string' ? new Date(`${value}T00:00:00Z`) : value
}

const LEAVES: Readonly<Record<TableColumn['type'], Partial<SchemaElement>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  code: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  number: { type: 'DOUBLE' },
  integer: { type: 'INT32' },
  date: { type: 'INT32', converted_type: 'DATE' },
}

/** The schema: every column may be null; lists in the standard three levels (LogicalTypes.md of parquet-format). */
function schemaOf({ kind, columns }: ExportTable): SchemaElement[] {
  const root: SchemaElement = { name: kind, num_children: columns.length }
  return [
    root,
    ...columns.flatMap(({ column, type, list }): SchemaElement[] => {
      if (!list) return [{ name: column, repetition_type: 'OPTIONAL', ...LEAVES[type] }]
      return [
        { name: column, repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        { name: 'element', repetition_type: 'OPTIONAL', ...LEAVES[type] },
      ]
    }),
  ]
}
