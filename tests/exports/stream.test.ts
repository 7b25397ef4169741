import { expect, test } from 'vitest'
import type { CodedRecord, NewsDocument } from '../../src/core/index.js'
import {
  calendarLines,
  csvLines,
  exportItems,
  gdeltLines,
  newTally,
  polecatLines,
} from '../../src/exports/index.js'
import type { ExportItem, ExportSource } from '../../src/exports/index.js'
import { DOCUMENTS, eventOf, PARTIES, sourceOf, textOf } from './written.js'

const DOCUMENTS_IN_ALL = 2000

/** A ledger of many documents of one event each, that counts how far it was read and what was asked of it. */
function countedLedger(): { source: ExportSource; read: () => number; asked: () => number } {
  let read = 0
  let asked = 0
  const documentOf = (n: number): NewsDocument => ({
    ...DOCUMENTS.first,
    id: `document:${n}` as NewsDocument['id'],
  })
  function* records(): Generator<CodedRecord> {
    for (read = 0; read < DOCUMENTS_IN_ALL; read += 1)
      yield eventOf({ mark: String(read) }, documentOf(read))
  }
  const source: ExportSource = {
    ...sourceOf(),
    exportRecords: () => sourceOf(records()).exportRecords(),
    getDocument: (id) => Promise.resolve(documentOf(Number(id.split(':')[1]))),
    getParty: (id) => {
      asked += 1
      return sourceOf().getParty(id)
    },
  }
  return { source, read: () => read, asked: () => asked }
}

const setting = { sentenceOf: () => '', stampedOn: '2024-01-01' }
const FORMATS: Record<string, (items: AsyncIterable<ExportItem>) => AsyncGenerator<string>> = {
  csv: (items) => csvLines(items, 'event', newTally()),
  polecat: (items) => polecatLines(items, newTally()),
  gdelt: (items) => gdeltLines(items, newTally()),
  ics: (items) => calendarLines(items, newTally(), setting),
}

for (const [format, linesOf] of Object.entries(FORMATS))
  test(`${format} reads the ledger no further than it has written`, async () => {
    const { source, read } = countedLedger()
    const lines = linesOf(exportItems(source))
    for (let taken = 0; taken < 100; taken += 1) await lines.next()
    expect(read()).toBeGreaterThan(90)
    expect(read()).toBeLessThan(105)
    await lines.return(undefined)
  })

test('a party is asked of the ledger once, not once a record', async () => {
  const { source, asked } = countedLedger()
  await textOf(csvLines(exportItems(source), 'event', newTally()))
  expect(asked()).toBeLessThanOrEqual(Object.keys(PARTIES).length)
})

test('records without their document are a fault that is not passed over', async () => {
  const source = { ...sourceOf(), getDocument: () => Promise.resolve(null) }
  await expect(textOf(csvLines(exportItems(source), 'event', newTally()))).rejects.toThrow(
    /the document is not/,
  )
})
