import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import {
  asyncBufferFromFile,
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
} from 'hyparquet'
import { afterAll, describe, expect, test } from 'vitest'
import {
  csvLines,
  LICENCE_NOTE,
  newTally,
  saveTables,
  TABLE_KINDS,
} from '../../src/exports/index.js'
import type { TableFormat, TableKind } from '../../src/exports/index.js'
import { guarded } from '../../src/exports/cells.js'
import { DOCUMENTS, eventOf, EVENTS, FORMULA, PARTIES, textOf, writtenItems } from './written.js'

const folder = mkdtempSync(join(tmpdir(), 'chancery-tables-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Row = Record<string, string>
const rowsOf = (csv: string): Row[] => parse(csv, { columns: true, relax_column_count: false })
const csvOf = async (kind: TableKind): Promise<Row[]> =>
  rowsOf(await textOf(csvLines(writtenItems(), kind, newTally())))

async function saved(format: TableFormat): Promise<(kind: TableKind) => string> {
  const pathOf = (kind: TableKind): string => join(folder, `${kind}.${format}`)
  const paths = new Map(TABLE_KINDS.map((kind) => [kind, pathOf(kind)]))
  await saveTables(writtenItems(), format, paths)
  return pathOf
}

describe('CSV', () => {
  test('has a row a record that was not withdrawn, with its parties and its document', async () => {
    const rows = await csvOf('event')
    const { planned, met, denied, june, bare, copied } = EVENTS
    expect(rows.map((row) => row['id'])).toEqual(
      [planned, met, denied, june, bare, copied].map(({ id }) => id),
    )
    expect(rows[1]).toMatchObject({
      event: 'CONSULT',
      actor: 'Romania; European Union',
      actor_country: 'ROU; ',
      actor_written: 'the romania; the union',
      context: 'diplomatic; economic',
      time_start: '2023-10-28',
      time_end: '2023-10-29',
      evidence: 'Romania and the European Union met Kazakhstan',
      evidence_start: '80',
      evidence_end: '125',
      confidence: '0.75',
      publisher: 'The "Daily", Inc.',
    })
  })

  test('leaves a cell empty where nothing is known, and keeps places in a list', async () => {
    const [figure] = await csvOf('figure')
    expect(figure).toMatchObject({ indicator: '', partner: '', time_start: '' })
    expect(figure).toMatchObject({ subject_country: 'KAZ; ; FRA', value: '40000000000' })
  })

  test('keeps commas, quotes and line ends of a text', async () => {
    const [statement] = await csvOf('statement')
    expect(statement?.['content']).toBe("'+40 percent,\nor more")
  })

  test('runs nothing in a spreadsheet: texts are guarded, numbers and closed lists are not', async () => {
    const [event] = await csvOf('event')
    expect(event?.['title']).toBe(`'${FORMULA}`)
    const [figure] = await csvOf('figure')
    expect(figure).toMatchObject({ change_value: '-2.5', comparator: '=' })
    for (const text of ['+1', '-1', '@SUM(A1)', '\t=1+1', ' =1', '＝1', '\r@x'])
      expect(guarded(text)).toBe(`'${text}`)
    for (const text of ['1+1', 'a=b', "'tis", '– 5', '']) expect(guarded(text)).toBe(text)
  })

  test('loses nothing by the guard: taken off, the text is back', () => {
    const hard = fc.string({ unit: fc.constantFrom("'", '=', '-', ' ', 'a', '+', '@', '\t') })
    const takenOff = (cell: string): string => (/^'+\s*[=+\-@]/.test(cell) ? cell.slice(1) : cell)
    fc.assert(fc.property(hard, (text) => takenOff(guarded(text)) === text))
  })

  test('has no control characters, which a terminal would obey', async () => {
    const event = eventOf({ place: 'Asta\u001b[31mna\u0007' })
    const [row] = rowsOf(await textOf(csvLines(writtenItems([event]), 'event', newTally())))
    expect(row?.['place']).toBe('Asta[31mna')
  })

  test('has tables of documents and parties, the texts left out', async () => {
    const documents = await csvOf('document')
    expect(documents.map((row) => row['id'])).toEqual(Object.values(DOCUMENTS).map(({ id }) => id))
    expect(documents[0]).toMatchObject({
      cited_sources: 'Agency One; Agency, Two',
      characters: String(DOCUMENTS.first.text.length),
    })
    expect(documents[0]).not.toHaveProperty('text')
    expect(await csvOf('party')).toHaveLength(Object.keys(PARTIES).length)
  })

  test('goes to a folder with a schema beside each file that names its columns and the licence', async () => {
    const pathOf = await saved('csv')
    for (const kind of TABLE_KINDS) {
      const text = readFileSync(pathOf(kind), 'utf8')
      const [header = []] = parse(text)
      const schema = JSON.parse(readFileSync(`${pathOf(kind)}-metadata.json`, 'utf8')) as Csvw
      expect(schema.url).toBe(`${kind}.csv`)
      expect(schema['dc:rights']).toBe(LICENCE_NOTE)
      expect(schema.tableSchema.columns.map(({ titles }) => titles)).toEqual(header)
      expect(text.endsWith('\r\n')).toBe(true)
    }
  })
})

interface Csvw {
  url: string
  'dc:rights': string
  tableSchema: { columns: { titles: string }[] }
}

describe('Parquet', () => {
  test('holds the same rows, with types, lists and the licence in the file', async () => {
    const pathOf = await saved('parquet')
    const file = await asyncBufferFromFile(pathOf('event'))
    const metadata = await parquetMetadataAsync(file)
    expect(metadata.key_value_metadata).toContainEqual({ key: 'licence', value: LICENCE_NOTE })
    const rows = await parquetReadObjects({ file })
    expect(rows.map((row) => row['id'] as string)).toEqual(
      (await csvOf('event')).map((r) => r['id']),
    )
    expect(rows[1]).toMatchObject({
      actor: ['Romania', 'European Union'],
      actor_country: ['ROU', null],
      intensity: 2.5,
      time_start: new Date('2023-10-28'),
      evidence_start: [80],
      mode: 'meet',
      said_by: null,
    })
    expect(rows[1]?.['chain'] ?? null).toBeNull() // this library gives a list that is null as undefined
  })

  test('keeps every word as it was: no guard, no separator', async () => {
    const pathOf = await saved('parquet')
    const [event] = await parquetReadObjects({ file: await asyncBufferFromFile(pathOf('event')) })
    expect(event?.['title']).toBe(FORMULA)
    const parties = await parquetReadObjects({ file: await asyncBufferFromFile(pathOf('party')) })
    expect(parties[0]?.['alias']).toEqual(['France', '@home; "quoted"'])
  })

  test('of a kind that the ledger does not have is a whole file without rows', async () => {
    const pathOf = await saved('parquet')
    const file = await asyncBufferFromFile(pathOf('agreement'))
    const metadata = await parquetMetadataAsync(file)
    expect(parquetSchema(metadata).children.map((child) => child.element.name)).toContain('status')
    expect(await parquetReadObjects({ file })).toEqual([])
  })

  test('is written in row groups, so that memory need not hold the table', async () => {
    const path = join(folder, 'many.parquet')
    const many = Array.from({ length: 6_000 }, (_, n) => eventOf({ mark: String(n) }))
    const tallies = await saveTables(writtenItems(many), 'parquet', new Map([['event', path]]))
    expect(tallies.get('event')?.rows).toBe(6_000)
    const file = await asyncBufferFromFile(path)
    expect((await parquetMetadataAsync(file)).row_groups).toHaveLength(2)
    const rows = await parquetReadObjects({ file })
    expect(rows.map((row) => row['id'] as string)).toEqual(many.map(({ id }) => id))
  })
})

describe('a disk that refuses', () => {
  for (const format of ['csv', 'parquet'] as const)
    test(`is named, with what to do (${format})`, async () => {
      const paths = new Map([['event', join(folder, 'nowhere', `event.${format}`)]] as const)
      await expect(saveTables(writtenItems(), format, paths)).rejects.toMatchObject({
        message: expect.stringContaining('nowhere') as string,
        advice: expect.stringContaining('--out') as string,
      })
    })
})
