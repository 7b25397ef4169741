import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { closeLedger, openLedger } from '../../src/ledger/index.js'
import { exportOf, readSamplesInto, runChancery, SAMPLES, startChancery } from './chancery.js'

const folder = mkdtempSync(join(tmpdir(), 'chancery-interrupt-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Summary {
  reports: { read: number; known: number; failed: number }
  interrupted: boolean
}

const SAMPLE_REPORTS = 24
const read = (ledger: string): string[] => readSamplesInto(ledger, '--threads', '1')

test(
  'Ctrl-C ends a read after the reports under way, and a second read completes it',
  { timeout: 600_000 },
  async () => {
    const empty = join(folder, 'empty')
    await closeLedger(await openLedger(empty))
    const copy = (name: string): string => {
      cpSync(empty, join(folder, name), { recursive: true })
      return join(folder, name)
    }
    const undisturbed = copy('undisturbed')
    const began = performance.now()
    const whole = await runChancery(...read(undisturbed))
    const wholeMs = performance.now() - began
    expect(JSON.parse(whole.out)).toMatchObject({ interrupted: false })
    const wanted = await exportOf(undisturbed)
    let cutOff = 0
    // When it comes depends on the machine, so it comes at several moments until two have fallen into the reading.
    for (const part of [0.55, 0.7, 0.85, 0.4]) {
      if (cutOff === 2) break
      const ledger = copy(`cut-${part}`)
      const { child, ended } = startChancery(read(ledger))
      const timer = setTimeout(() => child.kill('SIGINT'), wholeMs * part)
      const { code, out, err } = await ended
      clearTimeout(timer)
      if (code === 1) {
        const { reports, interrupted } = JSON.parse(out) as Summary
        expect({ interrupted, failed: reports.failed }).toEqual({ interrupted: true, failed: 0 })
        expect(err).toContain('what is read is kept')
        const kept = (await exportOf(ledger)).filter((line) => line.includes('"kind":"document"'))
        expect(kept).toHaveLength(reports.read)
        if (reports.read > 0 && reports.read < SAMPLE_REPORTS) cutOff += 1
        const again = await runChancery(...read(ledger))
        expect(again.code).toBe(0)
        expect((JSON.parse(again.out) as Summary).reports).toEqual({
          read: SAMPLE_REPORTS - reports.read,
          known: reports.read,
          failed: 0,
        })
      } else await runChancery(...read(ledger))
      expect(await exportOf(ledger)).toEqual(wanted)
    }
    expect(cutOff).toBeGreaterThan(0)
  },
)

describe('a read that cannot be', () => {
  test('for want of weights ends with 2 and says what is missing', async () => {
    const bare = join(folder, 'bare')
    mkdirSync(bare)
    const args = ['read', SAMPLES, '--ledger', join(folder, 'never')]
    const { code, out, err } = await startChancery(args, { CHANCERY_MODEL: bare }).ended
    expect(err).toMatch(/^chancery: .*manifest\.json/)
    expect(err).not.toMatch(/^ {4}at /m)
    expect({ code, out }).toEqual({ code: 2, out: '' })
  })

  test('because the ledger is in use ends with 2 and names the process', async () => {
    const location = join(folder, 'in-use')
    const ledger = await openLedger(location)
    try {
      const { code, out, err } = await runChancery('read', SAMPLES, '--ledger', location)
      expect(err).toContain(`is in use by process ${process.pid}`)
      expect(err).not.toMatch(/^ {4}at /m)
      expect({ code, out }).toEqual({ code: 2, out: '' })
    } finally {
      await closeLedger(ledger)
    }
  })
})
