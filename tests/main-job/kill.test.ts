import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { closeLedger, openLedger } from '../../src/ledger/index.js'
import { exportOf, readSamplesInto, runChancery, startChancery } from './chancery.js'

const KILLS = 10
const folder = mkdtempSync(join(tmpdir(), 'chancery-kill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A new ledger takes seconds to make; each try starts from a copy of an empty one. */
async function emptyLedger(): Promise<string> {
  const empty = join(folder, 'empty')
  await closeLedger(await openLedger(empty))
  return empty
}

test(
  'killed in the middle of a read, a read again gives the ledger of an undisturbed one',
  { timeout: 400_000 },
  async () => {
    const empty = await emptyLedger()
    const copy = (name: string): string => {
      cpSync(empty, join(folder, name), { recursive: true })
      return join(folder, name)
    }
    const undisturbed = copy('undisturbed')
    const began = performance.now()
    expect((await runChancery(...readSamplesInto(undisturbed))).code).toBe(0)
    const wholeMs = performance.now() - began
    const wanted = await exportOf(undisturbed)
    expect(wanted.length).toBeGreaterThan(100)
    let cutOff = 0
    for (let kill = 0; kill < KILLS; kill++) {
      const ledger = copy(`killed-${kill}`)
      const { child, ended } = startChancery(readSamplesInto(ledger))
      // The first tenth or so is start-up; the moments are spread over the rest.
      const timer = setTimeout(() => child.kill('SIGKILL'), wholeMs * (0.15 + (0.8 * kill) / KILLS))
      if ((await ended).code === null) cutOff += 1
      clearTimeout(timer)
      const again = await runChancery(...readSamplesInto(ledger))
      expect(again.code).toBe(0)
      expect(await exportOf(ledger)).toEqual(wanted)
      rmSync(ledger, { recursive: true, force: true })
    }
    expect(cutOff).toBeGreaterThan(KILLS / 2)
  },
)
