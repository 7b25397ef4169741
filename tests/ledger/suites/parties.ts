/* eslint-disable max-lines-per-function -- a suite is one long list of tests */
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CodedRecord, PartyRecord } from '../../../src/core/index.js'
import {
  appendReading,
  correct,
  mergeParties,
  readDoor,
  splitParty,
  undo,
} from '../../../src/ledger/index.js'
import type { Ledger, LedgerReader } from '../../../src/ledger/index.js'
import {
  READINGS,
  RURITANIA,
  FREEDONIA,
  SYLVANIA,
  ELBONIA,
  NORTH,
  NORTH_ID,
  steps,
  take,
  stateOfLedger,
  rebuildAll,
  idOf,
  partyLine,
  recordLines,
  noteOf,
} from '../party-steps.js'
import type { TestPlace } from '../places.js'
import { exportText, makeReading } from '../readings.js'

/** Two parties that are one, one party that is two, and how either is taken back. */
export function partySuite(getPlace: () => TestPlace): void {
  describe('merging and splitting parties', () => {
    let ledger: Ledger
    let door: LedgerReader
    beforeEach(async () => {
      ledger = await getPlace().freshLedger()
      door = readDoor(ledger)
      for (const reading of READINGS) await appendReading(ledger, reading)
    })
    afterEach(() => ledger.close())

    const bytes = () => exportText(door.exportRecords())
    const recordsOf = async (party: string) =>
      (await door.listRecords({ party, limit: 500 })).items.map((record) => record.id)
    const merge = async (from: string, into: string, hour = 1) =>
      idOf(await mergeParties(ledger, from, into, noteOf(hour)))
    const takeBack = async (entry: string, hour = 9) =>
      idOf(await undo(ledger, entry, noteOf(hour)))
    const recordNaming = async (fits: (record: CodedRecord) => boolean): Promise<CodedRecord> => {
      const page = await door.listRecords({ limit: 500 })
      const record = page.items.find(fits)
      if (!record) throw new Error('no such record')
      return record
    }
    /** A ledger that read and merged in another order, as its export. */
    const exportAfter = async (steps: (other: Ledger) => Promise<void>): Promise<string> => {
      const other = await getPlace().freshLedger()
      await steps(other)
      const text = await exportText(readDoor(other).exportRecords())
      await other.close()
      return text
    }

    it('follows a merge in every record, list and count, and in the export', async () => {
      const [from, into] = [await recordsOf(RURITANIA), await recordsOf(FREEDONIA)]
      const aliases = (await door.getParty(RURITANIA))?.aliases ?? []
      await merge(RURITANIA, FREEDONIA)
      expect(await recordsOf(RURITANIA)).toEqual([])
      expect(new Set(await recordsOf(FREEDONIA))).toEqual(new Set([...from, ...into]))
      const listed = await door.listParties({ limit: 500 })
      expect(listed.items.map((party) => party.id)).not.toContain(RURITANIA)
      const found = await door.listParties({ text: 'ruritan' })
      expect(found.items.map((party) => party.id)).toEqual([FREEDONIA])
      expect(found.items[0]?.aliases).toEqual(expect.arrayContaining([...aliases, 'Ruritania']))
      const total = Object.values(found.items[0]?.records ?? {}).reduce((a, b) => a + b, 0)
      expect(total).toBe(new Set([...from, ...into]).size)
      expect(await bytes()).not.toContain(RURITANIA)
      expect(await exportText(door.listGround())).not.toContain(RURITANIA)
      const party = JSON.parse(partyLine(await bytes(), FREEDONIA)) as PartyRecord
      expect(party).toEqual(await door.getParty(FREEDONIA))
    })

    it('opens a merged party by its id, and says what it was merged into and by whom', async () => {
      await merge(RURITANIA, FREEDONIA)
      await merge(FREEDONIA, SYLVANIA, 2)
      expect((await door.getParty(RURITANIA))?.name).toBe('Ruritania')
      const history = await door.getPartyHistory(RURITANIA)
      expect(history.mergedInto).toEqual({ id: SYLVANIA, name: 'Sylvania' })
      expect(history.entries).toMatchObject([
        { kind: 'merge', party: RURITANIA, record: null, body: { into: FREEDONIA }, ...noteOf(1) },
      ])
      const sylvania = await door.getPartyHistory(SYLVANIA)
      expect(sylvania.mergedInto).toBeNull()
      expect(sylvania.mergedFrom.map((ref) => ref.name)).toEqual(['Freedonia', 'Ruritania'])
      expect(await door.getPartyHistory('party:none')).toEqual({
        mergedInto: null,
        mergedFrom: [],
        entries: [],
      })
    })

    it('keeps the words of the text and the reading as they were', async () => {
      const record = await recordNaming((one) => one.kind === 'role' && one.person.id === RURITANIA)
      await merge(RURITANIA, FREEDONIA)
      expect((await door.getRecord(record.id)).value).toEqual({
        ...record,
        person: { id: FREEDONIA, name: 'Ruritania' },
      })
      const history = await door.getHistory(record.id)
      expect(history.map((entry) => entry.kind)).toEqual(['record', 'merge'])
      expect(history[0]?.body).toEqual(record)
    })

    it('names a party once where a list named both', async () => {
      const record = await recordNaming(
        (one) =>
          one.kind === 'agreement' &&
          one.parties.map(({ id }) => id).join() === [RURITANIA, FREEDONIA].join(),
      )
      await merge(RURITANIA, FREEDONIA)
      const { value } = await door.getRecord(record.id)
      expect(value).toMatchObject({ parties: [{ id: FREEDONIA, name: 'Ruritania' }] })
    })

    it('gives back the very bytes when a merge is undone, and again when that is undone', async () => {
      const before = await bytes()
      const entry = await merge(RURITANIA, FREEDONIA)
      const merged = await bytes()
      const undoing = await takeBack(entry)
      expect(await bytes()).toBe(before)
      expect((await door.getPartyHistory(RURITANIA)).mergedInto).toBeNull()
      await takeBack(undoing, 3)
      expect(await bytes()).toBe(merged)
    })

    it('follows a merge in what is read later, to the bytes of reading before', async () => {
      await merge(RURITANIA, FREEDONIA)
      await merge(FREEDONIA, ELBONIA, 2)
      const [first, ...rest] = READINGS
      if (!first) throw new Error('no reading')
      const later = await exportAfter(async (other) => {
        await appendReading(other, first)
        await mergeParties(other, FREEDONIA, ELBONIA, noteOf(1))
        await mergeParties(other, RURITANIA, FREEDONIA, noteOf(2))
        for (const reading of rest) await appendReading(other, reading)
      })
      expect(later).toBe(await bytes())
    })

    it('finds what was read later when a merge is undone', async () => {
      const before = await bytes()
      const after = await exportAfter(async (other) => {
        const [first, ...rest] = READINGS
        if (first) await appendReading(other, first)
        const kept = await mergeParties(other, RURITANIA, FREEDONIA, noteOf(1))
        await mergeParties(other, FREEDONIA, SYLVANIA, noteOf(2))
        for (const reading of rest) await appendReading(other, reading)
        const second = await undo(other, idOf(kept), noteOf(3))
        expect(second.issues).toEqual([])
        const [newest] = (await readDoor(other).listDecisions()).items.slice(1)
        await undo(other, newest?.id ?? '', noteOf(4))
      })
      expect(after).toBe(before)
    })

    it('keeps merges and splits when a document is read again, otherwise than before', async () => {
      const [reading] = READINGS
      const [split, merged] = reading?.records.filter(
        (record) => record.kind === 'role' && record.person.id === RURITANIA,
      ) ?? [null, null]
      if (!reading || !split || !merged) throw new Error('too few records')
      await splitParty(ledger, RURITANIA, [split.id], NORTH, noteOf(1))
      await merge(RURITANIA, FREEDONIA, 2)
      const records = reading.records.map((record) => ({ ...record, confidence: 0.111 }))
      await appendReading(ledger, { ...reading, records })
      expect((await door.getRecord(split.id)).value).toMatchObject({
        person: { id: NORTH_ID, name: 'Ruritania' },
        confidence: 0.111,
      })
      expect((await door.getRecord(merged.id)).value).toMatchObject({
        person: { id: FREEDONIA },
        confidence: 0.111,
      })
      const without = records.filter((record) => record.id !== merged.id)
      await appendReading(ledger, { ...reading, records: without })
      expect((await door.getRecord(merged.id)).value).toMatchObject({
        person: { id: FREEDONIA },
        review: 'withdrawn',
      })
    })

    it('gives the same for a chain whatever the order, and takes out its middle', async () => {
      await merge(FREEDONIA, SYLVANIA, 1)
      await merge(RURITANIA, FREEDONIA, 2)
      const direct = await exportAfter(async (other) => {
        for (const reading of READINGS) await appendReading(other, reading)
        await mergeParties(other, RURITANIA, SYLVANIA, noteOf(1))
        await mergeParties(other, FREEDONIA, SYLVANIA, noteOf(2))
      })
      expect(await bytes()).toBe(direct)
      const middle = (await door.getPartyHistory(FREEDONIA)).entries[0]
      await takeBack(middle?.id ?? '')
      const without = await exportAfter(async (other) => {
        for (const reading of READINGS) await appendReading(other, reading)
        await mergeParties(other, RURITANIA, FREEDONIA, noteOf(1))
      })
      expect(await bytes()).toBe(without)
    })

    it('refuses circles, a second merge, itself, and parties that nobody knows', async () => {
      const first = await merge(RURITANIA, FREEDONIA)
      await merge(FREEDONIA, SYLVANIA, 2)
      const before = await bytes()
      const tries = [
        [SYLVANIA, RURITANIA, 'conflict', /circle/],
        [FREEDONIA, RURITANIA, 'conflict', new RegExp(`merged into ${SYLVANIA}`)],
        [RURITANIA, ELBONIA, 'conflict', new RegExp(`merged into ${FREEDONIA}`)],
        [ELBONIA, ELBONIA, 'invalid', /into itself/],
        ['party:none', ELBONIA, 'unknown', /no party party:none/],
        [ELBONIA, 'party:\0', 'unknown', /no party/],
      ] as const
      for (const [from, into, refused, words] of tries) {
        const decided = await mergeParties(ledger, from, into, noteOf(3))
        expect(decided).toMatchObject({ value: null, refused })
        expect(decided.issues[0]?.message).toMatch(words)
      }
      expect((await mergeParties(ledger, RURITANIA, FREEDONIA, noteOf(1))).value?.id).toBe(first)
      expect(await bytes()).toBe(before)
    })

    it('refuses to bring a merge back that no longer goes with the others', async () => {
      const undoing = await takeBack(await merge(RURITANIA, FREEDONIA), 2)
      const other = await merge(RURITANIA, SYLVANIA, 3)
      expect((await undo(ledger, undoing, noteOf(4))).refused).toBe('conflict')
      await takeBack(other, 5)
      await merge(FREEDONIA, RURITANIA, 6)
      const circle = await undo(ledger, undoing, noteOf(7))
      expect(circle).toMatchObject({ refused: 'conflict' })
      expect(circle.issues[0]?.message).toMatch(/circle/)
    })

    it('splits off the mentions of some records as a new party, and takes that back whole', async () => {
      const before = await bytes()
      const all = await recordsOf(RURITANIA)
      const some = all.slice(0, 4)
      const entry = idOf(await splitParty(ledger, RURITANIA, some, NORTH, noteOf(1)))
      expect(new Set(await recordsOf(NORTH_ID))).toEqual(new Set(some))
      expect(new Set(await recordsOf(RURITANIA))).toEqual(new Set(all.slice(4)))
      expect(await door.getParty(NORTH_ID)).toEqual({
        kind: 'party',
        id: NORTH_ID,
        ...NORTH,
        cameo: null,
        aliases: [],
        wikidata: null,
      })
      expect(partyLine(await bytes(), NORTH_ID)).not.toBe('')
      const history = await door.getHistory(some[0] ?? '')
      expect(history.map((one) => one.kind)).toEqual(['record', 'split'])
      await takeBack(entry)
      expect(await bytes()).toBe(before)
      expect(await exportText(door.listGround())).not.toContain(NORTH_ID)
      const found = await door.listParties({ text: 'north' })
      expect(found.items).toEqual([])
      expect((await door.getParty(NORTH_ID))?.name).toBe(NORTH.name)
    })

    it('splits off as a party that is there already', async () => {
      const [record] = await recordsOf(RURITANIA)
      await splitParty(ledger, RURITANIA, [record ?? ''], { id: ELBONIA }, noteOf(1))
      expect(await recordsOf(ELBONIA)).toContain(record)
      const entries = (await door.getPartyHistory(ELBONIA)).entries
      expect(entries).toMatchObject([{ kind: 'split', body: { as: ELBONIA, made: false } }])
    })

    it('merges back what was split, and takes both back', async () => {
      const before = await bytes()
      const records = await recordsOf(RURITANIA)
      const split = idOf(await splitParty(ledger, RURITANIA, records.slice(0, 3), NORTH, noteOf(1)))
      const merged = await merge(NORTH_ID, RURITANIA, 2)
      expect(await recordsOf(RURITANIA)).toEqual(records)
      expect(recordLines(await bytes())).toBe(recordLines(before))
      expect((await door.getParty(RURITANIA))?.aliases).toContain(NORTH.name)
      await takeBack(merged, 3)
      await takeBack(split, 4)
      expect(await bytes()).toBe(before)
    })

    it('counts a split from its own time: a party merged in later is not split off', async () => {
      const both = await recordNaming(
        (one) => one.kind === 'relation' && one.a.id === RURITANIA && one.b.id === FREEDONIA,
      )
      await splitParty(ledger, RURITANIA, [both.id], NORTH, noteOf(1))
      const later = await merge(FREEDONIA, RURITANIA, 2)
      expect((await door.getRecord(both.id)).value).toMatchObject({
        a: { id: NORTH_ID },
        b: { id: RURITANIA },
      })
      await takeBack(later, 3)
      expect((await door.getRecord(both.id)).value).toMatchObject({
        a: { id: NORTH_ID },
        b: { id: FREEDONIA },
      })
    })

    it('splits off what counts as the party by an earlier merge', async () => {
      const record = await recordNaming(
        (one) => one.kind === 'role' && one.person.id === FREEDONIA && one.of?.id === ELBONIA,
      )
      const merged = await merge(FREEDONIA, RURITANIA, 1)
      idOf(await splitParty(ledger, RURITANIA, [record.id], NORTH, noteOf(2)))
      expect((await door.getRecord(record.id)).value).toMatchObject({ person: { id: NORTH_ID } })
      await takeBack(merged, 3)
      expect((await door.getRecord(record.id)).value).toEqual(record)
    })

    it('lets a correction stand that was made after a split, and follows its party in a merge', async () => {
      const record = await recordNaming((one) => one.kind === 'role' && one.person.id === RURITANIA)
      await splitParty(ledger, RURITANIA, [record.id], NORTH, noteOf(1))
      const person = { id: RURITANIA, name: 'Ruritania' }
      await correct(ledger, record.id, { person }, noteOf(2))
      expect((await door.getRecord(record.id)).value).toMatchObject({ person, review: 'corrected' })
      await merge(RURITANIA, FREEDONIA, 3)
      expect((await door.getRecord(record.id)).value).toMatchObject({ person: { id: FREEDONIA } })
    })

    it('refuses splits that say nothing, or nothing that holds', async () => {
      const [record = ''] = await recordsOf(RURITANIA)
      const other = (await recordsOf(SYLVANIA)).find((id) => !id.startsWith('document:')) ?? ''
      const naming = new Set(await recordsOf(RURITANIA))
      const stranger = (await recordsOf(SYLVANIA)).find((id) => !naming.has(id)) ?? other
      await merge(ELBONIA, FREEDONIA)
      const before = await bytes()
      const tries = [
        [RURITANIA, [], NORTH, 'invalid', /at least one record/],
        [RURITANIA, ['event:none'], NORTH, 'unknown', /no record event:none/],
        [RURITANIA, [record, stranger], NORTH, 'conflict', /does not name/],
        [RURITANIA, [record], { id: RURITANIA }, 'invalid', /same party/],
        [RURITANIA, [record], { id: 'party:none' }, 'unknown', /no party party:none/],
        [RURITANIA, [record], { id: ELBONIA }, 'conflict', /was merged into/],
        [ELBONIA, [record], NORTH, 'conflict', /was merged into/],
        [RURITANIA, [record], { ...NORTH, name: ' ' }, 'invalid', /name/],
        ['party:none', [record], NORTH, 'unknown', /no party party:none/],
      ] as const
      for (const [party, records, as, refused, words] of tries) {
        const decided = await splitParty(ledger, party, records, as, noteOf(2))
        expect(decided).toMatchObject({ value: null, refused })
        expect(decided.issues[0]?.message).toMatch(words)
      }
      expect(await bytes()).toBe(before)
    })

    it('lists what was decided, newest first, page by page, with what was taken back', async () => {
      const merged = await merge(RURITANIA, FREEDONIA, 1)
      const [record = ''] = await recordsOf(FREEDONIA)
      await correct(ledger, record, { confidence: 0.5 }, noteOf(2))
      const undoing = await takeBack(merged, 3)
      await takeBack(undoing, 4)
      const first = await door.listDecisions({ limit: 3 })
      const rest = await door.listDecisions({ limit: 3, cursor: first.nextCursor })
      expect([...first.items, ...rest.items].map(({ kind, undone }) => [kind, undone])).toEqual([
        ['undo', false],
        ['undo', true],
        ['correction', false],
        ['merge', false],
      ])
      expect(rest.nextCursor).toBeNull()
      expect((await door.listDecisions({ limit: 3, cursor: 'bm9uc2Vuc2U' })).issues).toHaveLength(1)
    })

    it('brings every record up to date, whatever was decided in whatever order', async () => {
      const property = fc.asyncProperty(
        fc.array(steps, { minLength: 6, maxLength: 20 }),
        async (all) => {
          const other = await getPlace().freshLedger()
          for (const reading of READINGS.slice(0, 2)) await appendReading(other, reading)
          for (const [hour, step] of all.entries()) await take(other, step, hour)
          const followed = await stateOfLedger(other)
          await rebuildAll(other)
          expect(followed).toBe(await stateOfLedger(other))
          await other.close()
        },
      )
      await fc.assert(property, { numRuns: 12 })
    })

    it('leaves no record behind when reports are read while parties are merged', async () => {
      const later = [1, 2, 5, 7].map(makeReading)
      const [decided] = await Promise.all([
        mergeParties(ledger, RURITANIA, FREEDONIA, noteOf(1)),
        ...later.map((reading) => appendReading(ledger, reading)),
      ])
      expect(decided.issues).toEqual([])
      expect(await recordsOf(RURITANIA)).toEqual([])
      const inOrder = await exportAfter(async (other) => {
        for (const reading of [...READINGS, ...later]) await appendReading(other, reading)
        await mergeParties(other, RURITANIA, FREEDONIA, noteOf(1))
      })
      expect(await bytes()).toBe(inOrder)
    })
  })
}
