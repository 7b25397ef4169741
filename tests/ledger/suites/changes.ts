import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadCodebook } from '../../../src/codebook/index.js'
import { changeGround, findAll, listHappenings, loadGround } from '../../../src/findings/index.js'
import type { FindingGround, FindingSetting } from '../../../src/findings/index.js'
import {
  accept,
  appendReading,
  correct,
  readDoor,
  undo,
  withdraw,
} from '../../../src/ledger/index.js'
import type { Ledger } from '../../../src/ledger/index.js'
import { READINGS, steps, take } from '../party-steps.js'
import type { TestPlace } from '../places.js'
import { makeReading } from '../readings.js'

const decision = fc.record({
  do: fc.constantFrom('accept', 'correct', 'withdraw'),
  nth: fc.nat(100),
})
type RecordStep = typeof decision extends fc.Arbitrary<infer T> ? T : never

/** A ground that is kept and brought up to each change is the one that would be read anew, and so is what follows. */
export function changeSuite(getPlace: () => TestPlace): void {
  describe('a ground that is kept', () => {
    let setting: FindingSetting
    beforeAll(() => {
      setting = { codebook: loadCodebook().value, asOf: '2024-06-01' }
    })

    it('follows readings, decisions about records and parties, and their undoing', async () => {
      const step = fc.oneof(steps, decision, fc.record({ do: fc.constant('more' as const) }))
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (taken) => {
          const ledger = await getPlace().freshLedger()
          for (const reading of READINGS) await appendReading(ledger, reading)
          let kept = await openKept(ledger)
          for (const [minute, one] of taken.entries()) {
            if (one.do === 'more') await appendReading(ledger, makeReading(20 + minute))
            else if ('nth' in one && isAboutRecord(one)) await decide(ledger, one, minute)
            else await take(ledger, one, minute)
            kept = await follow(ledger, kept)
            await expectAsRead(ledger, kept.ground, setting)
          }
          await ledger.close()
        }),
        { numRuns: 6 },
      )
    })

    it('keeps the records that did not change, and drops a withdrawn one until that is undone', async () => {
      const ledger = await getPlace().freshLedger()
      for (const reading of READINGS) await appendReading(ledger, reading)
      const before = await openKept(ledger)
      const [gone, other] = before.ground.records
      const withdrawn = await withdraw(ledger, gone?.id ?? '', noteAt(1))
      const after = await follow(ledger, before)
      expect(after.ground.records.map(({ id }) => id)).not.toContain(gone?.id)
      expect(after.ground.records[0]).toBe(other)
      await undo(ledger, withdrawn.value?.id ?? '', noteAt(2))
      const again = await follow(ledger, after)
      expect(again.ground.records[0]).toEqual(gone)
      expect(again.ground.records[1]).toBe(other)
      await ledger.close()
    })

    it('is read anew where the version before is not one of the ledger', async () => {
      const ledger = await getPlace().freshLedger()
      await appendReading(ledger, makeReading(3))
      expect(await readDoor(ledger).getGroundChanges('no version')).toBeNull()
      await ledger.close()
    })
  })
}

interface Kept {
  readonly version: string
  readonly ground: FindingGround
}

async function openKept(ledger: Ledger): Promise<Kept> {
  const door = readDoor(ledger)
  return { version: await door.getVersion(), ground: await loadGround(door) }
}

async function follow(ledger: Ledger, before: Kept): Promise<Kept> {
  const door = readDoor(ledger)
  const version = await door.getVersion()
  const changes = await door.getGroundChanges(before.version)
  if (!changes) throw new Error('the changes could not be told')
  return { version, ground: changeGround(before.ground, changes) }
}

async function expectAsRead(
  ledger: Ledger,
  kept: FindingGround,
  setting: FindingSetting,
): Promise<void> {
  const read = await loadGround(readDoor(ledger))
  expect([...kept.documents]).toEqual([...read.documents])
  expect([...kept.parties]).toEqual([...read.parties])
  expect(kept.records).toEqual(read.records)
  expect(listHappenings(kept, setting)).toEqual(listHappenings(read, setting))
  expect(findAll(kept, setting)).toEqual(findAll(read, setting))
}

function isAboutRecord(step: { do: string }): step is RecordStep {
  return step.do === 'accept' || step.do === 'correct' || step.do === 'withdraw'
}

async function decide(ledger: Ledger, step: RecordStep, minute: number): Promise<void> {
  const { items } = await readDoor(ledger).listRecords({ limit: 500 })
  const record = items[step.nth % Math.max(items.length, 1)]
  if (!record) return
  const note = noteAt(minute)
  if (step.do === 'accept') await accept(ledger, record.id, note)
  if (step.do === 'withdraw') await withdraw(ledger, record.id, note)
  if (step.do === 'correct') await correct(ledger, record.id, { factuality: 'planned' }, note)
}

function noteAt(minute: number) {
  const when = `2024-05-02T00:${String(minute).padStart(2, '0')}:00Z`
  return { who: 'desk', when, why: 'try' }
}
