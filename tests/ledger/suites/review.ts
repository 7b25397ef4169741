/* eslint-disable max-lines-per-function -- a suite is one long list of tests */
import { beforeAll, describe, expect, it } from 'vitest'
import { evidenceAt } from '../../../src/core/index.js'
import type { CodedRecord } from '../../../src/core/index.js'
import {
  accept,
  appendReading,
  correct,
  readDoor,
  undo,
  withdraw,
} from '../../../src/ledger/index.js'
import type {
  EventScale,
  Ledger,
  LedgerEntry,
  LedgerReader,
  ReviewNote,
} from '../../../src/ledger/index.js'
import type { TestPlace } from '../places.js'
import { exportText, makeReading } from '../readings.js'

/** What people decide about records, and how it is taken back. */
export function reviewSuite(getPlace: () => TestPlace): void {
  describe('reviewing', () => {
    const reading = makeReading(8)
    const records = reading.records.filter((record) => record.kind === 'event')
    let ledger: Ledger
    let door: LedgerReader
    beforeAll(async () => {
      ledger = await getPlace().freshLedger()
      door = readDoor(ledger)
      await appendReading(ledger, reading)
      return () => ledger.close()
    })
    const recordAt = (index: number): CodedRecord => {
      const record = records[index]
      if (!record) throw new Error(`no record ${index}`)
      return record
    }
    const current = async (id: string) => (await door.getRecord(id)).value

    it('lays decisions over the record in order, and takes each back', async () => {
      const record = recordAt(0)
      const steps: LedgerEntry[] = []
      const step = async (decided: ReturnType<typeof accept>) => {
        const { value, issues } = await decided
        expect(issues).toEqual([])
        if (value) steps.push(value)
        return current(record.id)
      }
      const corrected = { ...record, place: 'Strelsau', confidence: 0.9 }
      expect(await step(accept(ledger, record.id, noteOf(1)))).toEqual({
        ...record,
        review: 'accepted',
      })
      const changes = { place: 'Strelsau', confidence: 0.9 }
      expect(await step(correct(ledger, record.id, changes, noteOf(2)))).toEqual({
        ...corrected,
        review: 'corrected',
      })
      expect(await step(withdraw(ledger, record.id, noteOf(3)))).toEqual({
        ...corrected,
        review: 'withdrawn',
      })
      expect(await step(undo(ledger, steps[2]?.id ?? '', noteOf(4)))).toEqual({
        ...corrected,
        review: 'corrected',
      })
      expect(await step(undo(ledger, steps[1]?.id ?? '', noteOf(5)))).toEqual({
        ...record,
        review: 'accepted',
      })
      expect(await step(undo(ledger, steps[4]?.id ?? '', noteOf(6)))).toEqual({
        ...corrected,
        review: 'corrected',
      })

      const history = await door.getHistory(record.id)
      expect(history.map((entry) => entry.kind)).toEqual([
        'record',
        'acceptance',
        'correction',
        'withdrawal',
        'undo',
        'undo',
        'undo',
      ])
      expect(history[2]).toMatchObject({ body: changes, ...noteOf(2), record: record.id })
      expect(history[0]).toMatchObject({ who: null, when: null, why: null, body: record })
    })

    it('lists and counts by what the record has become', async () => {
      const record = recordAt(1)
      const protest = { event: 'PROTEST', quad: 'material-conflict', intensity: -6.5 }
      const changes = { ...protest, factuality: 'denied', confidence: 1 }
      await correct(ledger, record.id, changes, noteOf(1))
      const filter = { type: 'PROTEST', factuality: 'denied', minConfidence: 1 } as const
      expect((await door.listRecords(filter)).items.map((item) => item.id)).toEqual([record.id])
      const before = await door.countRecords()
      const { value } = await withdraw(ledger, record.id, noteOf(2))
      expect((await door.listRecords(filter)).items).toEqual([])
      expect((await door.listRecords({ ...filter, review: 'withdrawn' })).items).toHaveLength(1)
      expect((await door.countRecords()).event).toBe(before.event - 1)
      expect(await exportText(door.exportRecords())).toContain(record.id)
      await undo(ledger, value?.id ?? '', noteOf(3))
      expect(await door.countRecords()).toEqual(before)
    })

    it('finds a record by the party that a correction gives it', async () => {
      const record = recordAt(2)
      if (record.kind !== 'event') throw new Error('not an event')
      const other = reading.parties.find(
        (party) => record.actor[0]?.id !== party.id && record.recipient[0]?.id !== party.id,
      )
      if (!other) throw new Error('no third party')
      const before = await door.listRecords({ party: other.id, kind: 'event' })
      expect(before.items.map((item) => item.id)).not.toContain(record.id)
      await correct(ledger, record.id, { actor: [{ id: other.id, name: other.name }] }, noteOf(1))
      const after = await door.listRecords({ party: other.id, kind: 'event' })
      expect(after.items.map((item) => item.id)).toContain(record.id)
    })

    it('adds nothing when the same decision is given again', async () => {
      const record = recordAt(3)
      const first = await accept(ledger, record.id, noteOf(1))
      const second = await accept(ledger, record.id, noteOf(1))
      expect(second).toEqual(first)
      expect(await door.getHistory(record.id)).toHaveLength(2)
    })

    it('corrects party, type, time, factuality and evidence, each in a record of the contract', async () => {
      const record = recordAt(4)
      const sentence = record.evidence[0]?.start ?? 0
      const { text } = reading.document
      const words = evidenceAt(text, { start: sentence, end: sentence + 9 })
      const other = reading.parties.at(-1)
      if (record.kind !== 'event' || !other) throw new Error('not an event')
      const day = { start: '2022-03-01', end: '2022-03-31', granularity: 'month', text: 'in March' }
      const steps = [
        [{ recipient: [{ id: other.id, name: 'the words for it' }] }, {}],
        [{ event: 'ASSAULT' }, { mode: null, quad: 'material-conflict', intensity: -9 }],
        [
          { event: 'CONSULT', mode: 'visit' },
          { quad: 'verbal-cooperation', intensity: 4 },
        ],
        [{ mode: null }, { quad: 'verbal-cooperation', intensity: 2 }],
        [{ time: day }, {}],
        [{ time: null }, {}],
        [{ factuality: record.factuality === 'denied' ? 'actual' : 'denied' }, {}],
        [{ evidence: [words] }, {}],
      ] as const
      let expected: CodedRecord = record
      for (const [i, [changes, followed]] of steps.entries()) {
        const { issues } = await correct(ledger, record.id, changes, noteOf(i), SCALE)
        expect(issues).toEqual([])
        expected = { ...expected, ...changes, ...followed, review: 'corrected' } as CodedRecord
        expect(await current(record.id)).toEqual(expected)
      }
      expect((await door.getHistory(record.id)).at(-1)?.body).toEqual({ evidence: [words] })
    })

    it.each([
      ['a fixed field', { id: 'event:x' }, /id is not a field/],
      ['a field of another kind', { speaker: null }, /speaker is not a field/],
      ['what every object has', { toString: 'x' }, /toString is not a field/],
      ['nothing', {}, /at least one field/],
      ['what it says already', { place: null }, /changes nothing/],
      ['a value outside the contract', { confidence: 7 }, /confidence/],
      ['a factuality that does not exist', { factuality: 'certain' }, /factuality/],
      ['a type that does not exist', { event: 'WEDDING' }, /event/],
      ['a mode of another type', { event: 'ACCUSE', mode: 'visit' }, /ACCUSE has no mode "visit"/],
      ['a quad of another type', { quad: 'material-conflict' }, /quad: an event of type/],
      [
        'words that are not there',
        { evidence: [{ start: 0, end: 3, text: 'not' }] },
        /not what the document says/,
      ],
      [
        'words past the end',
        { evidence: [{ start: 99_990, end: 99_995, text: 'words' }] },
        /not what the document says/,
      ],
      ['no words at all', { evidence: [] }, /evidence/],
      ['a party nobody knows', { actor: [{ id: 'party:x', name: 'X' }] }, /no party party:x/],
      ['a party without a name', { actor: [{ id: 'party:x' }] }, /actor\.0\.name/],
      [
        'a time that ends before it starts',
        { time: { start: '2022-03-02', end: '2022-03-01', granularity: 'interval', text: 'then' } },
        /time: it ends on 2022-03-01, before it starts/,
      ],
      [
        'a day that does not exist',
        { time: { start: '2022-02-30', end: '2022-02-30', granularity: 'day', text: 'then' } },
        /time\.start/,
      ],
    ])('refuses a correction of %s', async (_, changes, complaint) => {
      const record = recordAt(6)
      const decided = await correct(ledger, record.id, changes, noteOf(1), SCALE)
      expect(decided).toMatchObject({ value: null, refused: 'invalid' })
      expect(decided.issues).toMatchObject([{ code: 'ledger-conflict', severity: 'error' }])
      expect(decided.issues[0]?.message).toMatch(complaint)
      expect(await current(record.id)).toEqual(record)
    })

    it('refuses a type without its quad and intensity where it has no codebook to ask', async () => {
      const record = recordAt(6)
      const { issues } = await correct(ledger, record.id, { event: 'ASSAULT' }, noteOf(1))
      expect(issues[0]?.message).toMatch(/quad and intensity/)
    })

    it('refuses words that a statement’s document does not say', async () => {
      const statement = reading.records.find((record) => record.kind === 'statement')
      if (!statement) throw new Error('no statement')
      const content = 'words that nobody said'
      const decided = await correct(ledger, statement.id, { content }, noteOf(1))
      expect(decided.issues[0]?.message).toMatch(/does not say these words/)
    })

    it('refuses what is not there, what nobody signs, and undoing twice', async () => {
      const record = recordAt(5)
      const accepted = await accept(ledger, record.id, noteOf(1))
      const target = accepted.value?.id ?? ''
      await undo(ledger, target, noteOf(2))
      const reading = (await door.getHistory(record.id))[0]?.id ?? ''
      const refused = [
        await accept(ledger, 'event:none', noteOf(1)),
        await accept(ledger, record.id, { ...noteOf(3), who: ' ' }),
        await accept(ledger, record.id, { ...noteOf(3), when: 'yesterday' }),
        await undo(ledger, target, noteOf(3)),
        await undo(ledger, 'entry:none', noteOf(3)),
        await undo(ledger, reading, noteOf(3)),
        await undo(ledger, 'entry:\0', noteOf(3)),
        await withdraw(ledger, 'event:\0', noteOf(3)),
      ]
      for (const { value, issues } of refused) {
        expect(value).toBeNull()
        expect(issues).toHaveLength(1)
      }
      expect(await door.getHistory(record.id)).toHaveLength(3)
    })
  })
}

/** A small codebook: what CONSULT and ASSAULT stand for, and one answer for the rest. */
const SCALE: EventScale = (event, mode) => {
  if (event === 'CONSULT' && (mode === null || mode === 'visit'))
    return { quad: 'verbal-cooperation', intensity: mode === null ? 2 : 4 }
  if (event === 'ASSAULT' && mode === null) return { quad: 'material-conflict', intensity: -9 }
  return mode === null ? { quad: 'verbal-cooperation', intensity: 1 } : null
}

function noteOf(hour: number): ReviewNote {
  return { who: 'desk', when: `2024-05-01T0${hour}:00:00Z`, why: `reason ${hour}` }
}
