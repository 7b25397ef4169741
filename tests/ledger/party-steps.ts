import fc from 'fast-check'
import { expect } from 'vitest'
import { partyIdOf } from '../../src/core/index.js'
import { appendReading, mergeParties, readDoor, splitParty, undo } from '../../src/ledger/index.js'
import type { Decided, Ledger, ReviewNote } from '../../src/ledger/index.js'
import { partyDecisionsOf } from '../../src/ledger/party-decisions.js'
import {
  listPartyEntries,
  rebuildRecords,
  replaceMergedParties,
} from '../../src/ledger/party-state.js'
import { exportText, makeReading } from './readings.js'

/** The parties of tests about merging and splitting, and decisions about them in any order. */

export const READINGS = [3, 11, 13].map(makeReading)
const stateOf = (name: string, country: string): string => partyIdOf('country', country, name)
export const RURITANIA = stateOf('Ruritania', 'RUR')
export const FREEDONIA = stateOf('Freedonia', 'FRE')
export const SYLVANIA = stateOf('Sylvania', 'SYL')
export const ELBONIA = stateOf('Elbonia', 'ELB')
export const NORTH = { name: 'North Ruritania', type: 'country', country: null } as const
export const NORTH_ID = partyIdOf(NORTH.type, NORTH.country, NORTH.name)

const STATES = [RURITANIA, FREEDONIA, SYLVANIA, ELBONIA, NORTH_ID]
const state = fc.constantFrom(...STATES)
export const steps = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('merge' as const), from: state, into: state }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('split' as const),
      from: state,
      as: state,
      nth: fc.nat(40),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('undo' as const), nth: fc.nat(8) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('read' as const), nth: fc.nat(2) }) },
)
export type Step = typeof steps extends fc.Arbitrary<infer T> ? T : never

/** Takes a step where the ledger lets it; a refusal is no step. */
export async function take(ledger: Ledger, step: Step, minute: number): Promise<void> {
  const door = readDoor(ledger)
  const when = `2024-05-01T00:${String(minute).padStart(2, '0')}:00Z`
  const note = { who: 'desk', when, why: 'try' }
  if (step.do === 'merge') await mergeParties(ledger, step.from, step.into, note)
  if (step.do === 'undo') {
    const { items } = await door.listDecisions()
    const target = items[step.nth % Math.max(items.length, 1)]
    if (target) await undo(ledger, target.id, note)
  }
  if (step.do === 'split') {
    const { items } = await door.listRecords({ party: step.from, limit: 500 })
    const records = [step.nth, step.nth + 1, step.nth + 5].flatMap((n) => items[n]?.id ?? [])
    const as = step.as === NORTH_ID ? NORTH : { id: step.as }
    await splitParty(ledger, step.from, records, as, note)
  }
  const reading = step.do === 'read' ? READINGS[step.nth] : undefined
  if (reading) {
    const records = reading.records.map((record) => ({ ...record, confidence: minute / 60 }))
    await appendReading(ledger, { ...reading, records, reportFingerprint: `read ${minute}` })
  }
}

/** Everything that a merge or a split bears on: the export, and the records of each party. */
export async function stateOfLedger(ledger: Ledger): Promise<string> {
  const door = readDoor(ledger)
  const lists = STATES.map((party) => door.listRecords({ party, limit: 500 }))
  const ids = (await Promise.all(lists)).map((page) => page.items.map((record) => record.id))
  return `${await exportText(door.exportRecords())}\n${JSON.stringify(ids)}`
}

/** Makes the derived tables anew from all entries. */
export async function rebuildAll({ db }: Ledger): Promise<void> {
  const decisions = partyDecisionsOf(await listPartyEntries(db))
  await replaceMergedParties(db, decisions)
  const rows = await db.selectFrom('records').select('id').execute()
  const ids = rows.map((row) => row.id)
  await rebuildRecords(db, ids, decisions)
}

export function idOf(decided: Decided): string {
  expect(decided.issues).toEqual([])
  return decided.value?.id ?? ''
}

export function partyLine(text: string, id: string): string {
  const start = `{"kind":"party","id":"${id}"`
  return text.split('\n').find((line) => line.startsWith(start)) ?? ''
}

export function recordLines(text: string): string {
  const lines = text.split('\n')
  return lines.filter((line) => !line.startsWith('{"kind":"party"')).join('\n')
}

export function noteOf(hour: number): ReviewNote {
  return { who: 'desk', when: `2024-05-01T0${hour}:00:00Z`, why: `reason ${hour}` }
}
