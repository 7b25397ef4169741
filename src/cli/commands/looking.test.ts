import { existsSync, mkdirSync, mkdtempSync, openSync, readdirSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { makeReading } from '../../../tests/ledger/readings.js'
import { appendReading, closeLedger, openLedger } from '../../ledger/index.js'
import { UsageError } from '../exits.js'
import { exportCommand } from './export.js'
import { serveCommand } from './serve.js'
import { showCommand } from './show.js'

/** The commands that only look at a ledger: show, export, serve. */

const folder = mkdtempSync(join(tmpdir(), 'chancery-looking-'))
const location = join(folder, 'ledger')
const { document, records } = makeReading(2)
const [damaged, sound] = records.map((record) => record.id)

beforeAll(async () => {
  const ledger = await openLedger(location)
  await appendReading(ledger, makeReading(2))
  await sql`update records set body = jsonb_set(body, '{evidence,0,text}', '"forged"')
    where id = ${damaged}`.execute(ledger.db)
  await closeLedger(ledger)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let out = ''
let err = ''
const catching = (add: (text: string) => void) => (text: string | Uint8Array) => {
  add(String(text))
  return true
}
afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

/** Runs a command in this process, its output caught. */
async function run(command: ReturnType<typeof showCommand>, ...args: string[]): Promise<void> {
  out = err = ''
  vi.spyOn(process.stdout, 'write').mockImplementation(catching((text) => (out += text)))
  vi.spyOn(process.stderr, 'write').mockImplementation(catching((text) => (err += text)))
  await command.exitOverride().parseAsync(args, { from: 'user' })
}

describe('show', () => {
  it('says that a record is damaged, not that it is not there', async () => {
    await run(showCommand(), damaged ?? '', '--ledger', location)
    expect(process.exitCode).toBe(1)
    expect(err).toContain(`${damaged}: a stored record is broken`)
    expect(err).toContain('restore it')
    expect(err).not.toContain('nothing in')
    expect(out).toBe('')
  })

  it('shows a sound one, and names an id that is not there', async () => {
    await run(showCommand(), sound ?? '', '--ledger', location)
    expect(out).toContain(document.title)
    expect(process.exitCode).toBeUndefined()
    await run(showCommand(), 'event:0000', '--ledger', location)
    expect(process.exitCode).toBe(1)
    expect(err).toContain('nothing in')
  })
})

describe('a folder without a ledger', () => {
  it.each([showCommand, exportCommand, serveCommand])(
    'is named, and stays as it is',
    async (command) => {
      const empty = join(folder, 'empty')
      mkdirSync(empty, { recursive: true })
      const args = command === showCommand ? ['event:0000'] : []
      await expect(run(command(), ...args, '--ledger', empty)).rejects.toThrow(UsageError)
      await expect(run(command(), ...args, '--ledger', empty)).rejects.toThrow(/no ledger is there/)
      expect(readdirSync(empty)).toEqual([])
    },
  )
})

describe.runIf(existsSync('/dev/full'))('an export that the disk has no place for', () => {
  it('says so of a file', async () => {
    const exporting = run(exportCommand(), '--ledger', location, '--out', '/dev/full')
    await expect(exporting).rejects.toThrow(UsageError)
    await expect(exporting).rejects.toThrow(/^\/dev\/full cannot be written: ENOSPC/)
  })

  it('says so of standard output, and nothing more', { timeout: 240_000 }, () => {
    const main = new URL('../main.ts', import.meta.url).pathname
    const args = ['--import', 'tsx', main, 'export', '--ledger', location]
    const { status, stderr } = spawnSync(process.execPath, args, {
      stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
      encoding: 'utf8',
    })
    expect(stderr).toMatch(/^chancery: standard output cannot be written: ENOSPC.*\n$/)
    expect(status).toBe(2)
  })
})
