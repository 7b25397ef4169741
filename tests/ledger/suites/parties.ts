/* eslint-disable max-lines-per-function -- a suite is one long list of tests */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PartyRecord } from '../../../src/core/index.js'
import {
  appendReading,
  correct,
  mergeParties,
  readDoor,
  splitParty,
  undo,
} from '../../../src/ledger/index.js'
import { partyDesk } from '../party-desk.js'
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
  noteOf,
} from '../party-steps.js'
import type { TestPlace } from '../places.js'
import { exportText, makeReading } from '../readings.js'

/** Two parties that are one, and how it is taken back. */
export function partySuite(getPlace: () => TestPlace): void {
  describe('merging parties', () => {
    const desk = partyDesk(getPlace)
    const { bytes, recordsOf, merge, takeBack, recordNaming, exportAfter } = desk

    it('follows a merge in every record, list and count, and in the export', async () => {
      const [from, into] = [await recordsOf(RURITANIA), await recordsOf(FREEDONIA)]
      const aliases = (await desk.door.getParty(RURITANIA))?.aliases ?? []
      await merge(RURITANIA, FREEDONIA)
      expect(await recordsOf(RURITANIA)).toEqual([])
      expect(new Set(await recordsOf(FREEDONIA))).toEqual(new Set([...from, ...into]))
      const listed = await desk.door.listParties({ limit: 500 })
      expect(listed.items.map((party) => party.id)).not.toContain(RURITANIA)
      const found = await desk.door.listParties({ text: 'ruritan' })
      expect(found.items.map((party) => party.id)).toEqual([FREEDONIA])
      expect(found.items[0]?.aliases).toEqual(expect.arrayContaining([...aliases, 'Ruritania']))
      const total = Object.values(found.items[0]?.records ?? {}).reduce((a, b) => a + b, 0)
      expect(total).toBe(new Set([...from, ...into]).size)
      expect(await bytes()).not.toContain(RURITANIA)
      expect(await exportText(desk.door.listGround())).not.toContain(RURITANIA)
      const party = JSON.parse(partyLine(await bytes(), FREEDONIA)) as PartyRecord
      expect(party).toEqual(await desk.door.getParty(FREEDONIA))
    })

    it('opens a merged party by its id, and says what it was merged into and by whom', async () => {
      await merge(RURITANIA, FREEDONIA)
      await merge(FREEDONIA, SYLVANIA, 2)
      expect((await desk.door.getParty(RURITANIA))?.name).toBe('Ruritania')
      const history = await desk.door.getPartyHistory(RURITANIA)
      expect(history.mergedInto).toEqual({ id: SYLVANIA, name: 'Sylvania' })
      expect(history.entries).toMatchObject([
        { kind: 'merge', party: RURITANIA, record: null, body: { into: FREEDONIA }, ...noteOf(1) },
      ])
      const sylvania = await desk.door.getPartyHistory(SYLVANIA)
      expect(sylvania.mergedInto).toBeNull()
      expect(sylvania.mergedFrom.map((ref) => ref.name)).toEqual(['Freedonia', 'Ruritania'])
      expect(await desk.door.getPartyHistory('party:none')).toEqual({
        mergedInto: null,
        mergedFrom: [],
        entries: [],
      })
    })

    it('keeps the words of the text and the reading as they were', async () => {
      const record = await recordNaming((one) => one.kind === 'role' && one.person.id === RURITANIA)
      await merge(RURITANIA, FREEDONIA)
      expect((await desk.door.getRecord(record.id)).value).toEqual({
        ...record,
        person: { id: FREEDONIA, name: 'Ruritania' },
      })
      const history = await desk.door.getHistory(record.id)
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
      const { value } = await desk.door.getRecord(record.id)
      expect(value).toMatchObject({ parties: [{ id: FREEDONIA, name: 'Ruritania' }] })
    })

    it('gives back the very bytes when a merge is undone, and again when that is undone', async () => {
      const before = await bytes()
      const entry = await merge(RURITANIA, FREEDONIA)
      const merged = await bytes()
      const undoing = await takeBack(entry)
      expect(await bytes()).toBe(before)
      expect((await desk.door.getPartyHistory(RURITANIA)).mergedInto).toBeNull()
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
      await splitParty(desk.ledger, RURITANIA, [split.id], NORTH, noteOf(1))
      await merge(RURITANIA, FREEDONIA, 2)
      const records = reading.records.map((record) => ({ ...record, confidence: 0.111 }))
      await appendReading(desk.ledger, { ...reading, records })
      expect((await desk.door.getRecord(split.id)).value).toMatchObject({
        person: { id: NORTH_ID, name: 'Ruritania' },
        confidence: 0.111,
      })
      expect((await desk.door.getRecord(merged.id)).value).toMatchObject({
        person: { id: FREEDONIA },
        confidence: 0.111,
      })
      const without = records.filter((record) => record.id !== merged.id)
      await appendReading(desk.ledger, { ...reading, records: without })
      expect((await desk.door.getRecord(merged.id)).value).toMatchObject({
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
      const middle = (await desk.door.getPartyHistory(FREEDONIA)).entries[0]
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
        const decided = await mergeParties(desk.ledger, from, into, noteOf(3))
        expect(decided).toMatchObject({ value: null, refused })
        expect(decided.issues[0]?.message).toMatch(words)
      }
      expect((await mergeParties(desk.ledger, RURITANIA, FREEDONIA, noteOf(1))).value?.id).toBe(
        first,
      )
      expect(await bytes()).toBe(before)
    })

    it('refuses to bring a merge back that no longer goes with the others', async () => {
      const undoing = await takeBack(await merge(RURITANIA, FREEDONIA), 2)
      const other = await merge(RURITANIA, SYLVANIA, 3)
      expect((await undo(desk.ledger, undoing, noteOf(4))).refused).toBe('conflict')
      await takeBack(other, 5)
      await merge(FREEDONIA, RURITANIA, 6)
      const circle = await undo(desk.ledger, undoing, noteOf(7))
      expect(circle).toMatchObject({ refused: 'conflict' })
      expect(circle.issues[0]?.message).toMatch(/circle/)
    })

    it('lists what was decided, newest first, page by page, with what was taken back', async () => {
      const merged = await merge(RURITANIA, FREEDONIA, 1)
      const [record = ''] = await recordsOf(FREEDONIA)
      await correct(desk.ledger, record, { confidence: 0.5 }, noteOf(2))
      const undoing = await takeBack(merged, 3)
      await takeBack(undoing, 4)
      const first = await desk.door.listDecisions({ limit: 3 })
      const rest = await desk.door.listDecisions({ limit: 3, cursor: first.nextCursor })
      expect([...first.items, ...rest.items].map(({ kind, undone }) => [kind, undone])).toEqual([
        ['undo', false],
        ['undo', true],
        ['correction', false],
        ['merge', false],
      ])
      expect(rest.nextCursor).toBeNull()
      expect(
        (await desk.door.listDecisions({ limit: 3, cursor: 'bm9uc2Vuc2U' })).issues,
      ).toHaveLength(1)
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
        mergeParties(desk.ledger, RURITANIA, FREEDONIA, noteOf(1)),
        ...later.map((reading) => appendReading(desk.ledger, reading)),
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
