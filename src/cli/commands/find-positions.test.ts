import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { POSITION_READINGS } from '../../../tests/browser/fixtures/positions.js'
import { appendReading, closeLedger, openLedger } from '../../ledger/index.js'
import { outputOf } from '../../../tests/main-job/output-of.js'
import { findCommand } from './find.js'

const folder = mkdtempSync(join(tmpdir(), 'chancery-positions-'))
const location = join(folder, 'ledger')

beforeAll(async () => {
  const ledger = await openLedger(location)
  for (const reading of POSITION_READINGS) await appendReading(ledger, reading)
  await closeLedger(ledger)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(() => vi.restoreAllMocks())

const positions = (...args: string[]): Promise<string> =>
  outputOf(findCommand(), 'positions', '--ledger', location, ...args)

describe('find positions', () => {
  it('prints a party’s stances oldest first, the change marked, with words and publisher', async () => {
    const lines = (await positions('--party', 'kazakhstan', '--matter', 'sanctions')).split('\n')
    expect(lines[0]).toBe('Kazakhstan on sanctions on Norway')
    expect(lines[1]).toMatch(
      /^ {4}2023-03-10 {2}opposes {2}statement:\S+ {2}“her country opposes sanctions on Norway” \(Steppe Courier\)$/,
    )
    expect(lines[2]).toMatch(/^ {4}2023-06-10 {2}supports, changed {2}statement:/)
    expect(lines.filter((line) => line.includes('France'))).toEqual([])
  })

  it('prints JSON, a position a line', async () => {
    const lines = (await positions('--json', '--matter', 'sanctions')).trim().split('\n')
    const parties = lines.map(
      (line) => (JSON.parse(line) as { party: { name: string } }).party.name,
    )
    expect(parties).toEqual(['France', 'Kazakhstan'])
  })

  it('names the matters that there are when one is not among them', async () => {
    await expect(positions('--matter', 'weather')).rejects.toThrow(
      /no matter “weather”.*\n.*sanctions/,
    )
  })
})
