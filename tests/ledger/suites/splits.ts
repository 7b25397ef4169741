/* eslint-disable max-lines-per-function -- a suite is one long list of tests */
import { describe, expect, it } from 'vitest'
import { correct, splitParty } from '../../../src/ledger/index.js'
import { partyDesk } from '../party-desk.js'
import {
  RURITANIA,
  FREEDONIA,
  SYLVANIA,
  ELBONIA,
  NORTH,
  NORTH_ID,
  idOf,
  partyLine,
  recordLines,
  noteOf,
} from '../party-steps.js'
import type { TestPlace } from '../places.js'
import { exportText } from '../readings.js'

/** One party that is two, and how it is taken back. */
export function splitSuite(getPlace: () => TestPlace): void {
  describe('splitting parties', () => {
    const desk = partyDesk(getPlace)
    const { bytes, recordsOf, merge, takeBack, recordNaming } = desk

    it('splits off the mentions of some records as a new party, and takes that back whole', async () => {
      const before = await bytes()
      const all = await recordsOf(RURITANIA)
      const some = all.slice(0, 4)
      const entry = idOf(await splitParty(desk.ledger, RURITANIA, some, NORTH, noteOf(1)))
      expect(new Set(await recordsOf(NORTH_ID))).toEqual(new Set(some))
      expect(new Set(await recordsOf(RURITANIA))).toEqual(new Set(all.slice(4)))
      expect(await desk.door.getParty(NORTH_ID)).toEqual({
        kind: 'party',
        id: NORTH_ID,
        ...NORTH,
        cameo: null,
        aliases: [],
        wikidata: null,
      })
      expect(partyLine(await bytes(), NORTH_ID)).not.toBe('')
      const history = await desk.door.getHistory(some[0] ?? '')
      expect(history.map((one) => one.kind)).toEqual(['record', 'split'])
      await takeBack(entry)
      expect(await bytes()).toBe(before)
      expect(await exportText(desk.door.listGround())).not.toContain(NORTH_ID)
      const found = await desk.door.listParties({ text: 'north' })
      expect(found.items).toEqual([])
      expect((await desk.door.getParty(NORTH_ID))?.name).toBe(NORTH.name)
    })

    it('splits off as a party that is there already', async () => {
      const [record] = await recordsOf(RURITANIA)
      await splitParty(desk.ledger, RURITANIA, [record ?? ''], { id: ELBONIA }, noteOf(1))
      expect(await recordsOf(ELBONIA)).toContain(record)
      const entries = (await desk.door.getPartyHistory(ELBONIA)).entries
      expect(entries).toMatchObject([{ kind: 'split', body: { as: ELBONIA, made: false } }])
    })

    it('merges back what was split, and takes both back', async () => {
      const before = await bytes()
      const records = await recordsOf(RURITANIA)
      const split = idOf(
        await splitParty(desk.ledger, RURITANIA, records.slice(0, 3), NORTH, noteOf(1)),
      )
      const merged = await merge(NORTH_ID, RURITANIA, 2)
      expect(await recordsOf(RURITANIA)).toEqual(records)
      expect(recordLines(await bytes())).toBe(recordLines(before))
      expect((await desk.door.getParty(RURITANIA))?.aliases).toContain(NORTH.name)
      await takeBack(merged, 3)
      await takeBack(split, 4)
      expect(await bytes()).toBe(before)
    })

    it('counts a split from its own time: a party merged in later is not split off', async () => {
      const both = await recordNaming(
        (one) => one.kind === 'relation' && one.a.id === RURITANIA && one.b.id === FREEDONIA,
      )
      await splitParty(desk.ledger, RURITANIA, [both.id], NORTH, noteOf(1))
      const later = await merge(FREEDONIA, RURITANIA, 2)
      expect((await desk.door.getRecord(both.id)).value).toMatchObject({
        a: { id: NORTH_ID },
        b: { id: RURITANIA },
      })
      await takeBack(later, 3)
      expect((await desk.door.getRecord(both.id)).value).toMatchObject({
        a: { id: NORTH_ID },
        b: { id: FREEDONIA },
      })
    })

    it('splits off what counts as the party by an earlier merge', async () => {
      const record = await recordNaming(
        (one) => one.kind === 'role' && one.person.id === FREEDONIA && one.of?.id === ELBONIA,
      )
      const merged = await merge(FREEDONIA, RURITANIA, 1)
      idOf(await splitParty(desk.ledger, RURITANIA, [record.id], NORTH, noteOf(2)))
      expect((await desk.door.getRecord(record.id)).value).toMatchObject({
        person: { id: NORTH_ID },
      })
      await takeBack(merged, 3)
      expect((await desk.door.getRecord(record.id)).value).toEqual(record)
    })

    it('lets a correction stand that was made after a split, and follows its party in a merge', async () => {
      const record = await recordNaming((one) => one.kind === 'role' && one.person.id === RURITANIA)
      await splitParty(desk.ledger, RURITANIA, [record.id], NORTH, noteOf(1))
      const person = { id: RURITANIA, name: 'Ruritania' }
      await correct(desk.ledger, record.id, { person }, noteOf(2))
      expect((await desk.door.getRecord(record.id)).value).toMatchObject({
        person,
        review: 'corrected',
      })
      await merge(RURITANIA, FREEDONIA, 3)
      expect((await desk.door.getRecord(record.id)).value).toMatchObject({
        person: { id: FREEDONIA },
      })
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
        const decided = await splitParty(desk.ledger, party, records, as, noteOf(2))
        expect(decided).toMatchObject({ value: null, refused })
        expect(decided.issues[0]?.message).toMatch(words)
      }
      expect(await bytes()).toBe(before)
    })
  })
}
