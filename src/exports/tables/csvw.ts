import { LICENCE_NOTE, LICENCE_URL } from '../licence.js'
import type { ExportTable, TableColumn } from './tables.js'

/** What a file of separated values says of itself, for `csvwOf`. */
export interface SeparatedFile {
  /** Name of the file that is described, without folders. */
  readonly name: string
  readonly title: string
  /** What a user should know of the file beside its columns. */
  readonly notes: readonly string[]
  readonly columns: readonly SeparatedColumn[]
  /** By default a comma, with a header line. */
  readonly dialect?: { readonly delimiter: string; readonly header: boolean }
  /** The column that tells rows apart. */
  readonly key: string
}

/** A column of a file of separated values. */
export interface SeparatedColumn {
  /** As the header has it, or would have it. */
  readonly title: string
  readonly says: string
  /** An XML Schema datatype as CSVW names it: `string`, `number`, `integer`, `date`. */
  readonly datatype: string
  /** What stands between the members of a cell that holds several. */
  readonly separator?: string
}

/** Where the description of a file goes: beside it, by the name that CSVW readers look for. */
export function csvwPathOf(file: string): string {
  return `${file}-metadata.json`
}

/** The description of a file as "CSV on the Web" metadata (W3C Recommendation, 2015), with the licence note. */
export function csvwOf(file: SeparatedFile): string {
  const { delimiter, header } = file.dialect ?? { delimiter: ',', header: true }
  const metadata = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: file.name,
    'dc:title': file.title,
    'dc:description': file.notes.join(' '),
    'dc:license': { '@id': LICENCE_URL },
    'dc:rights': LICENCE_NOTE,
    dialect: { encoding: 'utf-8', delimiter, header, doubleQuote: true },
    tableSchema: { primaryKey: nameOf(file.key), columns: file.columns.map(columnOf) },
  }
  return `${JSON.stringify(metadata, null, 2)}\n`
}

/** The description of a table's CSV file of a name. */
export function csvwOfTable(table: ExportTable, name: string): string {
  return csvwOf({
    name,
    title: `Chancery: ${table.title}`,
    notes: [
      'UTF-8, RFC 4180. Empty: not known. Withdrawn records are left out.',
      'Text that a spreadsheet might run as a formula has an apostrophe before it;',
      'control characters are left out. Chancery’s export as JSON Lines has every word as it was.',
    ],
    columns: table.columns.map(separatedOf),
    key: 'id',
  })
}

function separatedOf({ column, type, list, separator, says }: TableColumn): SeparatedColumn {
  const datatype = type === 'text' || type === 'code' ? 'string' : type
  return { title: column, says, datatype, ...(list ? { separator } : {}) }
}

function columnOf({ title, says, datatype, separator }: SeparatedColumn): object {
  return {
    name: nameOf(title),
    titles: title,
    'dc:description': says,
    datatype,
    ...(separator === undefined ? {} : { separator }),
  }
}

/** A column's name as CSVW allows it: letters, digits and underscores. */
function nameOf(title: string): string {
  return title.replaceAll(/[^A-Za-z0-9]+/g, '_')
}
