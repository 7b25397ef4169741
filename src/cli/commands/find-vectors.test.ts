import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { deskReadings } from '../../../tests/browser/fixtures/desk.js'
import { appendReading, closeLedger, openLedger } from '../../ledger/index.js'
import { outputOf } from '../../../tests/main-job/output-of.js'
import { findCommand } from './find.js'

const folder = mkdtempSync(join(tmpdir(), 'chancery-vectors-'))
const location = join(folder, 'ledger')

beforeAll(async () => {
  const ledger = await openLedger(location)
  for (const reading of deskReadings()) await appendReading(ledger, reading)
  await closeLedger(ledger)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(() => vi.restoreAllMocks())

/** The lines that `chancery find` prints. */
async function linesOf(...args: string[]): Promise<string[]> {
  const out = await outputOf(findCommand(), ...args, '--ledger', location)
  return out.trim().split('\n')
}

describe('find vectors', () => {
  it('prints partners with share, happenings and warmth, the greatest share first', async () => {
    const lines = await linesOf('vectors', '--party', 'kazakhstan')
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines)
      expect(line).toMatch(/ {2}(\d+ %|no cooperation), \d+ happenings?, warmth [−+]\d+\.\d, /)
    const shares = lines.map((line) => Number(/ (\d+) %/.exec(line)?.[1] ?? 0))
    expect(shares).toEqual([...shares].sort((a, b) => b - a))
  })

  it('prints JSON with shares that make 1', async () => {
    const vectors = (await linesOf('vectors', '--party', 'Kazakhstan', '--json')).map(
      (line) => JSON.parse(line) as { share: number | null },
    )
    expect(vectors.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(1)
  })

  it('asks for a state, and for one that the ledger has', async () => {
    await expect(linesOf('vectors')).rejects.toThrow(/--party Kazakhstan/)
    await expect(linesOf('balance', '--party', 'Narnia')).rejects.toThrow(/no state “Narnia”/)
  })
})

describe('find balance', () => {
  it('gives a number with its interval only where there are happenings and partners enough', async () => {
    const lines = await linesOf('balance', '--party', 'Kazakhstan')
    const [spring = '', summer = ''] = lines
    expect(summer).toMatch(/^2023-Q3 {2}evenness 0\.\d\d \(0\.\d\d to [01]\.\d\d\), 2 partners, 30/)
    expect(spring).toMatch(/^2023-Q2 {2}no number \(under 20 happenings\), \d partners?, /)
    expect(await linesOf('balance', '--party', 'Norway')).toEqual([
      '2023-Q3  no number (one partner), 1 partner, 20 happenings',
    ])
  })
})
