import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { csvLines, exportItems, newTally, polecatLines } from '../../src/exports/index.js'
import type { ExportItem } from '../../src/exports/index.js'
import { appendReading, closeLedger, openLedger, readDoor } from '../../src/ledger/index.js'
import type { Ledger } from '../../src/ledger/index.js'
import { startPostgres } from '../ledger/postgres.js'
import type { TestServer } from '../ledger/postgres.js'
import { makeReading } from '../ledger/readings.js'
import { textOf } from './written.js'

const folder = mkdtempSync(join(tmpdir(), 'chancery-exports-'))
let server: TestServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const FORMATS: readonly ((items: AsyncIterable<ExportItem>) => AsyncGenerator<string>)[] = [
  (items) => csvLines(items, 'event', newTally()),
  (items) => csvLines(items, 'statement', newTally()),
  (items) => polecatLines(items, newTally()),
]

async function exportsOf(location: string): Promise<string[]> {
  const ledger = await openLedger(location)
  try {
    for (let n = 0; n < 12; n += 1) await appendReading(ledger, makeReading(n))
    const texts: string[] = []
    for (const linesOf of FORMATS) texts.push(await exportOnce(ledger, linesOf))
    return texts
  } finally {
    await closeLedger(ledger)
  }
}

/** While it goes, another reading is appended. */
async function exportOnce(ledger: Ledger, linesOf: (typeof FORMATS)[number]): Promise<string> {
  const lines = linesOf(exportItems(readDoor(ledger)))
  let text = ''
  for (let taken = 0; taken < 2; taken += 1) text += String((await lines.next()).value)
  await appendReading(ledger, makeReading(99))
  return `${text}${await textOf(lines)}`
}

test('a ledger in a folder and one on a PostgreSQL server give the same exports', async () => {
  const local = await exportsOf(join(folder, 'ledger'))
  const [events = '', statements = ''] = local
  const late = makeReading(99).document.id
  expect(events.split('\n').length).toBeGreaterThan(20)
  expect(events).not.toContain(late) // it came while the export went
  expect(statements).toContain(late)
  expect(await exportsOf(await server.createDatabase())).toEqual(local)
})
