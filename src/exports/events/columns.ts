import { z } from 'zod'
import { guarded, tabCell } from '../cells.js'
import { loadData } from '../data.js'
import { valueAt } from '../values.js'

const EventColumn = z.strictObject({
  column: z.string().min(1),
  /** Where its value stands in the facts; without it the column stays empty. */
  from: z.string().nullable().default(null),
  /** Which list of `words` turns the value into the column's word. */
  map: z.string().nullable().default(null),
  /** Made of words of a report, which no spreadsheet should run. */
  text: z.boolean().default(false),
  datatype: z.enum(['string', 'integer', 'number']).default('string'),
  says: z.string().min(1),
})
export type EventColumn = z.infer<typeof EventColumn>

const EventColumns = z.strictObject({
  /** Between several parties or words in a cell. */
  separator: z.string(),
  /** Between several words of one party. */
  within: z.string(),
  /** Stands for a party of which nothing is known, beside one of which something is. */
  unknown: z.string(),
  words: z.record(z.string(), z.record(z.string(), z.string())),
  /** Modes that the data set does not know, as TYPE/mode: left empty. */
  ownModes: z.array(z.string()),
  columns: z.array(EventColumn),
})
/** The columns of an event data set, from its data file. */
export type EventColumns = z.infer<typeof EventColumns>

/** Loads the columns of an event data set. Throws as `loadData`. */
export function loadColumns(url: URL): EventColumns {
  return loadData(url, EventColumns)
}

/** A tab-separated line, its end included, of the facts that `from` leads to. */
export function tabLine(columns: EventColumns, facts: object): string {
  const cells = columns.columns.map((column) =>
    column.from === null ? '' : cellOf(columns, column, valueAt(facts, column.from)),
  )
  return `${cells.join('\t')}\n`
}

function cellOf(columns: EventColumns, column: EventColumn, value: unknown): string {
  const words = column.map === null ? value : columns.words[column.map]?.[String(value)]
  const cell = Array.isArray(words)
    ? joined(words, columns.unknown, [columns.separator, columns.within])
    : wordsOf(words)
  return column.text ? guarded(cell) : cell
}

/** The members of a list side by side, each in its place; nothing when none is known. */
function joined(
  values: readonly unknown[],
  unknown: string,
  [separator = '', ...within]: readonly string[],
): string {
  const members = values.map((one) =>
    Array.isArray(one) ? joined(one, unknown, within) : wordsOf(one).replaceAll(/[;|]/g, ','),
  )
  if (members.every((member) => member === '')) return ''
  return members.map((member) => (member === '' ? unknown : member)).join(separator)
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? tabCell(String(value)) : ''
}
