import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LedgerError, openLedger } from '../../src/ledger/index.js'
import { lockFolder, unlockFolder } from '../../src/ledger/place/folder-lock.js'

describe('a ledger folder', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'chancery-lock-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const writeLock = (fields: object) =>
    writeFileSync(
      join(folder, 'chancery.lock'),
      JSON.stringify({
        pid: 1,
        host: hostname(),
        boot: null,
        began: null,
        token: 'old',
        ...fields,
      }),
    )

  it('is locked once, and free again when unlocked', () => {
    const lock = lockFolder(folder)
    expect(() => lockFolder(folder)).toThrow(`in use by process ${process.pid}`)
    unlockFolder(lock)
    unlockFolder(lockFolder(folder))
    expect(readdirSync(folder)).toEqual([])
  })

  it('is taken over from a process that is gone', () => {
    const { pid } = spawnSync(process.execPath, ['-e', ''])
    writeLock({ pid })
    const lock = lockFolder(folder)
    expect(readdirSync(folder)).toEqual(['chancery.lock'])
    unlockFolder(lock)
  })

  it.runIf(existsSync('/proc/self/stat'))(
    'is taken over when the number now means another process',
    () => {
      writeLock({ pid: process.pid, began: '1' })
      unlockFolder(lockFolder(folder))
      writeLock({ pid: process.pid, boot: 'before the restart' })
      unlockFolder(lockFolder(folder))
    },
  )

  it('is taken over when the lock holds nothing that can be understood', () => {
    writeFileSync(join(folder, 'chancery.lock'), '{"pid"')
    unlockFolder(lockFolder(folder))
  })

  it('is not taken from a live process, nor from one on another machine', () => {
    writeLock({ pid: process.pid })
    expect(() => lockFolder(folder)).toThrow(LedgerError)
    writeLock({ host: 'elsewhere' })
    expect(() => lockFolder(folder)).toThrow(/process 1 on elsewhere.*delete/)
  })

  it('leaves the lock of a successor alone', () => {
    const lock = lockFolder(folder)
    writeLock({ token: 'successor' })
    unlockFolder(lock)
    expect(existsSync(lock.path)).toBe(true)
  })

  it('is refused when it holds something else, or cannot be made', async () => {
    writeFileSync(join(folder, 'notes.txt'), 'not a ledger')
    await expect(openLedger(folder)).rejects.toThrow(/holds other files and no ledger/)
    expect(readdirSync(folder)).toEqual(['notes.txt'])
    await expect(openLedger(join(folder, 'notes.txt', 'ledger'))).rejects.toThrow(LedgerError)
  })

  it('that cannot be read says so and is unlocked', async () => {
    mkdirSync(join(folder, 'database'))
    writeFileSync(join(folder, 'database', 'PG_VERSION'), '9.6\n')
    await expect(openLedger(folder)).rejects.toThrow(/could not be opened/)
    expect(readdirSync(folder)).toEqual(['database'])
  })

  it('names the server that cannot be reached, without the password', async () => {
    const opening = openLedger('postgres://me:secret@127.0.0.1:1/ledger')
    await expect(opening).rejects.toThrow(/127\.0\.0\.1:1\/ledger could not be reached/)
    await expect(opening).rejects.not.toThrow(/secret/)
  })
})
