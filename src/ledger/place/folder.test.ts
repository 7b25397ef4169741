import * as fs from 'node:fs'
import { spawnSync } from 'node:child_process'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LedgerError } from '../errors.js'
import { hasLedger, openFolder } from './folder.js'
import { lockFolder, unlockFolder } from './folder-lock.js'

const disk = vi.hoisted(() => ({ linkError: null as Error | null }))
vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>()
  const linkSync: typeof fs.linkSync = (from, to) => {
    if (disk.linkError) throw disk.linkError
    real.linkSync(from, to)
  }
  return { ...real, linkSync }
})

let folder = ''
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'chancery-folder-'))
})
afterEach(() => {
  disk.linkError = null
  fs.rmSync(folder, { recursive: true, force: true })
})

/** What opening the folder says went wrong, and what to do. */
async function troubleOf(path: string): Promise<{ message: string; advice: string | null }> {
  const error: unknown = await openFolder(path).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof LedgerError)) throw new Error('no LedgerError', { cause: error })
  return error.issue
}

describe('a ledger folder that cannot be locked is refused with what to do', () => {
  it('where nothing may be written', async () => {
    fs.mkdirSync(join(folder, 'database'))
    fs.chmodSync(folder, 0o555)
    // The superuser may write everywhere: be nobody for the while.
    const isRoot = process.geteuid?.() === 0
    if (isRoot) process.seteuid?.(65_534)
    try {
      const { message, advice } = await troubleOf(folder)
      expect(message).toContain('could not be opened')
      expect(advice).toContain('can be written to')
    } finally {
      if (isRoot) process.seteuid?.(0)
    }
    expect(fs.readdirSync(folder)).toEqual(['database'])
  })

  it.each(['EPERM', 'ENOTSUP'])('on a file system without hard links (%s)', async (code) => {
    disk.linkError = Object.assign(new Error(code), { code })
    const { message, advice } = await troubleOf(folder)
    expect(message).toContain('hard links')
    expect(advice).toContain('another disk')
    expect(fs.readdirSync(folder)).toEqual([])
  })
})

describe.runIf(fs.existsSync('/proc/self/ns/pid'))('a lock of another container', () => {
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  const writeLock = (fields: object) => {
    const lock = { pid, host: hostname(), boot: null, began: null, token: 'old', ...fields }
    fs.writeFileSync(join(folder, 'chancery.lock'), JSON.stringify(lock))
  }

  it('is not taken over by its host name: its process cannot be asked', () => {
    writeLock({ pidSpace: 'pid:[1]' })
    expect(() => lockFolder(folder)).toThrow(/in use by process \d+ of another container.*delete/)
  })

  it('is taken over after a restart, and when it is of this one and its process gone', () => {
    writeLock({ pidSpace: 'pid:[1]', boot: 'before the restart' })
    const lock = lockFolder(folder)
    const { pidSpace } = JSON.parse(fs.readFileSync(lock.path, 'utf8')) as { pidSpace: string }
    expect(pidSpace).toMatch(/^pid:\[\d+\]$/)
    unlockFolder(lock)
    writeLock({ pidSpace })
    unlockFolder(lockFolder(folder))
  })
})

describe('whether a ledger is there', () => {
  it('is told without making one', () => {
    expect(hasLedger(join(folder, 'none'))).toBe(false)
    expect(hasLedger(folder)).toBe(false)
    fs.mkdirSync(join(folder, 'database'))
    expect(hasLedger(folder)).toBe(true)
    expect(fs.readdirSync(folder)).toEqual(['database'])
  })
})
