import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CodedRecord, PartyRecord } from '../../../src/core/index.js'
import { appendReading, readDoor } from '../../../src/ledger/index.js'
import type { TestPlace } from '../places.js'
import { exportText, makeReading } from '../readings.js'

/** The export: the same bytes for the same content, whatever way it came. */
export function exportSuite(getPlace: () => TestPlace): void {
  describe('exporting', () => {
    it('gives the same bytes whatever the order and however often reports were appended', async () => {
      const numbers = [0, 1, 2, 3]
      const exportOf = async (order: readonly number[]) => {
        const ledger = await getPlace().freshLedger()
        for (const n of order) await appendReading(ledger, makeReading(n))
        const text = await exportText(readDoor(ledger).exportRecords())
        await ledger.close()
        return text
      }
      const undisturbed = await exportOf(numbers)
      const anyOrder = fc
        .tuple(
          fc.shuffledSubarray(numbers, { minLength: 4 }),
          fc.array(fc.constantFrom(...numbers), { maxLength: 4 }),
        )
        .map(([once, more]) => [...more, ...once])
      const property = fc.asyncProperty(anyOrder, async (order) => {
        expect(await exportOf(order)).toBe(undisturbed)
      })
      await fc.assert(property, { numRuns: 5 })
    })

    it('gives documents, parties and records, each whole and as the schemas say', async () => {
      const ledger = await getPlace().freshLedger()
      const readings = [1, 2, 3].map(makeReading)
      for (const reading of readings) await appendReading(ledger, reading)
      const text = await exportText(readDoor(ledger).exportRecords())
      const lines = text.split('\n').map((line) => JSON.parse(line) as { kind: string })
      const kinds = lines.map(({ kind }) =>
        ['document', 'party'].includes(kind) ? kind : 'record',
      )
      expect([...new Set(kinds)]).toEqual(['document', 'party', 'record'])
      expect(kinds).toEqual([...kinds].sort())
      for (const line of lines) {
        const schema = line.kind === 'party' ? PartyRecord : CodedRecord
        if (line.kind !== 'document')
          expect(JSON.stringify(schema.parse(line))).toBe(JSON.stringify(line))
      }
      const records = readings.flatMap((reading) => reading.records)
      expect(lines.slice(-records.length)).toEqual(expect.arrayContaining(records))
      await ledger.close()
    })

    it('holds what was there at its beginning, and lets the ledger go on when left early', async () => {
      const ledger = await getPlace().freshLedger()
      const door = readDoor(ledger)
      for (const n of [0, 1]) await appendReading(ledger, makeReading(n))
      const before = await exportText(door.exportRecords())
      const lines: string[] = []
      for await (const line of door.exportRecords()) {
        if (lines.length === 0) await appendReading(ledger, makeReading(2))
        lines.push(JSON.stringify(line))
      }
      expect(lines.join('\n')).toBe(before)
      for (let i = 0; i < 6; i++) for await (const line of door.exportRecords()) if (line) break
      await appendReading(ledger, makeReading(3))
      expect(await door.countDocuments()).toBe(4)
      await ledger.close()
    })
  })
}
