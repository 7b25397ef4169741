import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { appendReading, closeLedger, openLedger, readDoor } from '../../src/ledger/index.js'
import type { Ledger } from '../../src/ledger/index.js'
import { exportText, makeReading } from './readings.js'

const CHILD = fileURLToPath(new URL('append-child.ts', import.meta.url))
const REPORTS = 20
const KILLS = 10

/** A reader process is killed at random moments; what it had acknowledged is there whole, and nothing is there by half. */
describe('a ledger whose process is killed', () => {
  const parent = mkdtempSync(join(tmpdir(), 'chancery-kill-'))
  afterAll(() => rmSync(parent, { recursive: true, force: true }))

  it('keeps what was acknowledged, and reading on gives the undisturbed ledger', async () => {
    const undisturbed = await appendAll(join(parent, 'undisturbed'))
    const location = join(parent, 'killed')
    let acknowledged = 0
    for (let kill = 0; kill < KILLS; kill++) {
      // The first is killed while the database is being made; later ones start over and get further each time.
      const goal = kill === 0 ? null : Math.floor((kill * REPORTS) / KILLS) - 1
      acknowledged = Math.max(acknowledged, await appendUntilKilled(location, goal))
      const ledger = await openLedger(location)
      await expectWhole(ledger, acknowledged)
      await closeLedger(ledger)
    }
    expect(acknowledged).toBeGreaterThan(REPORTS / 2)
    expect(await appendAll(location)).toBe(undisturbed)
  }, 900_000)
})

async function appendAll(location: string): Promise<string> {
  const ledger = await openLedger(location)
  for (let n = 0; n < REPORTS; n++) await appendReading(ledger, makeReading(n))
  const text = await exportText(readDoor(ledger).exportRecords())
  await closeLedger(ledger)
  return text
}

/** Runs the child and kills it a random moment after it acknowledges `goal` (null: after it starts). Gives how many it had acknowledged. */
function appendUntilKilled(location: string, goal: number | null): Promise<number> {
  const args = ['--import', 'tsx', CHILD, location, String(REPORTS)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines: string[] = []
  const sign = goal === null ? 'started' : String(goal)
  let rest = ''
  child.stdout.on('data', (chunk: Buffer) => {
    const seen = lines.length
    const parts = (rest + chunk.toString()).split('\n')
    rest = parts.pop() ?? ''
    lines.push(...parts)
    if (lines.slice(seen).includes(sign))
      setTimeout(() => child.kill('SIGKILL'), Math.random() * (goal === null ? 2000 : 100))
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', () => resolve(lines.filter((line) => line !== 'started').length))
  })
}

/** Every acknowledged report is there whole, and any other is there whole or not at all. */
async function expectWhole(ledger: Ledger, acknowledged: number): Promise<void> {
  const door = readDoor(ledger)
  for (let n = 0; n < REPORTS; n++) {
    const { document, records, issues, reportFingerprint } = makeReading(n)
    const isThere = (await door.getDocument(document.id)) !== null
    if (n < acknowledged) expect(isThere).toBe(true)
    expect(await door.hasReport(reportFingerprint)).toBe(isThere)
    const kept = await door.listRecords({ document: document.id, limit: 500 })
    expect(kept.issues).toEqual([])
    expect(kept.items).toHaveLength(isThere ? records.length : 0)
    const keptIssues = await door.listIssues({ document: document.id })
    expect(keptIssues.items).toHaveLength(isThere ? issues.length : 0)
  }
}
