/* eslint-disable max-lines-per-function -- a suite is one long list of tests */
import { beforeAll, describe, expect, it } from 'vitest'
import type { CodedRecord } from '../../../src/core/index.js'
import { accept, appendReading, readDoor } from '../../../src/ledger/index.js'
import type { Ledger } from '../../../src/ledger/index.js'
import type { TestPlace } from '../places.js'
import { exportText, makeReading } from '../readings.js'

/** What appending a report keeps, counts and refuses. */
export function appendSuite(getPlace: () => TestPlace): void {
  describe('appending', () => {
    it('keeps a document, its parties, records and issues, and gives them back as they were', async () => {
      const ledger = await getPlace().freshLedger()
      const reading = makeReading(1)
      const { value, issues } = await appendReading(ledger, reading)
      expect(issues).toEqual([])
      expect(value.document).toBe('added')
      expect(value.records).toEqual({ added: reading.records.length, known: 0, refused: 0 })

      const door = readDoor(ledger)
      expect(await door.getDocument(reading.document.id)).toEqual(reading.document)
      for (const record of reading.records)
        expect(await door.getRecord(record.id)).toEqual({ value: record, issues: [] })
      const kept = await door.listIssues({ document: reading.document.id })
      expect(kept.items).toMatchObject([{ code: 'date-inferred', message: 'year of report 1' }])
      expect(await door.hasReport(reading.reportFingerprint)).toBe(true)
      expect(await door.hasReport('another')).toBe(false)
      await ledger.close()
    })

    it('adds nothing when the same report comes again', async () => {
      const ledger = await getPlace().freshLedger()
      await appendReading(ledger, makeReading(2))
      const before = await exportText(readDoor(ledger).exportRecords())
      const reading = makeReading(2)
      const { value, issues } = await appendReading(ledger, reading)
      expect(issues).toEqual([])
      expect(value).toEqual({
        document: 'known',
        parties: { added: 0, known: reading.parties.length },
        records: { added: 0, known: reading.records.length, refused: 0 },
      })
      expect(await exportText(readDoor(ledger).exportRecords())).toBe(before)
      await ledger.close()
    })

    describe('what breaks the contract', () => {
      let ledger: Ledger
      let count = 0
      beforeAll(async () => {
        ledger = await getPlace().freshLedger()
        return () => ledger.close()
      })
      it.each<[string, (record: CodedRecord) => unknown, RegExp]>([
        ['evidence that is not there', moveEvidence, /not what the document says/],
        ['evidence missing', (record) => ({ ...record, evidence: [] }), /evidence/],
        [
          'another document',
          (record) => ({ ...record, document: 'document:x' }),
          /another document/,
        ],
        ['a party nobody knows', strangeParty, /no party party:x/],
        ['a confidence of 2', (record) => ({ ...record, confidence: 2 }), /confidence/],
        ['a NUL character', (record) => ({ ...record, place: 'a\0b' }), /NUL/],
        [
          'a review of its own',
          (record) => ({ ...record, review: 'accepted' }),
          /cannot be accepted/,
        ],
      ])(
        'leaves out a record with %s, says so, and keeps the rest',
        async (_, spoil, complaint) => {
          const reading = makeReading(++count)
          const [first, ...rest] = reading.records
          if (!first) throw new Error('the reading has no records')
          const records = [spoil(first) as CodedRecord, ...rest]
          const { value, issues } = await appendReading(ledger, { ...reading, records })
          expect(value.records).toEqual({ added: rest.length, known: 0, refused: 1 })
          expect(issues).toMatchObject([{ code: 'record-invalid', where: first.id }])
          expect(issues[0]?.message).toMatch(complaint)
          const kept = await readDoor(ledger).listIssues({
            code: 'record-invalid',
            document: reading.document.id,
          })
          expect(kept.items).toMatchObject([{ where: first.id }])
        },
      )
    })

    it('refuses a document whose id stands for other text, and one that cannot be stored', async () => {
      const ledger = await getPlace().freshLedger()
      const reading = makeReading(4)
      await appendReading(ledger, reading)
      for (const text of [`${reading.document.text} More.`, 'half a pair \ud83d here']) {
        const document = { ...reading.document, text }
        const { value, issues } = await appendReading(ledger, { ...reading, document, records: [] })
        expect(value.document).toBe('refused')
        expect(issues).toMatchObject([{ code: 'report-failed', severity: 'error' }])
      }
      expect(await readDoor(ledger).countDocuments()).toBe(1)
      await ledger.close()
    })

    it('keeps a record as it is when only the versions differ that read it again', async () => {
      const ledger = await getPlace().freshLedger()
      const reading = makeReading(5)
      await appendReading(ledger, reading)
      const otherVersion = reading.records.map((record) => ({ ...record, coder: 'coder 2' }))
      const same = await appendReading(ledger, { ...reading, records: otherVersion })
      expect(same.issues).toEqual([])
      const [first] = reading.records
      expect((await readDoor(ledger).getRecord(first?.id ?? '')).value).toEqual(first)
      await ledger.close()
    })

    it('lets the latest reading count, keeps the earlier one in the history, and says so', async () => {
      const ledger = await getPlace().freshLedger()
      const reading = makeReading(5)
      const [lost, changed, ...rest] = reading.records
      if (!lost || !changed) throw new Error('the reading has too few records')
      await appendReading(ledger, reading)
      const records = [{ ...changed, confidence: 0.123 }, ...rest]
      const { issues } = await appendReading(ledger, { ...reading, records })
      expect(issues).toMatchObject([{ code: 'ledger-conflict', severity: 'note' }])
      const door = readDoor(ledger)
      expect((await door.getRecord(changed.id)).value?.confidence).toBe(0.123)
      expect((await door.getRecord(lost.id)).value?.review).toBe('withdrawn')
      const kinds = async (id: string) => (await door.getHistory(id)).map((entry) => entry.kind)
      expect(await kinds(lost.id)).toEqual(['record', 'superseded'])
      expect(await kinds(changed.id)).toEqual(['record', 'rereading'])
      await appendReading(ledger, reading)
      expect((await door.getRecord(lost.id)).value).toEqual(lost)
      expect((await door.getRecord(changed.id)).value).toEqual(changed)
      await ledger.close()
    })

    it('never overrides what a person decided by reading again', async () => {
      const ledger = await getPlace().freshLedger()
      const reading = makeReading(8)
      const [accepted, ...rest] = reading.records
      if (!accepted) throw new Error('the reading has no records')
      await appendReading(ledger, reading)
      const note = { who: 'an analyst', when: '2026-01-02T03:04:05Z', why: 'it stands there' }
      await accept(ledger, accepted.id, note)
      await appendReading(ledger, { ...reading, records: rest })
      expect((await readDoor(ledger).getRecord(accepted.id)).value?.review).toBe('accepted')
      await ledger.close()
    })

    it('joins the aliases that a party has in different documents', async () => {
      const ledger = await getPlace().freshLedger()
      const [party] = makeReading(6).parties
      if (!party) throw new Error('the reading has no parties')
      const named = (alias: string) => [{ ...party, aliases: [party.name, alias] }]
      await appendReading(ledger, { ...makeReading(6), parties: named('Zed'), records: [] })
      await appendReading(ledger, { ...makeReading(7), parties: named('Aye'), records: [] })
      const kept = await readDoor(ledger).getParty(party.id)
      expect(kept).toEqual({ ...party, aliases: ['Aye', party.name, 'Zed'].sort() })
      await ledger.close()
    })

    it('finds earlier documents that share signature keys, most shared first', async () => {
      const ledger = await getPlace().freshLedger()
      for (const n of [0, 1, 2]) await appendReading(ledger, makeReading(n))
      const door = readDoor(ledger)
      const keys = ['a1', 'c1', 'b2']
      expect(await door.findDuplicates({ keys, sketch: [] })).toEqual([
        { document: makeReading(1).document.id, duplicateOf: null, sharedKeys: 2, sketch: [1, 2] },
        { document: makeReading(2).document.id, duplicateOf: null, sharedKeys: 1, sketch: [2, 3] },
      ])
      expect(await door.findDuplicates({ keys: [], sketch: [] })).toEqual([])
      await ledger.close()
    })

    it('takes reports from several writers at once', async () => {
      const ledger = await getPlace().freshLedger()
      const numbers = [0, 1, 2, 3, 2, 1, 0, 3]
      const summaries = await Promise.all(numbers.map((n) => appendReading(ledger, makeReading(n))))
      const added = summaries.filter(({ value }) => value.document === 'added')
      expect(added).toHaveLength(4)
      expect(await readDoor(ledger).countDocuments()).toBe(4)
      await ledger.close()
    })
  })
}

function moveEvidence(record: CodedRecord): unknown {
  const evidence = record.evidence.map((piece) => ({
    ...piece,
    start: piece.start + 1,
    end: piece.end + 1,
  }))
  return { ...record, evidence }
}

function strangeParty(record: CodedRecord): unknown {
  return { ...record, attribution: { speaker: { id: 'party:x', name: 'X' }, chain: [] } }
}
