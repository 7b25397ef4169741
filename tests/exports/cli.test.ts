import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LICENCE_NOTE, TABLE_KINDS } from '../../src/exports/index.js'
import {
  appendReading,
  closeLedger,
  openLedger,
  readDoor,
  withdraw,
} from '../../src/ledger/index.js'
import type { CodedRecord } from '../../src/core/index.js'
import { makeReading } from '../ledger/readings.js'
import { runChancery } from '../main-job/chancery.js'

const folder = mkdtempSync(join(tmpdir(), 'chancery-exports-'))
const ledger = join(folder, 'ledger')
const out = (name: string): string => join(folder, name)
let records: CodedRecord[] = []

beforeAll(async () => {
  const opened = await openLedger(ledger)
  for (let n = 0; n < 5; n += 1) await appendReading(opened, withVisits(makeReading(n)))
  const all = []
  for await (const line of readDoor(opened).exportRecords()) all.push(line)
  const written = all.filter(
    (line): line is CodedRecord => line.kind !== 'document' && line.kind !== 'party',
  )
  const [gone] = written
  await withdraw(opened, gone?.id ?? '', {
    who: 'a test',
    when: '2024-01-01T00:00:00Z',
    why: 'wrong',
  })
  records = written.filter(({ id }) => id !== gone?.id)
  await closeLedger(opened)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The made-up consultations have no mode; a calendar has visits. */
function withVisits(reading: ReturnType<typeof makeReading>): ReturnType<typeof makeReading> {
  const records = reading.records.map((record) =>
    record.kind === 'event' && record.event === 'CONSULT' ? { ...record, mode: 'visit' } : record,
  )
  return { ...reading, records }
}

const exported = (...args: string[]) => runChancery('export', '--ledger', ledger, ...args)
const countOf = (kind: string): number => records.filter((one) => one.kind === kind).length

describe('chancery export', () => {
  test('writes one kind as CSV to standard output, events unless another is named', async () => {
    const events = await exported('--format', 'csv')
    expect(events.code).toBe(0)
    expect(events.err.trim()).toBe(LICENCE_NOTE)
    expect(parse(events.out, { columns: true })).toHaveLength(countOf('event'))
    const figures = await exported('--format', 'csv', '--kind', 'figure')
    expect(parse(figures.out, { columns: true })).toHaveLength(countOf('figure'))
  })

  for (const format of ['csv', 'parquet'])
    test(`writes every kind as ${format} into a folder, made for it`, async () => {
      const { code, err } = await exported('--format', format, '--out', out(`all-${format}/new`))
      expect(code).toBe(0)
      expect(err).toContain(`${countOf('statement')} rows to`)
      const files = readdirSync(out(`all-${format}/new`)).filter((name) => name.endsWith(format))
      expect(files.sort()).toEqual(TABLE_KINDS.map((kind) => `${kind}.${format}`).sort())
    })

  for (const format of ['polecat', 'gdelt', 'ics'])
    test(`writes ${format} to a file, says its licence, and counts what it left out`, async () => {
      const { code, err } = await exported('--format', format, '--out', out(`file.${format}`))
      expect(code).toBe(0)
      const saved = readFileSync(out(`file.${format}`), 'utf8')
      expect(saved.length).toBeGreaterThan(1000)
      expect(err).toMatch(/^Wrote \d+ \w+ to .*\n/)
      expect(err).toContain(LICENCE_NOTE)
      if (format === 'ics') return expect((await exported('--format', format)).out).toBe(saved)
      expect(err).toMatch(/^Left out \d+ records: planned, possible or denied/m)
      expect(readFileSync(out(`file.${format}-metadata.json`), 'utf8')).toContain(LICENCE_NOTE)
    })

  test('says what to do where a format needs a place, a kind means nothing, or the disk refuses', async () => {
    writeFileSync(out('a-file'), '')
    for (const [args, words] of [
      [['--format', 'parquet'], '--out'],
      [['--format', 'ics', '--kind', 'event'], '--kind'],
      [['--format', 'csv', '--out', out('a-file/tables/')], 'cannot be written'],
      [['--format', 'csv', '--out', out('nowhere/a.csv')], 'cannot be written'],
      [['--format', 'gdelt', '--out', out('nowhere/a.tsv')], 'cannot be written'],
    ] as const) {
      const { code, out: printed, err } = await exported(...args)
      expect({ code, printed }, args.join(' ')).toEqual({ code: 2, printed: '' })
      expect(err).toContain(words)
      expect(err).not.toMatch(/^ {4}at /m)
    }
  })
})
